"""Read speech behind a dash: "– A, sier Kari Vik. – B."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.colons import before_colon
from pipeline.annotate.quotes.pieces import Piece
from pipeline.annotate.quotes.words import STOP, of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.quotes.attribution import Attribution, Attributions
    from pipeline.annotate.quotes.pieces import Block

CAPITAL = r"(?=[«\"“]?[A-ZÆØÅÁČĐŊŠŽÄÖÉ0-9…])"
MARKER = re.compile(rf"(?:\A|(?<=\n)|(?<=[.!?…:»”\"])\s)(?P<dash>[–—]\s?|-\s){CAPITAL}")  # "– Vi", "vil. – Vi"
RESUMED = re.compile(r",?\s[–—-]\s(?!som\b)(?=\w)")  # "sier Vik – og", "seier ho, – men"
CONJUNCTION = re.compile(r",\s(?=(?:men|og|for|så|fordi)\s(?P<next>\w+))")  # "sier Vik, men vi"
GOES_ON = of_kind("goes_on")
SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÆØÅ])")
OWN = re.compile(r"\b(?:jeg|eg|meg|mitt|mine)\b", re.IGNORECASE)
REPORTED_ON = re.compile(r"\b(?:hun|ho|han)\b|[«»“”\"]", re.IGNORECASE)  # what is told of the speaker is no speech
LONGEST_TAIL = 160  # characters from "sier NAVN" to where the speech is taken up again


def read(text: str, block: Block, said: Attributions) -> list[Piece]:
    """The pieces of a block that stand behind a dash, in order."""
    found = [(match.start("dash"), match.end()) for match in MARKER.finditer(text, block.start, block.end)]
    if text[block.start : block.end][:1] in "–—-" and not (found and found[0][0] == block.start):
        found = _opening(text, block) + found
    pieces: list[Piece] = []
    for (dash, start), end in zip(found, [place for place, _ in found[1:]] + [block.end], strict=False):
        colon = dash > block.start and text[dash - 2 : dash] == ": "
        first = before_colon(text, dash - 2, said) if colon else None
        pieces += _stretch(text, block, (dash, start, end), said, first, after=bool(pieces))
    return pieces


def _opening(text: str, block: Block) -> list[tuple[int, int]]:
    match = re.compile(rf"[–—-]\s?{CAPITAL}").match(text, block.start, block.end)
    return [(block.start, match.end())] if match and text[match.end() - 1] != "-" else []


def _stretch(
    text: str, block: Block, place: tuple[int, int, int], said: Attributions, first: Attribution | None, *, after: bool
) -> Iterator[Piece]:
    """The pieces between one dash and the next: what is said, and what goes on behind "sier NAVN"."""
    dash, start, end = place
    told = chosen(text, said, start, end)
    opens = dash == block.start
    if told is None:
        if opens or after or first or text[dash - 2 : dash] != ": ":
            yield Piece(block, start, end, "colon" if first else "dash-continues", first, opens)
        return
    yield Piece(block, start, told.cut, "dash-says", told, opens)
    if told.kind == "other":
        return
    further = list(resumed(text, block, told, end))
    yield from further or (_plain(text, block, said, told, end) if opens else ())


def _plain(text: str, block: Block, said: Attributions, told: Attribution, end: int) -> Iterator[Piece]:
    """What goes on without a dash in the sentences behind "sier NAVN.": where the first says "jeg" it is speech."""
    stop = SENTENCE_END.search(text, told.end, min(end, told.end + LONGEST_TAIL))
    if stop is None or REPORTED_ON.search(text, told.end, end) or said.mentions(stop.end(), end):
        return
    first = SENTENCE_END.search(text, stop.end(), end)
    if OWN.search(text, stop.end(), first.end() if first else end):
        yield Piece(block, stop.end(), end, "dash-continues", None)


def chosen(text: str, said: Attributions, start: int, end: int) -> Attribution | None:
    """The attribution of a stretch of speech: the first that names a person, a known verb before others, else one of nobody named."""
    found = said.between(start + 1, end)
    named = next(iter(sorted((one for one in found if one.kind != "other"), key=lambda one: not one.known)), None)
    if named or not found:
        return named
    last = found[-1]
    stop = STOP.search(text, last.end, end)
    return last if stop is None or not text[stop.end() : end].strip() else None


def resumed(text: str, block: Block, told: Attribution, end: int) -> Iterator[Piece]:
    """What goes on in the same sentence behind "sier NAVN": behind a dash, or a conjunction that opens speech."""
    limit = min(end, told.end + LONGEST_TAIL)
    dash = RESUMED.search(text, told.end, limit)
    clause = CONJUNCTION.search(text, told.end, limit)
    stop = STOP.search(text, told.end, limit)
    if dash and (stop is None or dash.start() <= stop.start()):
        yield Piece(block, dash.end(), end, "dash-continues", None)
    elif clause and (stop is None or clause.start() < stop.start()) and clause["next"] in GOES_ON:
        final = re.compile(r"[.!?…](?=\s|\Z)").search(text, clause.end(), end)
        yield Piece(block, clause.end(), final.end() if final else end, "dash-continues", None)
