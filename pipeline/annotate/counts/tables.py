"""Give the number in a table cell the unit and magnitude that its column, its row or the table's caption names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from models.release import CELL_GAP
from pipeline.annotate.counts.about import NOTHING, About, about
from pipeline.annotate.counts.headers import counts_nothing, header, unit_header
from pipeline.annotate.counts.reading import Site
from pipeline.lexicon.numbers.digits import digits
from pipeline.lexicon.numbers.phrases import trim
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.counts.headers import Header
    from pipeline.annotate.counts.reading import Page
    from pipeline.lexicon.numbers import Number

YEARS = range(1900, 2101)
GAP = 2  # characters between the rows of one table
DIGIT = re.compile(r"\d")
# Antall | I alt | 2024 | 1. kv. 2025 | Sept. 2023 | 2024/25 | 0–15 år
PLAIN = re.compile(
    r"(?:antall|antal|tal|i alt|totalt|total|sum|alle|til sammen|til saman|(?=[^\d]{0,24}\d)[\w./ –-]{1,30})?",
    re.IGNORECASE,
)


def cells(page: Page) -> Iterator[tuple[int, int, Header | None]]:
    """Start and end of each cell whose column, row, caption or note says what its numbers count, with what that says.

    A row of headers comes whole, with None: no number in it is a count.
    """
    for first, end in tables(page):
        rows = [(start, page.text[start:stop].split(CELL_GAP)) for _, start, stop in page.blocks[first:end]]
        heads = _heads(rows, page)
        for place, texts in rows[:heads]:
            yield place, place + len(CELL_GAP.join(texts)), None
        width = len(rows[min(heads, len(rows) - 1)][1])
        table = _table(
            [_aligned(texts, width) for _, texts in rows[:heads]], about(page, first, end, rows[0][1][0]), page
        )
        for place, texts in rows[heads:]:
            yield from table.row(texts, place, page)


def tables(page: Page) -> Iterator[tuple[int, int]]:
    """The numbers of the first block of each table and of the block behind its last."""
    first = -1
    for place, (kind, start, _) in enumerate((*page.blocks, ("", 0, 0))):
        goes_on = first >= 0 and kind == "table_row" and start - page.blocks[place - 1][2] <= GAP
        if first >= 0 and not goes_on:
            yield first, place
            first = -1
        if kind == "table_row" and not goes_on:
            first = place


def _heads(rows: list[tuple[int, list[str]]], page: Page) -> int:
    """How many rows of headers a table begins with: a second one names what is counted, under years, say."""
    if _is_data(rows[0][1]) or not (len(rows) > 1 or any(header(text, page) for text in rows[0][1])):
        return 0
    second = rows[1][1] if len(rows) > 1 else []
    words = [text for text in second[len(second) >= len(rows[0][1]) :] if text.strip()]
    named = len(words) > 1 and not any(DIGIT.search(text) for text in words)
    return 2 if named and any(header(text, page) for text in words) else 1


@dataclass(frozen=True, slots=True)
class Table:
    """What each column's header says, whether it says nothing of its own, and what is said of the whole table."""

    columns: tuple[Header | None, ...] = ()
    plain: tuple[bool, ...] = ()  # whether the header is a year, "Antall" or "I alt"
    idle: tuple[bool, ...] = ()  # whether the column holds numbers that count nothing: "Nr", "År"
    whole: About = NOTHING

    def row(self, texts: list[str], start: int, page: Page) -> Iterator[tuple[int, int, Header]]:
        """Each cell of a row that is known to count something."""
        if counts_nothing(texts[0]):
            return  # Postnummer
        stub = header(texts[0], page) if len(texts) > 1 else None
        for number, text in enumerate(texts):
            head = self._of_cell(number, stub)
            if head:
                yield start, start + len(text), head
            start += len(text) + len(CELL_GAP)

    def _of_cell(self, number: int, stub: Header | None) -> Header | None:
        column = self.columns[number] if number < len(self.columns) else None
        if number == 0 or (number < len(self.idle) and self.idle[number]):
            return None if number else column
        if column and (column.named or not stub or not stub.named):
            return column.within(self.whole.said)
        plain = number < len(self.plain) and self.plain[number]
        return self.whole.over(stub, plain=plain)


def _table(heads: list[list[str]], whole: About, page: Page) -> Table:
    """What the rows of headers say; the first one's unit is that of all where no other names one.

    A unit in brackets is that of all that name none: "Nøkkeltall (mill. kroner)", "2023", "Endring (%)".
    """
    if not heads:
        return Table(whole=whole)
    texts = [next(filter(str.strip, column), "") for column in zip_longest(*reversed(heads), fillvalue="")]
    columns = [header(text, page) for text in texts]
    unit = unit_header(texts[0], page)
    if unit and ("(" in texts[0] or not any(columns[1:])):
        whole = replace(whole, said=unit)
    plain = tuple(bool(PLAIN.fullmatch(text.strip())) for text in texts)
    return Table(tuple(columns), plain, tuple(map(counts_nothing, texts)), whole)


def _aligned(texts: list[str], width: int) -> list[str]:
    """A row of headers over rows of so many cells: where it is one short, the first column has no header."""
    return ["", *texts] if len(texts) == width - 1 else texts


def _is_data(texts: list[str]) -> bool:
    """Whether a table's first row is no header: a cell behind the first holds a number that is no year."""
    values = [digits(text.strip()) for text in texts[1:]]
    return any(value is not None and value not in YEARS for value in values)


def in_cell(number: Number, head: Header) -> Site:
    """The count that a number alone in its cell makes under the header."""
    value_max = None if number.value_max is None else trim(number.value_max * head.factor)
    counted = Counted(trim(number.value * head.factor), value_max, head.kind, head.noun, head.unit)
    return Site(number.start, number.end, "table", counted)
