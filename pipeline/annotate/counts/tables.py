"""Give the number in a table cell the unit and magnitude that its column, its row or the table's caption names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.release import CELL_GAP
from pipeline.annotate.counts.captions import caption_header, caption_noun
from pipeline.annotate.counts.headers import NO_UNIT, header, unit_header
from pipeline.annotate.counts.reading import Site
from pipeline.lexicon.numbers.digits import digits
from pipeline.lexicon.numbers.phrases import trim
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.counts.headers import Header
    from pipeline.annotate.counts.reading import Page
    from pipeline.lexicon.numbers import Number

CAPTION = 160  # characters of the block above a table that may say what the numbers are
YEARS = range(1900, 2101)


def cells(page: Page) -> Iterator[tuple[int, int, Header | None]]:
    """Start and end of each cell whose column, row or caption says what its numbers count, with what that says.

    A row of headers comes whole, with None: no number in it is a count.
    """
    columns: list[Header | None] = []
    caption: Header | None = None
    last, above = -1, ""
    for kind, start, end in page.blocks:
        block = page.text[start:end]
        if kind != "table_row":
            last, above = -1, block[-CAPTION:]
            continue
        texts = block.split(CELL_GAP)
        if last < 0 or start - last > 2:
            columns = [] if _is_data(texts) else _columns(texts, page)
            by_year = all(unit_header(text, page) or digits(text.strip()) in YEARS for text in texts[1:])
            caption = caption_header(above, page) or (caption_noun(above, page) if by_year else None)
            if columns:
                yield start, end, None
                last = end
                continue
        yield from _row(texts, start, columns, caption, page)
        last = end


def _row(
    texts: list[str], start: int, columns: list[Header | None], caption: Header | None, page: Page
) -> Iterator[tuple[int, int, Header]]:
    stub = header(texts[0], page) if len(texts) > 1 else None
    place = start
    for number, text in enumerate(texts):
        column = columns[number] if number < len(columns) else None
        own = column or (stub if number else None)
        head = own.within(caption) if own else (caption if number else None)
        if head:
            yield place, place + len(text), head
        place += len(text) + len(CELL_GAP)


def _columns(texts: list[str], page: Page) -> list[Header | None]:
    """What each column's header says; the first one's unit is that of all where no other names one.

    A unit in brackets is that of all that name none: "Nøkkeltall (mill. kroner)", "2023", "Endring (%)".
    """
    columns = [header(text, page) for text in texts]
    whole = unit_header(texts[0], page)
    if whole and ("(" in texts[0] or not any(columns[1:])):
        others = zip(texts[1:], columns[1:], strict=True)
        return [
            columns[0],
            *(column.within(whole) if column else None if NO_UNIT.search(text) else whole for text, column in others),
        ]
    return columns


def _is_data(texts: list[str]) -> bool:
    """Whether a table's first row is no header: a cell behind the first holds a number that is no year."""
    values = [digits(text.strip()) for text in texts[1:]]
    return any(value is not None and value not in YEARS for value in values)


def in_cell(number: Number, head: Header) -> Site:
    """The count that a number alone in its cell makes under the header."""
    value_max = None if number.value_max is None else trim(number.value_max * head.factor)
    counted = Counted(trim(number.value * head.factor), value_max, head.kind, head.noun, head.unit)
    return Site(number.start, number.end, "table", counted)
