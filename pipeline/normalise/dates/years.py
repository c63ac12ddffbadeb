"""Choose the year of what comes back every year: the one that is told, or else the one that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.normalise.dates.choose import year_near
from pipeline.spans.dates import Lean, Shift

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pipeline.normalise.dates.choose import Stretch
    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Year

LAST_YEAR = 9998


def told(year: Year, scope: Scope) -> int | None:
    """The year in figures: 2022 of "2022" or, in an article of 2023, of "i fjor"; None where none is said."""
    if isinstance(year, Shift):
        anchor = scope.anchor("year") if year.from_text else scope.published
        return anchor.year + year.offset if anchor else None
    return year


def in_year(
    stretch: Callable[[int], Stretch | None], year: Year, scope: Scope, weekday: int | None = None
) -> Stretch | None:
    """The stretch in the year that is told, or else in the one that is meant; a weekday helps to choose."""
    said = told(year, scope)
    if said is not None:
        return stretch(said) if 1 <= said <= LAST_YEAR else None
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


def single(day: date | None) -> Stretch | None:
    """A day as a stretch."""
    return (day, day) if day else None
