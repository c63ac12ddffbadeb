"""Read days in figures: "30.09.22", "30/9-2022", "3.5.", "12.–14.11.2023", "2022-09-30T14:00"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.days import BEFORE, LONG, day, whole
from pipeline.annotate.dates.patterns import DASH, LEFT, LEFT_OR_DASH, RIGHT
from pipeline.spans.dates import Day, Interval, Timed

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node

# 30.09.22 | 1.1.2026 | 30. 9. 2022 | 30/9-2022 | 30/9/22 | 3-3-2015
NUMERIC = (
    rf"{LEFT_OR_DASH}{BEFORE}(?P<day>1)(?:\.(?P<month>1)\. ?(?P<year>4|[12])|/(?P<month_2>1)(?:[-/.]| )(?P<year_2>4)"
    rf"|/(?P<month_3>1)[-/](?P<year_3>[12])|-(?P<month_4>1)-(?P<year_4>4)|\. (?P<month_5>1)\. (?P<year_5>4))(?:{RIGHT}|(?=-1\.1\.[124]))"  # (30.12.2024)–02.01.2025
)
SHORT = rf"{LEFT_OR_DASH}{BEFORE}(?P<day>1)(?:\.(?P<month>1)(?:\.(?!\d)|(?=[ ;|)-]|$))|/(?P<month_2>1){RIGHT})"  # 3.5. | 30/9
ISO = rf"{LEFT}(?P<year>4)(?:-(?P<month>1)-|/(?P<month_2>1)/)(?P<day>1)(?:C(?P<hour>[12]):(?P<minute>[12])(?::[12])?)?(?![\w/-])"  # 2022-09-30T14:00
# 12.–14.11.2023 | 12.-14.11. | 12/11–14/11
NUMERIC_DAYS = (
    rf"{LEFT_OR_DASH}(?P<day>1)(?:\.?{DASH}(?P<last>1)\.(?P<month>1)(?:\. ?(?P<year>4|[12])|\.(?!\d))"
    rf"|/(?P<first_month>1){DASH}(?P<last_2>1)/(?P<month_2>1)(?:[-/ ](?P<year_2>4))?){RIGHT}"
)


def iso(lexemes: Lexemes, match: re.Match[str]) -> Node | None:
    """The day, or the minute, of a match of ISO."""
    found = day(lexemes, match)
    hour, minute = value(lexemes, match, "hour"), value(lexemes, match, "minute")
    if found is None or hour is None or minute is None:
        return found
    stands = lexemes.word(match.start("hour") - 1) == "T" and hour < 24 and minute < 60
    return Timed(found, f"{hour:02}:{minute:02}") if stands else None


def numeric_days(lexemes: Lexemes, match: re.Match[str]) -> Interval | None:
    """The interval of two days in figures; None where the calendar has none of them."""
    month = value(lexemes, match, "month") or value(lexemes, match, "month_2") or 0
    begins = value(lexemes, match, "first_month") or month
    first, last = (
        value(lexemes, match, "day") or 0,
        value(lexemes, match, "last") or value(lexemes, match, "last_2") or 0,
    )
    if not (first <= LONG.get(begins, 0) and last <= LONG.get(month, 0) and (begins, first) != (month, last)):
        return None
    if begins == month and first > last:
        return None
    year = whole(value(lexemes, match, "year") or value(lexemes, match, "year_2"))
    return Interval(Day(first, begins, None if begins > month else year), Day(last, month, year))


RULES_OF_FIGURES: tuple[Rule, ...] = (
    rule("numeric", NUMERIC, day, needs="1"),
    rule("numeric-short", SHORT, day, needs="1"),
    rule("iso", ISO, iso, needs="4"),
    rule("numeric-days", NUMERIC_DAYS, numeric_days, needs="1"),
)
