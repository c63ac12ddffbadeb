"""Work out what comes back every year: a day of a month, a month, a quarter, a week, a season, a holiday."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pipeline.lexicon.calendar.holidays import falls
from pipeline.normalise.dates import calendar
from pipeline.normalise.dates.seasons import beside_year, season_year
from pipeline.normalise.dates.years import in_year, single, told
from pipeline.spans.dates import Lean

if TYPE_CHECKING:
    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Day, Holiday, Month, Part, Season, Week

MONTHS_NEAR = 12  # how far "tirsdag den 5." is looked for


def day(node: Day, scope: Scope) -> str | None:
    """The value of a day, None where the calendar has none such."""
    if node.month is None:
        return _day_of_month(node, scope)
    month = node.month
    found = in_year(lambda year: single(calendar.day(year, month, node.day)), node.year, scope, node.weekday)
    return found[0].isoformat() if found else None


def _day_of_month(node: Day, scope: Scope) -> str | None:
    """The day with that number in the nearest month that tense and weekday allow."""
    if scope.published is None:
        return None
    published, here = scope.published, scope.published.year * 12 + scope.published.month - 1
    months = [divmod(here + offset, 12) for offset in range(-MONTHS_NEAR, MONTHS_NEAR + 1)]
    days = [found for year, month in months if (found := calendar.day(year, month + 1, node.day))]
    days = [found for found in days if node.weekday in (None, found.weekday())]
    if scope.lean is Lean.PAST:
        days = [found for found in days if found <= published]
    elif scope.lean is not Lean.NEAR:
        days = [found for found in days if found >= published]
    return min(days, key=lambda found: (abs(found - published), found)).isoformat() if days else None


def month(node: Month, scope: Scope) -> str | None:
    """The value of a month."""
    lean = {"last": Lean.PAST, "next": Lean.COMING, "coming": Lean.COMING}.get(node.pick or "", scope.lean)
    found = in_year(lambda year: calendar.months(year, node.month, 1), node.year, scope.at(lean, scope.sentence))
    return found[0].isoformat()[:7] if found else None


def part(node: Part, scope: Scope) -> str | None:
    """The value of a quarter or half-year."""
    size = 3 if node.part < 40 else 6
    first = (node.part - (33 if size == 3 else 40)) * size + 1
    found = in_year(lambda year: calendar.months(year, first, size), node.year, scope)
    return f"{found[0].year:04}-{node.part}" if found else None


def week(node: Week, scope: Scope) -> str | None:
    """The value of a week, its Monday and Sunday."""
    found = in_year(lambda year: calendar.week(node.week, year), node.year, scope.in_sentence())
    return calendar.days(*found) if found else None


def season(node: Season, scope: Scope) -> str | None:
    """The value of a season."""
    if node.after:
        anchor = scope.anchor("season", back=node.after < 0)
        return f"{beside_year(node, anchor):04}-{node.season}" if anchor else None
    said = told(node.year, scope)
    if node.year is not None and said is None:
        return None
    year = season_year(node, said, scope)
    return f"{year:04}-{node.season}" if year else None


def holiday(node: Holiday, scope: Scope) -> str | None:
    """The value of a day with a name, or of one beside it."""
    found = in_year(lambda year: single(falls(node.rule, year)), node.year, scope)
    return (found[0] + timedelta(days=node.offset)).isoformat() if found else None
