"""Read speech without marks: "Vi er glade, sier Kari Vik."."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.pieces import Piece
from pipeline.annotate.quotes.words import REACH, STOP
from pipeline.lexicon.tables import column, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.quotes.attribution import Attribution, Attributions
    from pipeline.annotate.quotes.pieces import Block
    from pipeline.spans.people import Extent

FEWEST_WORDS = 3
NEAR = 4  # characters from the end of marked speech to the "sier NAVN" that belongs to it
REPORTS = re.compile(  # peker på, sier at, fortalde avisa at
    r"\b(?:(?:peker|peikar|pekte)\spå|(?:viser|syner|viste)\stil"
    r"|(?:forteller|fortel|fortalte|fortalde|sier|seier|sa|mener|meiner|opplyser|understreker|understrekar|legger|legg"
    r"|minner|håper|håpar|tror|trur)(?:\s\w+){0,3}\sat)\b"
)
OWN = re.compile(r"\b(?:jeg|eg|vi|me|meg|oss|vår|vårt|våre|min|mitt|mine)\b", re.IGNORECASE)
ABOUT = re.compile(r" om\b")  # minner hun om
REPORTED = column("reporting_verbs.csv", "word")
PARTICLES = {
    form: row["particle"]
    for row in rows("speech_verbs.csv")
    if row["particle"]
    for form in f"{row['present']} {row['past']}".split()
}
NAMELESS = re.compile(r"\A(?:Ifølge|Ifølgje|Etter|Da|Då|Når|Mens|Medan|Hvis|Viss|Dersom)\b[^,]*\Z")


def read(text: str, block: Block, said: Attributions, sentences: Sequence[int], taken: list[Piece]) -> list[Piece]:
    """The pieces of a block that end at "sier NAVN" without any mark."""
    pieces: list[Piece] = []
    floor = block.start
    starts = [piece.start for piece in taken]
    for told in said.between(block.start, block.end):
        before = bisect_right(starts, told.cut) - 1
        last = taken[before] if before >= 0 else None
        if last and told.cut <= last.end + NEAR:
            floor = max(floor, told.end)
            continue
        if told.kind == "other" or text[told.cut] != "," or not _complete(text, told) or _leads_on(text, told):
            continue
        start = _start(text, max(floor, last.end if last else 0), told, said, sentences)
        words = text[start : told.cut].split()
        reports = told.verb in REPORTED or not told.known or ABOUT.match(text, told.end)
        if reports and not OWN.search(text, start, told.cut):
            floor = told.end
            continue  # Veien er åpen igjen, opplyser Kari Vik
        if len(words) >= FEWEST_WORDS and not NAMELESS.match(text[start : told.cut]) and text[start].isupper():
            pieces.append(Piece(block, start, told.cut, "bare-says", told))
        floor = told.end
    return pieces


def _complete(text: str, told: Attribution) -> bool:
    """Whether a verb that needs a particle for speech has it: "legger hun til"."""
    particle = PARTICLES.get(told.verb)
    return particle is None or particle in text[told.end : told.end + 80].replace(",", " ").replace(".", " ").split()


def _leads_on(text: str, told: Attribution) -> bool:
    """Whether the speech stands behind: "På spørsmål om saken, svarer Kari Vik: – Nei."."""
    stop = STOP.search(text, told.end, told.end + REACH)
    return stop is not None and stop[0] == ":"


def _start(text: str, floor: int, told: Attribution, said: Attributions, sentences: Sequence[int]) -> int:
    """Where the speech begins: at the first sentence of the block that is no report about a person."""
    at = bisect_right(sentences, told.cut) - 1
    start = max(sentences[at], floor)
    while at > 0 and sentences[at - 1] >= floor:
        clause = text[sentences[at - 1] : sentences[at]]
        himself = told.kind == "pronoun" and clause.lower().startswith(f"{text[told.start : told.end].lower()} ")
        if himself or REPORTS.search(clause) or _tells_of(text, told, said.mentions(sentences[at - 1], sentences[at])):
            break
        at -= 1
        start = sentences[at]
    return start


def _tells_of(text: str, told: Attribution, named: Sequence[Extent]) -> bool:
    """Whether a sentence names the speaker; any person, where the speaker is a pronoun or a title."""
    if told.kind != "name":
        return bool(named)
    own = set(text[told.start : told.end].split())
    return any(own & set(text[start:end].split()) for start, end in named)
