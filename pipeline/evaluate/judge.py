"""Judge each value of a record by an answer: right, wrong, or one on which careful readers differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.evaluate.items import answer_items, body, fold, number
from pipeline.evaluate.score import same_quote

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Hashable, Iterator

    from models.record import CalendarDate, Count, Record, Value
    from pipeline.evaluate.answers import Answer
    from pipeline.evaluate.items import Items

KINDS = ("municipalities", "counties", "organizations", "people", "roles", "dates", "counts", "quotes")


@dataclass(frozen=True, slots=True)
class Judged:
    """A value of a kind: the rule that read it, how sure the rule was, and whether it is right."""

    kind: str
    by: str
    confidence: float
    right: bool


def judge(record: Record, answer: Answer) -> Iterator[Judged]:
    """Every value of the record, but those that are optional in the answer."""
    asked = answer_items(answer)
    for kind, value, items in _values(record):
        right = [_stands(asked, kind, item) for item in items]
        if None not in right:
            yield Judged(kind, value.by, value.confidence, 2 * sum(map(bool, right)) > len(right))


def _values(record: Record) -> Iterator[tuple[str, Value, list[Hashable]]]:
    """Each value with what is compared of it: a date has an item for each of its mentions."""
    for place in record.municipalities:
        yield "municipalities", place, [place.code]
    for county in record.counties:
        yield "counties", county, [fold(county.name)]
    for organization in record.organizations:
        yield "organizations", organization, [fold(organization.name)]
    for person in record.people:
        yield "people", person, [fold(person.name)]
        for role in person.roles:
            yield "roles", role, [(fold(person.name), fold(role.title), body(role.organization))]
    for date in record.dates:
        yield "dates", date, _dates(date)
    for count in record.counts:
        yield "counts", count, [_count(count)]
    for quote in record.quotes:
        yield "quotes", quote, [(fold(quote.speaker), fold(quote.text))]


def _dates(date: CalendarDate) -> list[Hashable]:
    return [(text, date.edtf) for text in dict.fromkeys(fold(mention.text) for mention in date.mentions)]


def _count(count: Count) -> Hashable:
    return number(count.value), number(count.value_max), fold(count.unit), count.qualifier or ""


def _stands(asked: Items, kind: str, item: Hashable) -> bool | None:
    """Whether the answer has an item; None where it is optional."""
    need, may = asked.need[kind], asked.may[kind]
    if kind == "quotes":
        return _quoted(need, item) or (None if _quoted(may, item) else False)
    return item in need or (None if item in may else False)


def _quoted(held: Counter[Hashable], item: Hashable) -> bool:
    return any(same_quote(one, item) for one in held)


def calibration_error(judged: list[Judged], bins: int = 10) -> float:
    """The expected calibration error: how far confidence and share of right values lie apart, over bins of equal width.

    >>> calibration_error([Judged("dates", "rule", 0.9, right) for right in (True, True, True, False)])
    0.15
    """
    held: dict[int, list[Judged]] = {}
    for one in judged:
        held.setdefault(min(int(one.confidence * bins), bins - 1), []).append(one)
    apart = (abs(sum(one.confidence - one.right for one in group)) for group in held.values())
    return round(sum(apart) / len(judged), 6) if judged else 0.0
