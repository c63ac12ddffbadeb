"""Work out the value of an expression: every kind of node to its EDTF."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.edtf import bounds
from pipeline.normalise.dates import calendar, weekdays, yearly
from pipeline.normalise.dates.intervals import interval
from pipeline.normalise.dates.years import in_year, told
from pipeline.spans.dates import (
    Century,
    Day,
    Decade,
    Edge,
    Holiday,
    Interval,
    Lean,
    Month,
    Nth,
    Part,
    Same,
    Season,
    Shift,
    Timed,
    Week,
    Weekday,
    Weekend,
    YearOf,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.lexicon.calendar.words import Unit
    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Node


def resolve(node: Node, scope: Scope) -> str | None:
    """The EDTF value of an expression, None where nothing tells it.

    >>> from pipeline.normalise.dates.scope import Scope
    >>> day = Scope(date(2022, 9, 30))
    >>> resolve(Day(12, 11), day), resolve(Shift("year", -3), day), resolve(Month(5), Scope(None))
    ('2022-11-12', '2019', None)
    """
    return RESOLVERS[type(node)](node, scope)


def _shift(node: Shift, scope: Scope) -> str | None:
    if node.from_text and abs(node.offset) > 1 and not scope.named:
        return None  # "fire år senere", and the text has named no date
    anchor = scope.anchor(node.unit, back=node.offset < 0) if node.from_text else scope.published
    return calendar.unit_at(node.unit, anchor, node.offset) if anchor else None


def _same(node: Same, scope: Scope) -> str | None:
    anchor = scope.named_as(node.unit) or scope.anchor(node.unit) or scope.published
    if node.year is None or anchor is None or node.unit in ("year", "decade", "century"):
        return calendar.unit_at(node.unit, anchor, 0) if anchor else None
    if isinstance(node.year, Shift) and node.year.from_text and scope.named_as(node.unit):
        return _like(node.unit, anchor, anchor.year + node.year.offset)
    year = told(node.year, scope)
    return _like(node.unit, anchor, year) if year else None


def _like(unit: Unit, anchor: date, year: int) -> str | None:
    """The stretch of a year that has the place of the one that holds a day: the same month, the week of its number."""
    if unit == "week":
        found = calendar.week(anchor.isocalendar().week, year)
        return calendar.days(*found) if found else None
    there = calendar.day(year, anchor.month, anchor.day) or calendar.day(year, anchor.month, anchor.day - 1)
    return calendar.unit_at(unit, there, 0) if there else None


def _weekday(node: Weekday, scope: Scope) -> str | None:
    """A weekday; of a week, that many days behind its Monday."""
    if node.by is not None:
        anchor = yearly.holiday(node.by, scope)
        return weekdays.beside(node.weekday, date.fromisoformat(anchor), node.after).isoformat() if anchor else None
    if node.week is None:
        return weekdays.weekday(node, scope)
    found = resolve(node.week, scope)
    return (date.fromisoformat(found[:10]) + timedelta(days=node.weekday)).isoformat() if found else None


def _nth(node: Nth, scope: Scope) -> str | None:
    """A day or week of a stretch; of a month without a year, in the year in which it is near itself."""
    of = node.of
    if isinstance(of, Month):
        found = in_year(lambda year: weekdays.in_row(node, *calendar.months(year, of.month, 1)), of.year, scope)
    else:
        whole = resolve(of, scope)
        first, last = bounds(whole) if whole else (None, None)
        found = weekdays.in_row(node, date.fromisoformat(first), date.fromisoformat(last)) if first and last else None
    if found is None:
        return None
    return found[0].isoformat() if found[0] == found[1] else calendar.days(*found)


def _edge(node: Edge, scope: Scope) -> str | None:
    begun = isinstance(node.of, Part) and not node.last  # the start of a quarter that has just begun is behind
    found = resolve(node.of, scope.at(Lean.NEAR, scope.sentence) if begun else scope)
    return (bounds(found)[1 if node.last else 0] or "")[:10] or None if found else None


def _timed(node: Timed, scope: Scope) -> str | None:
    found = resolve(node.day, scope)
    if found is None or len(found) != len("2022-09-30"):
        return found
    return f"{found}T{node.start}" + (f"/{found}T{node.end}" if node.end else "")


RESOLVERS: dict[type[Node], Callable[..., str | None]] = {
    YearOf: lambda node, _: f"{node.year:04}",
    Decade: lambda node, _: f"{node.start // 10:03}X",
    Century: lambda node, _: f"{node.start // 100:02}XX",
    Shift: _shift,
    Same: _same,
    Day: yearly.day,
    Month: yearly.month,
    Part: yearly.part,
    Week: yearly.week,
    Season: yearly.season,
    Holiday: yearly.holiday,
    Weekday: _weekday,
    Weekend: weekdays.weekend,
    Nth: _nth,
    Edge: _edge,
    Timed: _timed,
    Interval: lambda node, scope: interval(node, scope, resolve),
}
