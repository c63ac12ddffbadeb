"""Read what the header of a table's column or row says that its numbers count, and their magnitude."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.frames import tallied
from pipeline.annotate.counts.heads import WORD
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.numbers.phrases import MAGNITUDES
from pipeline.lexicon.register import named
from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of, unit_after

if TYPE_CHECKING:
    from models.record import CountKind
    from pipeline.annotate.counts.reading import Page

FACTOR = re.compile(
    r"(?<![\d.,])(1[ .]?000(?:[ .]000)?)(?![\d.,])(?!\.\d)|\b(tusen|mill|mrd|millioner|millionar|milliarder|milliardar)\b",
    re.IGNORECASE,
)
# (mill. kroner) | Tall i 1000 kroner | Alle tal i prosent | Tildeling i kroner:
IN_CAPTION = re.compile(
    r"\((?:i[ ]|tall i[ ]|tal i[ ]|alle tall i[ ]|alle tal i[ ])?([^()]+)\)|\bta(?:l|ll)[ ]i[ ](.+)"
    r"|\bi[ ]([^\W\d_][\w. ]{1,20}?)[ ]?(?=\(|:|$)",
    re.IGNORECASE,
)
MONEY_HEADERS = tuple(sorted(column("money_headers.csv", "word")))
NO_UNIT = re.compile(r"\b(?:år|årstal|årstall|nr|nummer|kode|postnr|dato|plassering|rang|org\.?nr)\b", re.IGNORECASE)
WORDS_START = re.compile(r"(?<=[ (/,.])\S|^\S")


@dataclass(frozen=True, slots=True)
class Header:
    """What a column counts, and what its numbers are to be multiplied by."""

    kind: CountKind
    noun: str | None
    unit: str | None
    factor: Decimal


def header(text: str, page: Page) -> Header | None:
    """What the header of a column says, None where it names no unit and nothing counted.

    "Innbyggere 1.1.2026", "Endring i prosent", "Tildelt (1000 kr)".
    """
    found = unit_header(text, page)
    if found or NO_UNIT.search(text):
        return found
    factor = _factor(text)
    for word in WORD.findall(text):
        lower = word.lower()
        if named(word):
            continue  # Våler (Innlandet)
        if lower.endswith(MONEY_HEADERS):
            return Header("money", None, "NOK", factor)
        tally = tallied(lower, page.standard)
        if tally:
            return Header(tally.kind, tally.noun, tally.unit, factor)
        if lower in EXCEPTIONS or (page.kinds(lower, 0, 0)[0] == "N" and singular(lower, page.standard) != lower):
            return Header(kind_of(word, page.standard), word, None, factor)
    return None


def unit_header(text: str, page: Page) -> Header | None:
    """What a header that names a unit says, None where it names none: "Mill. kroner", "Andel (%)"."""
    factor = _factor(text)
    for place in [match.start() for match in WORDS_START.finditer(text)]:
        unit = unit_after(text, place, page.standard)
        if unit and unit.start == place:
            return Header(unit.kind, None, unit.name, factor * unit.factor)
    return None


def caption_header(above: str, page: Page) -> Header | None:
    """What the line above a table or list says that its numbers are: "Tildeling i kroner (utvalg):", "Nedgang (prosent)"."""
    texts = (found[1] or found[2] or found[3] for found in IN_CAPTION.finditer(above))
    return next((read for text in texts if (read := unit_header(text, page))), None)


def _factor(text: str) -> Decimal:
    found = FACTOR.search(text)
    if found is None:
        return Decimal(1)
    return Decimal(re.sub(r"\D", "", found[1])) if found[1] else MAGNITUDES[found[2].lower()]
