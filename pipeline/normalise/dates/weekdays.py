"""Work out weekdays, weekends, and the days and weeks of a stretch in their row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.normalise.dates import calendar
from pipeline.normalise.dates.choose import weekday_near
from pipeline.normalise.dates.years import single

if TYPE_CHECKING:
    from pipeline.normalise.dates.choose import Stretch
    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Nth, Weekday, Weekend

THURSDAY, SATURDAY, SUNDAY = 3, 5, 6


def weekday(node: Weekday, scope: Scope) -> str | None:
    """The value of a weekday that is not said to be of a certain week."""
    if node.after:
        anchor = scope.anchor("day", back=node.after < 0) or scope.published
        return beside(node.weekday, anchor, node.after).isoformat() if anchor else None
    if scope.published is None:
        return None
    if node.pick == "this":
        return (scope.published + timedelta(days=node.weekday - scope.published.weekday())).isoformat()
    if node.pick:
        return beside(node.weekday, scope.published, -1 if node.pick == "last" else 1).isoformat()
    return weekday_near(node.weekday, scope.published, scope.lean).isoformat()


def beside(number: int, anchor: date, way: int) -> date:
    """The next weekday behind a day, or the last one before it."""
    if way > 0:
        return anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    return anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)


def weekend(node: Weekend, scope: Scope) -> str | None:
    """The value of a weekend, its Saturday and Sunday."""
    published = scope.published
    if published is None:
        return None
    if node.pick == "coming":
        saturday = published + timedelta(days=(SATURDAY - published.weekday()) % 7 or 7)
    elif published.weekday() == SUNDAY:  # a Sunday's weekend is its own
        saturday = published - timedelta(days=1)
    else:
        saturday = weekday_near(SATURDAY, published, scope.lean)
    return calendar.days(saturday, saturday + timedelta(days=1))


def in_row(node: Nth, first: date, last: date) -> Stretch | None:
    """The day, week or weekend with that number between two days, None where there are not so many.

    A week is that of the stretch in which most of its days lie.
    """
    if node.unit == "day" and node.weekday is None:
        found = last if node.count < 0 else first + timedelta(days=node.count - 1)
        return single(found) if found <= last else None
    counted = node.weekday if node.weekday is not None else SATURDAY if node.unit == "weekend" else THURSDAY
    if node.count < 0:
        found = last - timedelta(days=(last.weekday() - counted) % 7)
    else:
        found = first + timedelta(days=(counted - first.weekday()) % 7 + 7 * (node.count - 1))
    if not first <= found <= last:
        return None
    if node.weekday is not None:
        return single(found)
    return (found, found + timedelta(days=1)) if node.unit == "weekend" else _week(found)


def _week(day: date) -> Stretch:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
