"""Read the days and weeks of a stretch in their row: "første tirsdag i oktober", "siste dag i året", "20. denne måneden"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.patterns import RIGHT, YEAR
from pipeline.lexicon.calendar.words import UNITS
from pipeline.spans.dates import Month, Nth, Shift, YearOf

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes

# første tirsdag i oktober | siste uka i august 2014 | siste dag i året | første mandag i neste måned | siste fredag i 2024
NTH = (
    rf"(?P<count>O|L|(?<![\w.,:/%-])1\.) (?:(?P<weekday>[WD])|(?P<unit>[EVU])) [ia] "
    rf"(?:(?P<month>M)(?: {YEAR})?|(?P<whole>4){RIGHT}|(?:(?P<pick>[lhnk]) )?(?P<stretch>[VUE]))"
)
DAY_OF = r"(?<![\w.,:/%-])(?P<count>1)\. (?:i )?(?P<pick>[lhnk]) (?P<stretch>[VU])"  # 20. denne måneden


def nth(lexemes: Lexemes, match: re.Match[str]) -> Nth | None:
    """A month's or year's first, second … last weekday, day or week."""
    count = -1 if match["count"] == "L" else value(lexemes, match, "count") or 0
    unit = UNITS[value(lexemes, match, "unit") or 0] if match["unit"] else "day"
    of = _row(lexemes, match)
    if of is None or count > 5 or unit not in ("day", "week", "weekend"):
        return None
    return Nth(count, value(lexemes, match, "weekday"), unit, of)


def day_of(lexemes: Lexemes, match: re.Match[str]) -> Nth | None:
    """A day by its number in a month near the article's."""
    of = _near(lexemes, match)
    return Nth(value(lexemes, match, "count") or 0, None, "day", of) if of and of.unit == "month" else None


def _row(lexemes: Lexemes, match: re.Match[str]) -> Month | YearOf | Shift | None:
    if match["month"]:
        return Month(value(lexemes, match, "month") or 0, value(lexemes, match, "year"))
    return YearOf(value(lexemes, match, "whole") or 0) if match["whole"] else _near(lexemes, match)


def _near(lexemes: Lexemes, match: re.Match[str]) -> Shift | None:
    """The stretch near the article's day that a definite word ("året") or a picked one ("neste måned") names."""
    unit = UNITS[value(lexemes, match, "stretch") or 0]
    if unit in ("day", "weekend") or not (match["pick"] or match["stretch"] == "V"):
        return None
    return Shift(unit, {"l": -1, "n": 1, "k": 1}.get(match["pick"] or "h", 0))


RULES_OF_ROWS: tuple[Rule, ...] = (
    rule("nth", NTH, nth, needs="OL1"),
    rule("day-of", DAY_OF, day_of, needs="lhnk"),
)
