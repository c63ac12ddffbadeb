"""Draw records for a terminal: the values by kind, and the text with its mentions coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipeline.cli.echo import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from models.record import Count, Person, Record, Role

STYLES = {
    "municipalities": "bold green",
    "counties": "green",
    "organizations": "bold blue",
    "people": "bold magenta",
    "roles": "magenta",
    "dates": "bold cyan",
    "counts": "bold yellow",
    "quotes": "italic",
}
WIDE = 140  # columns of a terminal from which the table of records has room for names
TAKEN = 58  # columns that the day and the numbers of a record take
SIZES = {
    "Places": "municipalities",
    "People": "people",
    "Orgs": "organizations",
    "Dates": "dates",
    "Counts": "counts",
    "Quotes": "quotes",
}


def record_view(record: Record) -> RenderableType:
    """One record: what it is, its values by kind, and its text with the mentions coloured."""
    return Group(_head(record), _values(record), Panel(marked_text(record), title="Text", title_align="left"))


def records_table(records: Iterable[Record], width: int) -> Table:
    """A row for each record: when, what, by whom, where, and how many values of each kind.

    Publisher and municipalities are left out where the terminal has fewer than `WIDE` columns.
    """
    wide = width >= WIDE
    table = Table(box=SIMPLE_HEAD, header_style="bold", row_styles=("", "dim"), padding=0)
    table.add_column("Published", no_wrap=True, min_width=10)
    names = {"Publisher": 20, "Municipalities": 32} if wide else {}
    table.add_column(
        "Title",
        overflow="ellipsis",
        no_wrap=True,
        max_width=max(20, width - TAKEN - sum(most + 1 for most in names.values())),
    )
    for name, most in names.items():
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=most)
    for name in SIZES:
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name) + 1)
    for record in records:
        words = [record.published.isoformat()[:10] if record.published else "-", record.title]
        if wide:
            words += [record.publisher or "-", ", ".join(place.name for place in record.municipalities)]
        sizes = (str(len(getattr(record, field))) for field in SIZES.values())
        table.add_row(*(Text(plain(word)) for word in words), *sizes)
    return table


def marked_text(record: Record) -> Text:
    """The record's text, every mention in the colour of its kind."""
    text = Text(plain(record.text))
    for field, mention in sorted(record.mentions(), key=lambda found: found[1].start - found[1].end):
        text.stylize(STYLES[field], mention.start, mention.end)
    return text


def _head(record: Record) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column()
    rows = {
        "title": record.title,
        "lead": record.lead,
        "published": record.published and record.published.isoformat(),
        "updated": record.updated and record.updated.isoformat(),
        "publisher": record.publisher,
        "language": record.language,
        "source": record.source.uri,
        "read by": record.source.scraper,
        "warnings": ", ".join(record.warnings) or None,
    }
    for name, value in rows.items():
        grid.add_row(name, Text(plain(value)) if value else Text("-", style="dim"))
    return grid


def _values(record: Record) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Value", max_width=44, overflow="fold")
    table.add_column("Read from", max_width=40, overflow="fold")
    table.add_column("By", no_wrap=True)
    table.add_column("Sure", justify="right", no_wrap=True)
    kind = ""
    for field, value, source, by, sure in _rows(record):
        if field not in {kind, "roles"}:
            kind = field
            table.add_row(Text(field.upper(), style="dim bold"))
        cells = (Text(f" {plain(value)}", style=STYLES[field]), Text(_short(source)), Text(plain(by), style="dim"))
        table.add_row(*cells, f"{sure:.2f}")
    return table


def _rows(record: Record) -> Iterable[tuple[str, str, str, str, float]]:
    for place in record.municipalities:
        gone = " (historical)" if place.historical else ""
        told = f"{place.name} {place.code}, {place.county.name}{gone}"
        yield "municipalities", told, place.mentions[0].text, place.by, place.confidence
    for county in record.counties:
        yield "counties", f"{county.name} {county.code}", county.mentions[0].text, county.by, county.confidence
    for body in record.organizations:
        yield "organizations", body.name, body.mentions[0].text, body.by, body.confidence
    for person in record.people:
        yield "people", _person(person), person.mentions[0].text, person.by, person.confidence
        for role in person.roles:
            yield "roles", _role(role), role.mention.text, role.by, role.confidence
    for date in record.dates:
        yield "dates", date.edtf, date.mentions[0].text, date.by, date.confidence
    for count in record.counts:
        yield "counts", _count(count), count.mention.text, count.by, count.confidence
    for quote in record.quotes:
        yield "quotes", quote.speaker, quote.text, quote.by, quote.confidence


def _person(person: Person) -> str:
    return f"{person.name} ({person.party})" if person.party else person.name


def _role(role: Role) -> str:
    where = f", {role.organization}" if role.organization else ""
    return f"  {role.title}{where}{f' {role.municipality}' if role.municipality else ''}"


def _count(count: Count) -> str:
    number = f"{count.value:f}" if count.value_max is None else f"{count.value:f}–{count.value_max:f}"
    return f"{count.qualifier.replace('_', ' ') + ' ' if count.qualifier else ''}{number} {count.unit}"


def _short(text: str, width: int = 60) -> str:
    line = " ".join(plain(text).split())
    return line if len(line) <= width else line[: width - 1] + "…"
