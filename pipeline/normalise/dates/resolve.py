"""Work out the value of an expression: every kind of node to its EDTF."""

from __future__ import annotations

from datetime import date, timedelta
from functools import singledispatch
from typing import TYPE_CHECKING

from models.edtf import bounds
from pipeline.lexicon.calendar.holidays import falls, nth
from pipeline.normalise.dates import calendar
from pipeline.normalise.dates.choose import weekday_near, year_near
from pipeline.normalise.dates.seasons import season_year
from pipeline.spans.dates import (
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

    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Node, Year

Stretch = tuple[date, date]


@singledispatch
def resolve(node: Node, scope: Scope) -> str | None:  # noqa: ARG001 - what every node is resolved in
    """The EDTF value of an expression, None where nothing tells it.

    >>> from pipeline.normalise.dates.scope import Scope
    >>> day = Scope(date(2022, 9, 30))
    >>> resolve(Day(12, 11), day), resolve(Shift("year", -3), day), resolve(Month(5), Scope(None))
    ('2022-11-12', '2019', None)
    """
    raise TypeError(type(node).__name__)


@resolve.register(YearOf)
def _year(node: YearOf, scope: Scope) -> str | None:  # noqa: ARG001 - every node is given a scope
    return f"{node.year:04}"


@resolve.register(Decade)
def _decade(node: Decade, scope: Scope) -> str | None:  # noqa: ARG001
    return f"{node.start // 10:03}X"


@resolve.register(Shift)
def _shift(node: Shift, scope: Scope) -> str | None:
    anchor = scope.anchor(node.unit) if node.from_text else scope.published
    return calendar.unit_at(node.unit, anchor, node.offset) if anchor else None


@resolve.register(Same)
def _same(node: Same, scope: Scope) -> str | None:
    anchor = scope.anchor(node.unit) or scope.published
    return calendar.unit_at(node.unit, anchor, 0) if anchor else None


@resolve.register(Day)
def _day(node: Day, scope: Scope) -> str | None:
    if node.month is None:
        return _day_of_month(node.day, scope)
    month = node.month
    found = _in_year(lambda year: _single(calendar.day(year, month, node.day)), node.year, scope, node.weekday)
    return found[0].isoformat() if found else None


def _day_of_month(number: int, scope: Scope) -> str | None:
    if scope.published is None:
        return None
    back = scope.lean is Lean.PAST
    for offset in (0, -1 if back else 1, -2 if back else 2):
        year, month = divmod(scope.published.year * 12 + scope.published.month - 1 + offset, 12)
        found = calendar.day(year, month + 1, number)
        if found and (found <= scope.published if back else found >= scope.published):
            return found.isoformat()
    return None


@resolve.register(Month)
def _month(node: Month, scope: Scope) -> str | None:
    lean = {"last": Lean.PAST, "next": Lean.COMING, "coming": Lean.COMING}.get(node.pick or "", scope.lean)
    found = _in_year(lambda year: calendar.months(year, node.month, 1), node.year, scope.at(lean, scope.sentence))
    return found[0].isoformat()[:7] if found else None


@resolve.register(Part)
def _part(node: Part, scope: Scope) -> str | None:
    size = 3 if node.part < 40 else 6
    first = (node.part - (33 if size == 3 else 40)) * size + 1
    found = _in_year(lambda year: calendar.months(year, first, size), node.year, scope)
    return f"{found[0].year:04}-{node.part}" if found else None


@resolve.register(Week)
def _week(node: Week, scope: Scope) -> str | None:
    found = _in_year(lambda year: calendar.week(node.week, year), node.year, scope)
    return calendar.days(*found) if found else None


@resolve.register(Season)
def _season(node: Season, scope: Scope) -> str | None:
    told = _told(node.year, scope)
    if node.year is not None and told is None:
        return None
    year = season_year(node, told, scope)
    return f"{year:04}-{node.season}" if year else None


@resolve.register(Holiday)
def _holiday(node: Holiday, scope: Scope) -> str | None:
    found = _in_year(lambda year: _single(falls(node.rule, year)), node.year, scope)
    return found[0].isoformat() if found else None


@resolve.register(Weekday)
def _weekday(node: Weekday, scope: Scope) -> str | None:
    if node.after:
        anchor = scope.anchor("day") or scope.published
        return _beside(node.weekday, anchor, node.after).isoformat() if anchor else None
    if isinstance(node.week, (Week, Shift)):
        found = resolve(node.week, scope)
        return (date.fromisoformat(found[:10]) + timedelta(days=node.weekday)).isoformat() if found else None
    if scope.published is None:
        return None
    if node.pick == "this":
        return (scope.published + timedelta(days=node.weekday - scope.published.weekday())).isoformat()
    if node.pick:
        return _beside(node.weekday, scope.published, -1 if node.pick == "last" else 1).isoformat()
    return weekday_near(node.weekday, scope.published, scope.lean).isoformat()


def _beside(weekday: int, anchor: date, way: int) -> date:
    """The next weekday behind a day, or the last one before it."""
    if way > 0:
        return anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)
    return anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1)


@resolve.register(Weekend)
def _weekend(node: Weekend, scope: Scope) -> str | None:  # noqa: ARG001
    if scope.published is None:
        return None
    if scope.published.weekday() == 6:  # a Sunday's weekend is its own
        saturday = scope.published - timedelta(days=1)
    else:
        saturday = weekday_near(5, scope.published, scope.lean)
    return calendar.days(saturday, saturday + timedelta(days=1))


@resolve.register(Nth)
def _nth(node: Nth, scope: Scope) -> str | None:
    def stretch(year: int) -> Stretch | None:
        first, last = calendar.months(year, node.month.month, 1)
        try:
            if node.weekday is not None:
                return _single(nth(node.count, node.weekday, year, node.month.month))
            if node.unit == "day":
                return _single(last if node.count < 0 else first.replace(day=node.count))
        except ValueError:
            return None
        monday = first + timedelta(days=-first.weekday() % 7 + 7 * (node.count - 1))
        monday = last - timedelta(days=last.weekday()) if node.count < 0 else monday
        saturday = monday + timedelta(days=5 if node.unit == "weekend" else 0)
        return saturday, monday + timedelta(days=6)

    found = _in_year(stretch, node.month.year, scope)
    if found is None:
        return None
    return found[0].isoformat() if found[0] == found[1] else calendar.days(*found)


@resolve.register(Edge)
def _edge(node: Edge, scope: Scope) -> str | None:
    found = resolve(node.of, scope)
    return (bounds(found)[1 if node.last else 0] or "")[:10] or None if found else None


@resolve.register(Timed)
def _timed(node: Timed, scope: Scope) -> str | None:
    found = resolve(node.day, scope)
    if found is None or len(found) != len("2022-09-30"):
        return found
    return f"{found}T{node.start}" + (f"/{found}T{node.end}" if node.end else "")


@resolve.register(Interval)
def _interval(node: Interval, scope: Scope) -> str | None:
    first = resolve(node.first, scope)
    if first is None:
        return None
    start = bounds(first)[0]
    last = resolve(node.last, _behind(node.last, start, scope))
    if last is None or start is None:
        return None
    end = bounds(last)[1]
    if end is None or start[:10] > end[:10]:
        return None
    return _joined(first, last, start, end)


def _joined(first: str, last: str, start: str, end: str) -> str:
    """Two values as an interval; weeks, quarters and halves by their outer days or months."""
    if "/" in first or "/" in last:
        return f"{start[:10]}/{end[:10]}"
    if any(value[5:7] > "32" for value in (first, last)):
        return f"{start[:7]}/{end[:7]}"
    return f"{first}/{last}"


def _behind(node: Node, start: str | None, scope: Scope) -> Scope:
    """The scope for the end of an interval: it lies behind its start."""
    if start is None or scope.published is None:
        return scope
    day = date.fromisoformat(start[:10])
    inner = node.day if isinstance(node, Timed) else node
    if isinstance(inner, (Weekday, Day, Month, Week, Season, Part, Holiday)) and _free(inner):
        return type(scope)(day, Lean.COMING, scope.sentence)
    return scope


def _free(node: Node) -> bool:
    return getattr(node, "year", None) is None and getattr(node, "pick", None) is None


def _single(day: date | None) -> Stretch | None:
    return (day, day) if day else None


def _told(year: Year, scope: Scope) -> int | None:
    """The year in figures."""
    if isinstance(year, Shift):
        anchor = scope.anchor("year") if year.from_text else scope.published
        return anchor.year + year.offset if anchor else None
    return year


def _in_year(
    stretch: Callable[[int], Stretch | None], year: Year, scope: Scope, weekday: int | None = None
) -> Stretch | None:
    """The stretch in the year that is told, or else in the one that is meant."""
    told = _told(year, scope)
    if told is not None:
        return stretch(told) if 1 <= told <= 9998 else None
    if year is not None or scope.published is None:
        return None

    def fits(candidate: int) -> Stretch | None:
        found = stretch(candidate)
        return found if found and found[0].weekday() == weekday else None

    named = scope.told_year()
    if named is not None and (found := stretch(named)) and weekday in (None, found[0].weekday()):
        return found
    chosen = year_near(fits, scope.published, Lean.NEAR) if weekday is not None else None
    chosen = chosen or year_near(stretch, scope.published, scope.lean)
    return stretch(chosen) if chosen else None
