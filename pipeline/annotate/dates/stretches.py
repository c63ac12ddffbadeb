"""Read months, years, seasons, quarters, halves, weeks, decades and centuries: "november 2023", "uke 42", "90-tallet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.days import whole
from pipeline.annotate.dates.patterns import DASH, LEFT, LEFT_OR_DASH, RIGHT, UNHYPHENED, UNTIL, YEAR
from pipeline.lexicon.calendar.words import UNITS
from pipeline.spans.dates import Century, Decade, Interval, Month, Part, Season, Week, YearOf

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes

QUARTER, HALF = 32, 39  # the EDTF number before the first quarter's, the first half's
WINTER = 24
APOSTROPHES = "'’"

MONTH = rf"(?<![\w.])(?:(?P<month>M)(?: {YEAR})?|(?P<short>m)\.? (?P<its_year>4){RIGHT}){UNHYPHENED}"  # mai | november 2023 | okt. 2022
CLIPPED = rf"(?<![\w.])(?P<month>M) (?P<sign>;)(?P<year>[12]){RIGHT}"  # mai '24
MONTHS = rf"(?<![\w.])(?:(?P<short>m)\.?{UNTIL}(?:(?P<last>M)|(?P<last_short>m)\.?)|(?P<first>M){UNTIL}(?P<also>m)\.?) {YEAR}"  # jan.–mars 2025
YEAR_ALONE = rf"{LEFT_OR_DASH}{YEAR}"  # 2022
# skoleåret 2021/22 | 2019–2023
YEARS = rf"(?:\$ )?{LEFT}(?P<first>4)(?:{DASH}|/)(?P<last>4|[12])(?!\.? [Mm]){RIGHT}"
SEASON = rf"(?P<season>[Ss])(?: {YEAR}){UNHYPHENED}|(?P<alone>S){UNHYPHENED}"  # høsten 2017 | våren
SEASON_BESIDE = r"(?P<season>[sS]) (?P<way>F)(?! X)"  # hausten etter
WINTER_OF = rf"(?P<season>[sS]) {LEFT}(?P<first>4)(?:{DASH}|/)(?P<last>4|[12]){RIGHT}"  # vinteren 2023/24
PART = rf"(?P<count>[OL]|(?<![\w.,:/%-])1\.?) ?(?P<part>[QA])(?: {YEAR})?"  # 3. kvartal | første halvår 2024 | siste kvartal
PARTS = rf"(?<![\w.,:/%-])(?P<first>1)\.?{UNTIL}(?P<last>1)\. (?P<part>[QA])(?: {YEAR})?"  # 1.–3. kvartal 2023
PART_SIGN = rf"{LEFT}(?P<sign>B)(?P<count>1)(?:[ /-]{YEAR}|(?:(?<=[iafr] B1)|(?<![^|]B1)){RIGHT})"  # Q3 2024 | i Q3
HALVES = rf"(?P<count>[OL]|(?<![\w.,:/%-])1\.) (?P<part>H) {YEAR}"  # første halvdel av 2024
# uke 42 | veke 42–43 i 2023
WEEK = rf"[E*] (?:# )?(?P<week>[12])(?:(?:{UNTIL}| (?P<and>g) |/)(?P<last>[12]))?(?:[/-](?P<its_year>4){RIGHT}|{RIGHT}(?:(?: i|,)? {YEAR})?)"
ISO_WEEK = rf"{LEFT}(?P<year>4)-(?P<sign>C)(?P<week>[12])(?![\w/-])"  # 2023-W42
DECADE = rf"{LEFT}(?:(?P<first>4)|(?P<tens>[12]))-T|(?P<word>[ZÆ])"  # 1990-tallet | 90-talet | åttitallet | 1800-tallet
CENTURY = r"(?P<count>O|(?<![\w.,:/%-])1\.) (?P<unit>[UV])"  # 19. århundre


def month(lexemes: Lexemes, match: re.Match[str]) -> Month:
    """A month, with its year where that stands behind it."""
    number = value(lexemes, match, "month") or value(lexemes, match, "short") or 0
    return Month(number, value(lexemes, match, "year") or value(lexemes, match, "its_year"))


def clipped(lexemes: Lexemes, match: re.Match[str]) -> Month | None:
    """A month, and its year without its century."""
    if lexemes.word(match.start("sign")) not in APOSTROPHES:
        return None
    return Month(value(lexemes, match, "month") or 0, whole(value(lexemes, match, "year")))


def months(lexemes: Lexemes, match: re.Match[str]) -> Interval | None:
    """From one month to another of a year, one of them shortened."""
    first = value(lexemes, match, "short") or value(lexemes, match, "first") or 0
    last = value(lexemes, match, "last") or value(lexemes, match, "last_short") or value(lexemes, match, "also") or 0
    of = value(lexemes, match, "year")
    return Interval(Month(first, of), Month(last, of)) if 0 < first < last else None


def year(lexemes: Lexemes, match: re.Match[str]) -> YearOf:
    """A year alone."""
    return YearOf(value(lexemes, match, "year") or 0)


def years(lexemes: Lexemes, match: re.Match[str]) -> Interval | None:
    """From one year to another."""
    first = value(lexemes, match, "first") or 0
    last = _last(first, value(lexemes, match, "last") or 0)
    in_row = match.string[match.start("first") + 1] != "/" or last == first + 1  # 2021/22, not 2022/318
    return Interval(YearOf(first), YearOf(last)) if first < last <= first + 300 and in_row else None


def season_beside(lexemes: Lexemes, match: re.Match[str]) -> Season:
    """The season before or after the date before."""
    return Season(value(lexemes, match, "season") or 0, after=value(lexemes, match, "way") or 1)


def season(lexemes: Lexemes, match: re.Match[str]) -> Season:
    """A season, with its year where that stands behind it."""
    number = value(lexemes, match, "season") or value(lexemes, match, "alone") or 0
    return Season(number, value(lexemes, match, "year"))


def winter(lexemes: Lexemes, match: re.Match[str]) -> Season | None:
    """The winter between two years."""
    number, first = value(lexemes, match, "season") or 0, value(lexemes, match, "first") or 0
    last = _last(first, value(lexemes, match, "last") or 0)
    return Season(WINTER, first, pick="this") if number == WINTER and last == first + 1 else None


def part(lexemes: Lexemes, match: re.Match[str]) -> Part | None:
    """A quarter or half of a year."""
    base, most = (QUARTER, 4) if match["part"] == "Q" else (HALF, 2)
    if match["count"] == "L":  # "det siste halvåret" has lasted half a year
        last = match["year"] or not lexemes.word(match.start("part")).endswith("et")
        return Part(base + most, value(lexemes, match, "year")) if last else None
    count = value(lexemes, match, "count") or 0
    return Part(base + count, value(lexemes, match, "year")) if count <= most else None


def parts(lexemes: Lexemes, match: re.Match[str]) -> Interval | None:
    """From one quarter of a year to another."""
    first, last = value(lexemes, match, "first") or 0, value(lexemes, match, "last") or 0
    base, most = (QUARTER, 4) if match["part"] == "Q" else (HALF, 2)
    of = value(lexemes, match, "year")
    return Interval(Part(base + first, of), Part(base + last, of)) if 0 < first < last <= most else None


def part_sign(lexemes: Lexemes, match: re.Match[str]) -> Part | None:
    """A quarter or half by its sign; a half needs its year."""
    half = UNITS[value(lexemes, match, "sign") or 0] == "half"
    count, of = value(lexemes, match, "count") or 0, value(lexemes, match, "year")
    if count > (2 if half else 4) or (half and of is None):
        return None
    return Part((HALF if half else QUARTER) + count, of)


def week(lexemes: Lexemes, match: re.Match[str]) -> Week | Interval | None:
    """A week by its number, or the weeks from one to another."""
    first, last, of, its = (value(lexemes, match, group) for group in ("week", "last", "year", "its_year"))
    of = of or its
    if not first or first > 53:
        return None
    if last is None:
        return Week(first, of)
    if not first < last <= 53 or (match["and"] and last != first + 1):
        return None
    return Interval(Week(first, of), Week(last, of))


def iso_week(lexemes: Lexemes, match: re.Match[str]) -> Week | None:
    """A week by its number in ISO 8601."""
    number = value(lexemes, match, "week") or 0
    stands = lexemes.word(match.start("sign")) == "W" and 0 < number <= 53
    return Week(number, value(lexemes, match, "year")) if stands else None


def decade(lexemes: Lexemes, match: re.Match[str]) -> Decade | Century | None:
    """Ten years, or by a round hundred a hundred."""
    first = value(lexemes, match, "word") or value(lexemes, match, "first")
    first = first or 1900 + (value(lexemes, match, "tens") or 1)
    if first % 10:
        return None
    return Decade(first) if first % 100 else Century(first)


def century(lexemes: Lexemes, match: re.Match[str]) -> Century | None:
    """A hundred years by their number: the nineteenth begins with 1800."""
    count, unit = value(lexemes, match, "count") or 0, UNITS[value(lexemes, match, "unit") or 0]
    return Century(100 * count - 100) if unit == "century" and 0 < count <= 21 else None


def _last(first: int, last: int) -> int:
    """The last year in full: the 22 of 2021/22 is 2022."""
    return last if last > 99 else first - first % 100 + last


RULES_OF_STRETCHES: tuple[Rule, ...] = (
    rule("month", MONTH, month, needs="Mm"),
    rule("month", CLIPPED, clipped, needs="M"),
    rule("interval", MONTHS, months, needs="m"),
    rule("year", YEAR_ALONE, year, needs="4"),
    rule("years", YEARS, years, needs="4"),
    rule("season", SEASON, season, needs="sS"),
    rule("season", SEASON_BESIDE, season_beside, needs="F"),
    rule("season", WINTER_OF, winter, needs="sS"),
    rule("part", PART, part, needs="QA"),
    rule("interval", PARTS, parts, needs="QA"),
    rule("part", HALVES, part, needs="H"),
    rule("part", PART_SIGN, part_sign, needs="B"),
    rule("week", WEEK, week, needs="E*"),
    rule("week", ISO_WEEK, iso_week, needs="4"),
    rule("decade", DECADE, decade, needs="TZÆ"),
    rule("century", CENTURY, century, needs="UV"),
)
