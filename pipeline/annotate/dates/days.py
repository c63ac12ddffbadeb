"""Read days of the calendar: "onsdag 12. november 2014", "30.09.22", "1.–3. juni", "den tredje mai", "julaften"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.patterns import (
    DASH,
    LEFT,
    LEFT_OR_DASH,
    NIGHT_TO,
    RIGHT,
    UNHYPHENED,
    UNTIL,
    WEEKDAY,
    YEAR,
)
from pipeline.lexicon.calendar.holidays import FORMS, RULES
from pipeline.lexicon.calendar.words import UNITS
from pipeline.spans.dates import Day, Holiday, Interval, Month, Nth, Shift, Timed, YearOf

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node

PIVOT = 50  # '49 is 2049, '50 is 1950
LONG = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
BEFORE = rf"(?:{NIGHT_TO}(?:[kn] )?(?:(?P<weekday>W)(?: [P&])?|(?P<short>w)\.?),? (?:d |u d )?|{NIGHT_TO})"  # natt til lørdag, ons. den
MONTH = r"(?:(?P<month>M)|(?P<abbreviated>m)\.?)"
AFTER = rf"(?:,? {YEAR})?{UNHYPHENED}"

# onsdag 12. november 2014 | ons. 3. mai | den tredje mai
DAY_MONTH = rf"{LEFT_OR_DASH}{BEFORE}(?:(?P<day>1)\.? ?{MONTH}|(?P<ordinal>O) (?P<named>M)){AFTER}"
# 3. til søndag 4. mai | 1.–3. juni | lørdag 3. og søndag 4. mai
DAYS = (
    rf"{LEFT_OR_DASH}(?P<between>(?<=b ))?(?:(?P<weekday>W)(?: [P&])?,? (?:d )?)?(?:(?P<day>1)\.?|(?P<ordinal>O))(?:{UNTIL}|(?(between)(?: g )|(?!))| (?P<and>g) )"
    rf"(?:d )?(?:{WEEKDAY},? (?:d )?)?(?:(?P<last>1)\.? ?|(?P<last_ordinal>O) ){MONTH}{AFTER}"
)
# 30.09.22 | 1.1.2026 | 30. 9. 2022 | 30/9-2022 | 30/9/22 | 3-3-2015
NUMERIC = (
    rf"{LEFT_OR_DASH}{BEFORE}(?P<day>1)(?:\.(?P<month>1)\. ?(?P<year>4|[12])|/(?P<month_2>1)(?:[-/.]| )(?P<year_2>4)"
    rf"|/(?P<month_3>1)[-/](?P<year_3>[12])|-(?P<month_4>1)-(?P<year_4>4)|\. (?P<month_5>1)\. (?P<year_5>4)){RIGHT}"
)
SHORT = rf"{LEFT_OR_DASH}{BEFORE}(?P<day>1)(?:\.(?P<month>1)(?:\.(?!\d)|(?=[ ;|)-]|$))|/(?P<month_2>1){RIGHT})"  # 3.5. | 30/9
ISO = rf"{LEFT}(?P<year>4)(?:-(?P<month>1)-|/(?P<month_2>1)/)(?P<day>1)(?:C(?P<hour>[12]):(?P<minute>[12])(?::[12])?)?(?![\w/-])"  # 2022-09-30T14:00
# 12.–14.11.2023 | 12.-14.11. | 12/11–14/11
NUMERIC_DAYS = (
    rf"{LEFT_OR_DASH}(?P<day>1)(?:\.?{DASH}(?P<last>1)\.(?P<month>1)(?:\. ?(?P<year>4|[12])|\.(?!\d))"
    rf"|/(?P<first_month>1){DASH}(?P<last_2>1)/(?P<month_2>1)(?:[-/ ](?P<year_2>4))?){RIGHT}"
)
IN_MONTH = r"(?<=d )(?P<day>1)\.(?= ?(?:[;|)]|$))"  # den 15.
WEEKDAY_IN_MONTH = (
    r"(?P<weekday>W)(?: [P&])?,? d (?:(?P<day>1)\.|(?P<ordinal>O))(?! ?(?:[MmVUE1]|a |i ))"  # tirsdag den femte
)
HOLIDAY = rf"{NIGHT_TO}(?P<holiday>X)(?: {YEAR})?{UNHYPHENED}"  # julaften 2023
# første tirsdag i oktober | siste uka i august 2014 | siste dag i året | første mandag i neste måned | siste fredag i 2024
NTH = (
    rf"(?P<count>O|L|(?<![\w.,:/%-])1\.) (?:(?P<weekday>[WD])|(?P<unit>[EVU])) [ia] "
    rf"(?:(?P<month>M)(?: {YEAR})?|(?P<whole>4){RIGHT}|(?:(?P<pick>[lhnk]) )?(?P<stretch>[VUE]))"
)
DAY_OF = r"(?<![\w.,:/%-])(?P<count>1)\. (?:i )?(?P<pick>[lhnk]) (?P<stretch>[VU])"  # 20. denne måneden


def day(lexemes: Lexemes, match: re.Match[str]) -> Day | None:
    """The day of a match of DAY_MONTH, NUMERIC or SHORT; None where no month has it."""
    groups = match.groupdict()

    def first(*names: str) -> int | None:
        return next((value(lexemes, match, name) for name in names if groups.get(name) is not None), None)

    number = first("day", "ordinal")
    month = first("month", "abbreviated", "named", "month_2", "month_3", "month_4", "month_5")
    year = first("year", "year_2", "year_3", "year_4", "year_5")
    if number is None or month is None or not 1 <= month <= 12 or number > LONG[month]:
        return None
    return Day(number, month, _whole(year), first("weekday", "short"))


def days(lexemes: Lexemes, match: re.Match[str]) -> Interval | None:
    """The interval of two days of one month; None where the second is not behind the first."""
    month = value(lexemes, match, "month") or value(lexemes, match, "abbreviated") or 0
    first = value(lexemes, match, "day") or value(lexemes, match, "ordinal") or 0
    last = value(lexemes, match, "last") or value(lexemes, match, "last_ordinal") or 0
    year = value(lexemes, match, "year")
    if not 0 < first < last <= LONG[month] or (match["and"] and last - first > 1):
        return None
    return Interval(Day(first, month, year), Day(last, month, year))


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
    year = _whole(value(lexemes, match, "year") or value(lexemes, match, "year_2"))
    return Interval(Day(first, begins, None if begins > month else year), Day(last, month, year))


def in_month(lexemes: Lexemes, match: re.Match[str]) -> Day | None:
    """A day without a month."""
    groups = match.groupdict()
    number = value(lexemes, match, "day") or (groups.get("ordinal") and value(lexemes, match, "ordinal")) or 0
    weekday = value(lexemes, match, "weekday") if groups.get("weekday") else None
    return Day(number, None, weekday=weekday) if 0 < number <= 31 else None


def holiday(lexemes: Lexemes, match: re.Match[str]) -> Holiday:
    """A day with a name."""
    return Holiday(RULES[FORMS[value(lexemes, match, "holiday") or 0]], value(lexemes, match, "year"))


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


def _whole(year: int | None) -> int | None:
    """The year in full: 22 is 2022, 89 is 1989."""
    if year is None or year > 99:
        return year
    return year + (2000 if year < PIVOT else 1900)


RULES_OF_DAYS: tuple[Rule, ...] = (
    rule("days", DAYS, days),
    rule("day-month", DAY_MONTH, day),
    rule("numeric", NUMERIC, day),
    rule("numeric-short", SHORT, day),
    rule("iso", ISO, iso),
    rule("numeric-days", NUMERIC_DAYS, numeric_days),
    rule("day", IN_MONTH, in_month),
    rule("day", WEEKDAY_IN_MONTH, in_month),
    rule("holiday", HOLIDAY, holiday),
    rule("nth", NTH, nth),
    rule("day-of", DAY_OF, day_of),
)
