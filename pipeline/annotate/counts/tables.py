"""Give the number in a table cell the unit and magnitude of its column's header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from models.release import CELL_GAP
from pipeline.annotate.counts.heads import WORD
from pipeline.annotate.counts.reading import Site
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.numbers.phrases import MAGNITUDES
from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of, unit_after
from pipeline.spans import sections
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from models.record import CountKind
    from pipeline.annotate.counts.reading import Page
    from pipeline.lexicon.numbers import Number

FACTOR = re.compile(
    r"(?<![\d.,])(1[ .]?000(?:[ .]000)?)(?![\d.,])(?!\.\d)|\b(tusen|mill|mrd|millioner|millionar|milliarder|milliardar)\b",
    re.IGNORECASE,
)
MONEY_HEADERS = column("money_headers.csv", "word")
NO_UNIT = re.compile(r"\b(?:år|årstal|årstall|nr|nummer|kode|postnr|dato|plassering|rang|org\.?nr)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What a column counts, and what its numbers are to be multiplied by."""

    kind: CountKind
    noun: str | None
    unit: str | None
    factor: Decimal


def cells(doc: Doc, page: Page) -> Iterator[tuple[int, int, Header]]:
    """Start and end of each cell below a header that says what its numbers count, with that header."""
    columns: list[Header | None] = []
    last = -1
    for kind, start, end in sections(doc):
        if kind != "table_row":
            last = -1
            continue
        texts = page.text[start:end].split(CELL_GAP)
        if last < 0 or start - last > 2:
            columns = [header(text, page) for text in texts]
        else:
            place = start
            for text, head in zip(texts, columns, strict=False):
                if head:
                    yield place, place + len(text), head
                place += len(text) + 1
        last = end


def header(text: str, page: Page) -> Header | None:
    """What the header of a column says, None where it names no unit and nothing counted.

    "Innbyggere 1.1.2026", "Endring i prosent", "Tildelt (1000 kr)".
    """
    found = FACTOR.search(text)
    factor = Decimal(1)
    if found:
        factor = Decimal(re.sub(r"\D", "", found[1])) if found[1] else MAGNITUDES[found[2].lower()]
    for place in [match.start() for match in re.finditer(r"(?<=[ (/,.])\S|^\S", text)]:
        unit = unit_after(text, place, page.standard)
        if unit and unit.start == place:
            return Header(unit.kind, None, unit.name, factor * unit.factor)
    if NO_UNIT.search(text):
        return None
    for word in WORD.findall(text):
        lower = word.lower()
        if lower in MONEY_HEADERS:
            return Header("money", None, "NOK", factor)
        if lower in EXCEPTIONS or (page.kinds(lower, 0, 0)[0] == "N" and singular(lower, page.standard) != lower):
            return Header(kind_of(word, page.standard), word, None, factor)
    return None


def in_cell(number: Number, head: Header) -> Site:
    """The count that a number alone in its cell makes under the header."""
    value_max = None if number.value_max is None else number.value_max * head.factor
    counted = Counted(number.value * head.factor, value_max, head.kind, head.noun, head.unit)
    return Site(number.start, number.end, "table", counted)
