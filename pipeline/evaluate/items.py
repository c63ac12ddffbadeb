"""What is compared: the items of an answer and of a record, field by field, folded to what matters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from datetime import date
    from decimal import Decimal

    from models.record import Count, Record
    from pipeline.evaluate.answers import Answer, CountAnswer

FIELDS = (
    "title",
    "lead",
    "published",
    "updated",
    "publisher",
    "language",
    "municipalities",
    "counties",
    "organizations",
    "people",
    "roles",
    "dates",
    "date_values",
    "counts",
    "count_values",
    "quotes",
)
KOMMUNE = re.compile(r" (?:kommunes?|fylkeskommune)$")
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")

Tally = dict[str, "Counter[Hashable]"]
Item = tuple[str, "Hashable", bool]  # the field, what is compared, whether it is optional


@dataclass(slots=True)
class Items:
    """The items of one case by field: those that must be found, and those that may be."""

    need: Tally = field(default_factory=lambda: {name: Counter() for name in FIELDS})
    may: Tally = field(default_factory=lambda: {name: Counter() for name in FIELDS})

    def put(self, name: str, item: Hashable, optional: bool) -> None:  # noqa: FBT001 - the last part of an Item
        """Count an item of a field."""
        (self.may if optional else self.need)[name][item] += 1


def fold(text: str | None) -> str:
    """A text by its words: case, white space, kinds of dash, quotation marks and outer punctuation set aside.

    >>> fold("«Fem–seks  kommuner».")
    'fem-seks kommuner'
    """
    text = unicodedata.normalize("NFC", text or "").replace("\u00ad", "").casefold()
    text = re.sub(r"[‐‑–—−]", "-", text)
    text = re.sub(r"[«»“”„\"]", "", text)
    return re.sub(r"\s+", " ", text).strip(" .,;:!?-–'")


def number(value: Decimal | float | None) -> str:
    """A number to six significant digits, "" for none."""
    return "" if value is None else f"{float(value):.6g}"


def stamp(value: str | date | None) -> str:
    """A stamp cut to the minute, without its offset."""
    match = STAMP.match(value if isinstance(value, str) else value.isoformat() if value else "")
    return (match[1] + (f"T{match[2]}" if match[2] else "")) if match else ""


def body(name: str | None) -> str:
    """What a role is in, without "kommune" behind it."""
    return KOMMUNE.sub("", fold(name))


def answer_items(answer: Answer) -> Items:
    """The items of an answer."""
    items = Items()
    for found in chain(_scalars(answer), _answer_names(answer), _answer_people(answer), _answer_values(answer)):
        items.put(*found)
    return items


def record_items(record: Record) -> Tally:
    """The items of a record, by field."""
    items = Items()
    for found in chain(_scalars(record), _record_names(record), _record_values(record)):
        items.put(*found)
    return items.need


def _scalars(one: Answer | Record) -> Iterator[Item]:
    for name in ("title", "lead", "publisher", "language"):
        if getattr(one, name):
            yield name, fold(getattr(one, name)), False
    for name in ("published", "updated"):
        if getattr(one, name):
            yield name, stamp(getattr(one, name)), False


def _answer_names(answer: Answer) -> Iterator[Item]:
    for place in answer.municipalities:
        yield "municipalities", place.code or fold(place.name), place.optional
    for county in answer.counties:
        yield "counties", fold(county), False
    for organization in answer.organizations:
        if isinstance(organization, str):
            yield "organizations", fold(organization), False
        else:
            yield "organizations", fold(organization.name), organization.optional


def _answer_people(answer: Answer) -> Iterator[Item]:
    for person in answer.people:
        yield "people", fold(person.name), person.optional
        for role in person.roles:
            item = (fold(person.name), fold(role.title), body(role.organization))
            yield "roles", item, role.optional or person.optional
    for quote in answer.quotes:
        yield "quotes", (fold(quote.speaker), fold(quote.text)), quote.optional


def _answer_values(answer: Answer) -> Iterator[Item]:
    dates = {(fold(date.text), date.value): date for date in reversed(answer.dates)}
    for (text, edtf), date in dates.items():
        yield "dates", (text, edtf), date.optional
        yield "date_values", edtf, date.optional
    counts = {(*_amount(count), fold(count.text)): count for count in reversed(answer.counts)}
    for (*amount, _), count in counts.items():
        yield "counts", (*amount, count.qualifier or ""), count.optional
        yield "count_values", tuple(amount), count.optional


def _record_names(record: Record) -> Iterator[Item]:
    for place in record.municipalities:
        yield "municipalities", place.code, False
    for county in record.counties:
        yield "counties", fold(county.name), False
    for organization in record.organizations:
        yield "organizations", fold(organization.name), False
    for person in record.people:
        yield "people", fold(person.name), False
        for role in person.roles:
            yield "roles", (fold(person.name), fold(role.title), body(role.organization)), False
    for quote in record.quotes:
        yield "quotes", (fold(quote.speaker), fold(quote.text)), False


def _record_values(record: Record) -> Iterator[Item]:
    for text, edtf in {(fold(mention.text), date.edtf) for date in record.dates for mention in date.mentions}:
        yield "dates", (text, edtf), False
        yield "date_values", edtf, False
    counts = {(*_amount(count), fold(count.mention.text)): count for count in reversed(record.counts)}
    for (*amount, _), count in counts.items():
        yield "counts", (*amount, count.qualifier or ""), False
        yield "count_values", tuple(amount), False


def _amount(count: CountAnswer | Count) -> tuple[str, str, str]:
    return number(count.value), number(count.value_max), fold(count.unit)
