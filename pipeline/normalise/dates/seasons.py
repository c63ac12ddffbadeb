"""Choose the year of a season: "i haust", "sist sommer", "neste vår", "vinteren 2023"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from models.edtf import PARTS
from pipeline.normalise.dates.calendar import months
from pipeline.normalise.dates.choose import year_near
from pipeline.spans.dates import Lean, Shift

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Season

WINTER = 24
CLOSE = 45  # days before a season and behind it, in which "i sommer" cannot be another
JUST_BEGUN = 31  # days: "til høsten" is still the one that is here
LONGEST = 92  # days of a season
AUTUMN_BEGINS = 9  # from September on the winter that is near is the coming one


def season_year(node: Season, told: int | None, scope: Scope) -> int | None:
    """The year by which EDTF names the season, None where nothing tells it; a winter goes by the year it begins in.

    >>> from datetime import date
    >>> from pipeline.normalise.dates.scope import Scope
    >>> from pipeline.spans.dates import Season
    >>> may = Scope(date(2025, 5, 20))
    >>> season_year(Season(23, pick="last"), None, may), season_year(Season(22, pick="next"), None, may)
    (2024, 2026)
    """
    published = scope.published
    if told is not None:
        return _told(node, told, scope)
    if published is None:
        return None
    if node.pick == "next" and (node.season != WINTER or published.month >= AUTUMN_BEGINS):
        return published.year + 1
    if node.pick == "last":
        return _last(node.season, published)
    if node.pick is None and (named := scope.told_year()):
        return named

    def stretch(year: int) -> tuple[date, date]:
        return months(year, *PARTS[node.season])

    if node.pick == "coming":
        begun = published - timedelta(days=JUST_BEGUN)
        return next(year for year in range(published.year - 1, published.year + 3) if stretch(year)[0] >= begun)
    return year_near(stretch, published, _lean(node, stretch, scope, published))


def beside_year(node: Season, anchor: date) -> int:
    """The year of the season that comes next behind a day, or was last before it.

    >>> from datetime import date
    >>> from pipeline.spans.dates import Season
    >>> beside_year(Season(23, after=1), date(1978, 11, 11)), beside_year(Season(21, after=1), date(1978, 3, 1))
    (1979, 1979)
    """
    first, last = months(anchor.year, *PARTS[node.season])
    if node.after > 0:
        return anchor.year if first > anchor else anchor.year + 1
    return anchor.year if last < anchor else anchor.year - 1


def _lean(node: Season, stretch: Callable[[int], tuple[date, date]], scope: Scope, published: date) -> Lean:
    """The lean of the sentence; "i sommer" is the one that is close, whatever the tense."""
    if node.pick == "next":
        return Lean.COMING
    close = [
        year
        for year in range(published.year - 1, published.year + 2)
        if -CLOSE < (published - stretch(year)[0]).days < CLOSE + LONGEST
    ]
    return Lean.NEAR if node.pick == "this" and len(close) == 1 else scope.lean


def _told(node: Season, told: int, scope: Scope) -> int:
    published = scope.published
    if node.season != WINTER or published is None or node.pick == "this":  # "vinteren 2023/24" tells both years
        return told
    if isinstance(node.year, Shift) and node.year.offset < 0:  # "i fjor vinter": the one before this winter
        return told if published.month >= AUTUMN_BEGINS else told - 1 + (1 + node.year.offset)
    early = told == published.year and published.month < AUTUMN_BEGINS and scope.lean is not Lean.COMING
    return told - 1 if early else told


def _last(season: int, published: date) -> int:
    """The last one that is over."""
    ended = months(published.year, *PARTS[season])[1] < published
    return published.year if ended else published.year - 1
