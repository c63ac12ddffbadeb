"""Turn a record into rows of the tables, each a tuple in the order of its table's columns.

Days, moments (in UTC) and exact numbers are text here, in the one form that every database reads as what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pipeline.load.tables.columns import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.record import CalendarDate, Count, Person, Record, Stamp

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
Encoded = Any  # rows of one table in the form that a store takes
Encode = Callable[[list[Row]], Encoded]

LARGEST = 10**18  # a count below it is exact in every database
EVERYDAY = 15  # digits of a whole number that is surely below it
FIELDS = ("counties", "counts", "dates", "municipalities", "organizations", "people", "quotes", "roles")  # sorted
SINGLE = ("counts", "quotes", "roles")  # values with one mention each


def as_they_are(rows: list[Row]) -> list[Row]:
    """The rows, for a store that takes them so."""
    return rows


def digest(record: Record) -> str:
    """What tells a changed record from the same one: the SHA-256 of its JSON."""
    return sha256(record.model_dump_json().encode()).hexdigest()


def rows(record: Record, checksum: str) -> Rows:
    """The record's rows by table. ValueError, in words, where a value fits no column."""
    key = record.id
    return {
        "articles": [_article(record, checksum)],
        "sections": [(key, n, part.kind, part.start, part.end) for n, part in enumerate(record.sections)],
        "warnings": [(key, n, code) for n, code in enumerate(record.warnings)],
        "article_municipalities": [
            (key, n, m.code, m.name, m.county.code, m.county.name, m.historical, m.confidence, m.by)
            for n, m in enumerate(record.municipalities)
        ],
        "article_counties": [
            (key, n, c.code, c.name, c.historical, c.confidence, c.by) for n, c in enumerate(record.counties)
        ],
        "organizations": [(key, n, o.name, o.confidence, o.by) for n, o in enumerate(record.organizations)],
        "people": [(key, n, p.name, p.party, p.confidence, p.by) for n, p in enumerate(record.people)],
        "roles": _roles(key, record.people),
        "dates": [_date(key, n, value) for n, value in enumerate(record.dates)],
        "counts": [_count(key, n, value) for n, value in enumerate(record.counts)],
        "quotes": [(key, n, q.speaker, q.text, q.confidence, q.by) for n, q in enumerate(record.quotes)],
        "mentions": _mentions(record),
    }


def _article(record: Record, checksum: str) -> Row:
    source = record.source
    return (
        record.id,
        checksum,
        record.schema_version,
        source.uri,
        source.media_type,
        source.sha256,
        source.size,
        source.retrieved_at and _moment(source.retrieved_at),
        source.scraper,
        record.publisher,
        record.language,
        record.title,
        record.lead,
        record.text,
        *_stamp(record.published),
        record.published and record.published.year,
        *_stamp(record.updated),
    )


def _stamp(stamp: Stamp | None) -> tuple[str | None, str | None]:
    """A stamp as its day where it was made, and its moment if it has one."""
    if isinstance(stamp, datetime):
        return stamp.date().isoformat(), _moment(stamp)
    return (stamp.isoformat() if stamp else None), None


def _moment(moment: datetime) -> str:
    try:
        return moment.astimezone(UTC).isoformat(" ")
    except OverflowError as error:
        raise ValueError(f"a moment outside the calendar: {moment}") from error


def _roles(key: str, people: Iterable[Person]) -> list[Row]:
    pairs = ((n, role) for n, person in enumerate(people) for role in person.roles)
    return [
        (key, at, n, role.title, role.organization, role.municipality, role.confidence, role.by)
        for at, (n, role) in enumerate(pairs)
    ]


def _date(key: str, position: int, value: CalendarDate) -> Row:
    return (
        key,
        position,
        value.edtf,
        _day(value.start),
        _day(value.end),
        value.precision,
        value.confidence,
        value.by,
    )


def _day(bound: str | None) -> str | None:
    if bound is None:
        return None
    try:
        return date.fromisoformat(bound[:10]).isoformat()
    except ValueError as error:
        raise ValueError(f"no day of the calendar: {bound[:40]!r}") from error


def _count(key: str, position: int, count: Count) -> Row:
    most = None if count.value_max is None else _exact(count.value_max)
    return (
        key,
        position,
        _exact(count.value),
        most,
        count.unit,
        count.kind,
        count.qualifier,
        count.confidence,
        count.by,
    )


def _exact(number: Decimal) -> str:
    """The number in digits, if every database can hold it exactly."""
    text = f"{number:f}"
    if len(text) <= EVERYDAY and text.isdecimal():
        return text
    _, _, exponent = number.as_tuple()
    whole = number == number.to_integral_value()
    if abs(number) >= LARGEST or not (whole or (-int(exponent) <= DECIMALS and Decimal(repr(float(number))) == number)):
        raise ValueError(f"a count of more digits than can be kept exactly: {number:.9g}")
    return text


def _mentions(record: Record) -> list[Row]:
    """In the order of their key, in which databases sort them fastest."""
    key = record.id
    found: list[Row] = []
    for field in FIELDS:
        values = (
            [role for person in record.people for role in person.roles] if field == "roles" else getattr(record, field)
        )
        if field in SINGLE:
            found += [
                (key, field, n, 0, value.mention.start, value.mention.end, value.mention.text)
                for n, value in enumerate(values)
            ]
        else:
            found += [
                (key, field, n, at, mention.start, mention.end, mention.text)
                for n, value in enumerate(values)
                for at, mention in enumerate(value.mentions)
            ]
    return found
