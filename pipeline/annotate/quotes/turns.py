"""Tell who speaks where nothing says so: questions fall away, answers and later paragraphs get their speaker."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.attribution import Attribution
from pipeline.lexicon.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.quotes.attribution import Attributions
    from pipeline.annotate.quotes.pieces import Block, Piece

OWN = re.compile(r"\b(?:jeg|eg|vi|me|meg|oss|vår|vårt|våre|min|mitt|mine)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…]\s")
OPENED_BY_PRONOUN = re.compile(r"(?:Hun|Ho|Han)\b")  # Hun roser Ola Nes
SUPPORT = re.compile(r"\b(?:støtte|stønad|medhold|selskap|svar)\b")  # Han får støtte av Per Lie
NEAREST = 3  # words before a colon
LONGEST_TALK = 40  # paragraphs of one talk that are looked through for the speaker


def settle(text: str, pieces: Sequence[Piece], blocks: Sequence[Block], said: Attributions) -> list[Piece]:
    """The pieces that are speech of somebody, those without "sier" given the speaker that the turns tell."""
    kept: list[Piece] = []
    speaker: Attribution | None = None  # the last; none yet, or one without a name
    asked = False
    listed = -1  # the block of the last item of a list
    for i, piece in enumerate(pieces):
        if _is_question(text, piece, pieces[i + 1 : i + 2]):
            asked = True
            continue
        said_by = piece.said
        if said_by is None and piece.opens:
            below = listed == piece.block.number - 1 and not OWN.search(text, piece.start, piece.end)
            if below or _is_item(text, piece, blocks, said):
                listed = piece.block.number
                continue
        if said_by is None and piece.opens:
            said_by = _opener(text, (pieces, i), blocks, said, asked=asked, last=kept[-1] if kept else None)
        said_by = said_by or speaker
        if said_by is None:
            continue
        asked = False
        speaker = None if said_by.kind == "other" else said_by
        if speaker:
            kept.append(replace(piece, said=speaker))
    return kept


def _is_question(text: str, piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether a dash paragraph is the interviewer's: a question that the next dash paragraph answers."""
    if piece.said or not piece.opens or piece.by != "dash-continues" or not following or not following[0].opens:
        return False
    words = text[piece.start : piece.end].rstrip()
    if not words.endswith("?") or following[0].block.number != piece.block.number + 1:
        return False
    return not (SENTENCE_END.search(words) and OWN.search(words))


def _is_item(text: str, piece: Piece, blocks: Sequence[Block], said: Attributions) -> bool:
    """Whether a dash paragraph is an item of a list: no sentence, or right under a heading and nobody's "I"."""
    words = text[piece.start : piece.end]
    if piece.by == "dash-continues" and words[-1] not in '.!?…»”"':
        return True
    above = blocks[piece.block.number - 1] if piece.block.number else piece.block
    listed = above.kind == "heading" or (text[above.end - 1] == ":" and not _is_said(text, above.end - 1, said))
    return listed and piece.by == "dash-continues" and not OWN.search(words) and piece.said is None


def _is_said(text: str, colon: int, said: Attributions) -> bool:
    """Whether the words right before a colon tell who speaks: "og legger hun til:", "Kari Vik er glad:"."""
    if said.feels(colon):
        return True
    near = text[said.sentence(colon) : colon].lower().split()[-NEAREST:]
    return any(word in speech_verbs() for word in near) and said.before_colon(colon) is not None


def _opener(
    text: str,
    place: tuple[Sequence[Piece], int],
    blocks: Sequence[Block],
    said: Attributions,
    *,
    asked: bool,
    last: Piece | None,
) -> Attribution | None:
    """Who speaks in a paragraph without "sier"; None where the last speaker goes on."""
    pieces, i = place
    piece = pieces[i]
    first = piece.block.number
    for _ in range(LONGEST_TALK):
        if not i or not pieces[i - 1].opens or pieces[i - 1].block.number < first - 1:
            break
        i -= 1
        first = pieces[i].block.number
        if last and pieces[i].start == last.start:
            return None
    if last and last.block.number >= first - 1:
        return None
    found = _ahead(pieces, place[1]) if asked or piece.by.startswith("marks") else None
    if found is None and last and OPENED_BY_PRONOUN.match(text, piece.start):
        return None  # "– Han er flink" is no speech of the one just told of
    found = found or _behind(text, blocks, first, said)
    return found if found or last else _ahead(pieces, place[1])


def _ahead(pieces: Sequence[Piece], place: int) -> Attribution | None:
    """Who speaks in a later paragraph of the same talk."""
    number = pieces[place].block.number
    for later in pieces[place + 1 : place + 1 + LONGEST_TALK]:
        if later.block.number > number + 1 or (later.block.number > number and not later.opens):
            return None
        if later.said:
            return later.said
        number = later.block.number
    return None


def _behind(text: str, blocks: Sequence[Block], number: int, said: Attributions) -> Attribution | None:
    """The person whom the paragraph before the speech is about."""
    if number == 0 or blocks[number - 1].kind not in ("paragraph", "lead"):
        return None
    block = blocks[number - 1]
    if text[block.end - 1] == ":" and (before := said.before_colon(block.end - 1)):
        return before
    if OPENED_BY_PRONOUN.match(text, block.start) and not SUPPORT.search(text, block.start, block.end):
        return None
    named = said.mentions(block.start, block.end)
    return Attribution(block.end, "", "name", *named[0]) if named else None
