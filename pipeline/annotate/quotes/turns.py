"""Tell who speaks where nothing says so: questions fall away, answers and later paragraphs get their speaker."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.attribution import Attribution
from pipeline.annotate.quotes.colons import before_colon, feels, presented
from pipeline.annotate.quotes.pieces import DASHES
from pipeline.lexicon.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.quotes.attribution import Attributions
    from pipeline.annotate.quotes.pieces import Block, Piece

OWN = re.compile(r"\b(?:jeg|eg|vi|me|meg|oss|vår|vårt|våre|min|mitt|mine)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…]\s")
OPENED_BY_PRONOUN = re.compile(r"(?:Hun|Ho|Han)\b")  # Hun roser Ola Nes
ASKED_BY_US = re.compile(r" (?:spør|spurte|spurde) (?:jeg|eg|vi|me)\.?\Z")  # – Har du det bra? spør jeg.
SUPPORT = re.compile(r"\b(?:støtte|stønad|medhold|selskap|svar)\b")  # Han får støtte av Per Lie
ENDS = '.!?…»”"'
NEAREST = 3  # words before a colon
OPENING = '–—-«“"'
ASKED = ("paragraph", "heading")
LONGEST_QUESTION = 200  # characters
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
        elif said_by is None and (not kept or kept[-1].block != piece.block):
            said_by = _before_dash(text, piece, said)
        said_by = said_by or speaker
        if said_by is None:
            continue
        asked = False
        speaker = None if said_by.kind == "other" else said_by
        if speaker:
            kept.append(replace(piece, said=speaker))
    return kept


def _is_question(text: str, piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether a dash paragraph is the interviewer's: a question that the next dash, or that of the next paragraph, answers."""
    if piece.said or not piece.opens or piece.by != "dash-continues" or not following:
        return False
    words = ASKED_BY_US.sub("", text[piece.start : piece.end].rstrip())
    same = following[0].block == piece.block and text[piece.end : following[0].start].strip(DASHES) == ""
    below = following[0].opens and following[0].block.number == piece.block.number + 1
    if not words.endswith("?") or not (same or below):
        return False
    return not (SENTENCE_END.search(words) and OWN.search(words))


def _before_dash(text: str, piece: Piece, said: Attributions) -> Attribution | None:
    """The one person of the sentences before a dash within a paragraph: "Kari Vik ler. – Det får jeg alltid høre."."""
    if piece.by != "dash-continues" or text[piece.end - 1] not in ENDS:
        return None
    named = said.mentions(piece.block.start, piece.start)
    return Attribution(piece.start, "", "name", *named[0]) if len(named) == 1 else None


def _is_item(text: str, piece: Piece, blocks: Sequence[Block], said: Attributions) -> bool:
    """Whether a dash paragraph is an item of a list: no sentence, or right under a heading and nobody's "I"."""
    words = text[piece.start : piece.end]
    if piece.by == "dash-continues" and words[-1] not in ENDS:
        return True
    above = blocks[piece.block.number - 1] if piece.block.number else piece.block
    headed = above.kind == "heading" and not _asks(text, above)
    listed = headed or (text[above.end - 1] == ":" and not _is_said(text, above.end - 1, said))
    return listed and piece.by == "dash-continues" and not OWN.search(words) and piece.said is None


def _is_said(text: str, colon: int, said: Attributions) -> bool:
    """Whether the words right before a colon tell who speaks: "og legger hun til:", "Kari Vik er glad:"."""
    if feels(text, colon, said) or presented(text, colon, said):
        return True
    near = text[said.sentence(colon) : colon].lower().split()[-NEAREST:]
    return any(word in speech_verbs() for word in near) and before_colon(text, colon, said) is not None


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
    told = _told(text, blocks, first)
    if last and last.block.number >= told - 1:
        return None
    asked = asked or told < first
    found = _ahead(text, blocks, pieces, place[1]) if asked or piece.by.startswith("marks") else None
    named = _ends_in_colon(text, blocks, told)
    if found is None and not named and last and OPENED_BY_PRONOUN.match(text, piece.start):
        return None  # "– Han er flink" is no speech of the one just told of
    found = found or _behind(text, blocks, told, said)
    return found if found or last else _ahead(text, blocks, pieces, place[1])


def _asks(text: str, block: Block) -> bool:
    """Whether a block is an interviewer's question without a dash: "Hva skriver du nå?"."""
    short = block.end - block.start <= LONGEST_QUESTION
    return short and text[block.end - 1] == "?" and text[block.start] not in OPENING and block.kind in ASKED


def _told(text: str, blocks: Sequence[Block], number: int) -> int:
    """The number of the block behind the last that is no question before a block."""
    for _ in range(LONGEST_TALK):
        if not number or blocks[number - 1].start == blocks[number - 1].end or not _asks(text, blocks[number - 1]):
            break
        number -= 1
    return number


def _ahead(text: str, blocks: Sequence[Block], pieces: Sequence[Piece], place: int) -> Attribution | None:
    """Who speaks in a later paragraph of the same talk."""
    number = pieces[place].block.number
    for later in pieces[place + 1 : place + 1 + LONGEST_TALK]:
        far = _told(text, blocks, later.block.number) > number + 1
        if far or (later.block.number > number and not later.opens):
            return None
        if later.said:
            return later.said
        number = later.block.number
    return None


def _ends_in_colon(text: str, blocks: Sequence[Block], number: int) -> bool:
    return number > 0 and text[blocks[number - 1].end - 1] == ":"


def _behind(text: str, blocks: Sequence[Block], number: int, said: Attributions) -> Attribution | None:
    """The person whom the paragraph before the speech is about."""
    if number == 0 or blocks[number - 1].kind not in ("paragraph", "lead"):
        return None
    block = blocks[number - 1]
    if _ends_in_colon(text, blocks, number) and (before := before_colon(text, block.end - 1, said)):
        return before
    if OPENED_BY_PRONOUN.match(text, block.start) and not SUPPORT.search(text, block.start, block.end):
        return None
    named = said.mentions(block.start, block.end)
    return Attribution(block.end, "", "name", *named[0]) if named else None
