"""Read days of the calendar: "onsdag 12. november 2014", "1.–3. juni", "den tredje mai", "julaften"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.patterns import (
    LEFT_OR_DASH,
    NIGHT_TO,
    UNHYPHENED,
    UNTIL,
    WEEKDAY,
    YEAR,
)
from pipeline.lexicon.calendar.holidays import FORMS, RULES
from pipeline.spans.dates import Day, Holiday, Interval

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes

PIVOT = 50  # '49 is 2049, '50 is 1950
LONG = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
BEFORE = rf"(?:{NIGHT_TO}(?:[kn] )?(?:(?P<weekday>W)(?: [P&])?|(?P<short>w)\.?),? (?:d |u d )?|{NIGHT_TO})"  # natt til lørdag, ons. den
MONTH = r"(?:(?P<month>M)|(?P<abbreviated>m)\.?)"
AFTER = rf"(?:,? {YEAR})?{UNHYPHENED}"

# onsdag 12. november 2014 | ons. 3. mai | den tredje mai | 12. april/3. mai 2024
DAY_MONTH = rf"(?:{LEFT_OR_DASH}|(?<=[Mm]/)){BEFORE}(?:(?P<day>1)\.? ?{MONTH}|(?P<ordinal>O) (?P<named>M)){AFTER}"
# 3. til søndag 4. mai | 1.–3. juni | lørdag 3. og søndag 4. mai
DAYS = (
    rf"{LEFT_OR_DASH}(?P<between>(?<=b ))?(?P<listed>(?<=1\., ))?(?:(?P<weekday>W)(?: [P&])?,? (?:d )?)?(?:(?P<day>1)\.?|(?P<ordinal>O))"
    rf"(?:{UNTIL}|(?(between)(?: g )|(?!))| (?P<and>g) )"
    rf"(?:d )?(?:{WEEKDAY},? (?:d )?)?(?:(?P<last>1)\.? ?|(?P<last_ordinal>O) ){MONTH}{AFTER}"
)
IN_MONTH = r"(?<=d )(?P<day>1)\.(?= ?(?:[;|)]|$))"  # den 15.
WEEKDAY_IN_MONTH = (
    r"(?P<weekday>W)(?: [P&])?,? d (?:(?P<day>1)\.|(?P<ordinal>O))(?! ?(?:[MmVUE1]|a |i ))"  # tirsdag den femte
)
HOLIDAY = rf"{NIGHT_TO}(?P<holiday>X)(?: {YEAR})?{UNHYPHENED}"  # julaften 2023


def day(lexemes: Lexemes, match: re.Match[str]) -> Day | None:
    """The day of a match of DAY_MONTH, NUMERIC or SHORT; None where no month has it."""
    groups = match.groupdict()

    def first(*names: str) -> int | None:
        return next((value(lexemes, match, name) for name in names if groups.get(name) is not None), None)

    number = first("day", "ordinal")
    month = first("month", "abbreviated", "named", "month_2", "month_3", "month_4", "month_5")
    year = first("year", "year_2", "year_3", "year_4", "year_5")
    if number is None or month is None or not 1 <= month <= 12 or number > LONG[month] or _one_digit(lexemes, match):
        return None
    return Day(number, month, whole(year), first("weekday", "short"))


def _one_digit(lexemes: Lexemes, match: re.Match[str]) -> bool:
    """Whether the year is a lone digit, as in the version 17.5.1."""
    years = (place for name, place in match.re.groupindex.items() if name.startswith("year") and match[place])
    return any(len(lexemes.word(match.start(place))) == 1 for place in years)


def days(lexemes: Lexemes, match: re.Match[str]) -> Interval | None:
    """The interval of two days of one month; None where the second is not behind the first."""
    month = value(lexemes, match, "month") or value(lexemes, match, "abbreviated") or 0
    first = value(lexemes, match, "day") or value(lexemes, match, "ordinal") or 0
    last = value(lexemes, match, "last") or value(lexemes, match, "last_ordinal") or 0
    year = value(lexemes, match, "year")
    if not 0 < first < last <= LONG[month] or (match["and"] and (last - first > 1 or match["listed"] is not None)):
        return None
    return Interval(Day(first, month, year), Day(last, month, year))


def in_month(lexemes: Lexemes, match: re.Match[str]) -> Day | None:
    """A day without a month."""
    groups = match.groupdict()
    number = value(lexemes, match, "day") or (groups.get("ordinal") and value(lexemes, match, "ordinal")) or 0
    weekday = value(lexemes, match, "weekday") if groups.get("weekday") else None
    return Day(number, None, weekday=weekday) if 0 < number <= 31 else None


def holiday(lexemes: Lexemes, match: re.Match[str]) -> Holiday:
    """A day with a name."""
    return Holiday(RULES[FORMS[value(lexemes, match, "holiday") or 0]], value(lexemes, match, "year"))


def whole(year: int | None) -> int | None:
    """The year in full: 22 is 2022, 89 is 1989."""
    if year is None or year > 99:
        return year
    return year + (2000 if year < PIVOT else 1900)


RULES_OF_DAYS: tuple[Rule, ...] = (
    rule("days", DAYS, days, needs="Mm"),
    rule("day-month", DAY_MONTH, day, needs="Mm"),
    rule("day", IN_MONTH, in_month, needs="d"),
    rule("day", WEEKDAY_IN_MONTH, in_month, needs="d"),
    rule("holiday", HOLIDAY, holiday, needs="X"),
)
