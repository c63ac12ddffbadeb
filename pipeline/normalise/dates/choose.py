"""Choose the year of what comes back every year, and the day of a weekday, by the day of the article and the lean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from pipeline.spans.dates import Lean

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 60  # days of a stretch that is more than a month or holiday
FAR = 300  # days: the present tense seldom plans further ahead
T = TypeVar("T")
Stretch = tuple[date, date]


def year_near(stretch: Callable[[int], Stretch | None], published: date, lean: Lean) -> int | None:
    """The year in which a yearly stretch is the one that is meant; None where no near year has it.

    >>> may = lambda year: (date(year, 5, 1), date(year, 5, 31))
    >>> [year_near(may, date(2022, 9, 30), lean) for lean in (Lean.PAST, Lean.COMING, Lean.LIKELY_COMING, Lean.NEAR)]
    [2022, 2023, 2023, 2022]
    """
    found = {
        year: found
        for year in range(max(published.year - 4, 1), min(published.year + 5, 9999))
        if (found := stretch(year))
    }
    past = [
        year for year, (start, end) in found.items() if start <= published and not _just_begun(start, end, published)
    ]
    coming = [year for year, (_, end) in found.items() if end >= published]
    if not past or not coming:
        return next(iter(past[-1:] or coming[:1]), None)
    last, following = past[-1], coming[0]
    if lean is Lean.PAST:
        return last
    ahead = (found[following][0] - published).days
    if lean is Lean.COMING or (lean is Lean.LIKELY_COMING and ahead <= FAR):
        return following
    behind = (published - found[last][1]).days
    return following if ahead < behind or (lean is Lean.NEAR and ahead <= behind) else last


def _just_begun(start: date, end: date, published: date) -> bool:
    """Whether a long stretch is in its first half, so that what was is hardly told of it."""
    return (end - start).days > LONG and published <= end and published < start + (end - start) / 2


def weekday_near(weekday: int, published: date, lean: Lean) -> date:
    """The weekday that is meant, the day of the article itself where it is one.

    >>> weekday_near(4, date(2022, 9, 30), Lean.PAST).isoformat(), weekday_near(2, date(2022, 9, 30), Lean.NEAR).isoformat()
    ('2022-09-30', '2022-09-28')
    """
    ahead = (weekday - published.weekday()) % 7
    behind = (published.weekday() - weekday) % 7
    back = lean is Lean.PAST or (lean is Lean.NEAR and behind <= ahead)
    return published - timedelta(days=behind) if back else published + timedelta(days=ahead)
