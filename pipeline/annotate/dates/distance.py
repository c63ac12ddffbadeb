"""Read what is told by a distance counted or a date before: "for tre år siden", "to dager senere", "dagen etter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.patterns import LEFT, NUMBER, PART
from pipeline.annotate.dates.relative import OFFSETS
from pipeline.lexicon.calendar.holidays import FEASTS, FORMS, RULES
from pipeline.lexicon.calendar.words import UNITS
from pipeline.spans.dates import Holiday, Same, Season, Shift, Weekday

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node

HALF_YEAR = 6  # months
COUNT = r"(?:[129]|N)"  # 7, 150, sju

# for tre år siden | 14 dager siden
COUNTED = rf"(?:(?P<count>{COUNT}) (?:g (?P<also>N) ½ |(?P<half>½ ))?(?P<unit>[UE@])|(?P<more>¾) (?P<years>U)|N (?P<halves>A))"
AGO = rf"(?:r )?(?:~ )?{LEFT}{COUNTED} q"
AHEAD = rf"o (?:~ )?{COUNTED}"  # om to måneder | om halvannet år | om to og et halvt år
# mandag om to uker | tirsdag for ei veke sidan
DAY_COUNTED = rf"(?P<word>R) o (?P<count>{NUMBER}) [E@]"  # i morgen om en uke
WEEKDAY_COUNTED = rf"(?P<weekday>W)(?: {PART})? (?:o (?P<count>{NUMBER}) [E@]|r (?P<back>{NUMBER}) [E@] q)"
LATER = rf"(?:~ )?{LEFT}(?P<count>{NUMBER}) (?P<unit>[UE@]) (?P<way>[GF])"  # to dager senere | tre år før
BESIDE = r"(?P<unit>[V&]) (?P<way>F)"  # dagen etter | året før
WEEKDAY_BY = rf"(?P<weekday>[WD])(?: {PART})? (?:(?P<way>F) (?:(?P<holiday>X)|(?P<feast>Ä))|i (?P<within>Ä))"  # onsdag før påske | lørdag i påsken
DAY_BY = r"(?P<unit>V) (?P<way>F) (?P<holiday>X)"  # dagen før julaften
AFTER_NEXT = r"(?P<unit>[EUV]) (?P<way>F) n(?! [UEVWMsSQA])"  # uka etter neste
# mandagen etter | påfølgende mandag
WEEKDAY_BESIDE = rf"(?P<weekday>D) (?P<way>F)|(?P<following>[jp]) (?P<named>[WD])(?: {PART})?"
FOLLOWING = r"(?P<pick>[jp]) (?P<unit>[UEV])"  # påfølgende år
SAME = rf"J (?:(?P<unit>[UEVQA])|(?P<part>{PART})|(?P<season>[sS]))"  # samme dag | same kveld


def ago(lexemes: Lexemes, match: re.Match[str]) -> Shift | None:
    """A stretch so many units back."""
    return _counted(lexemes, match, -1)


def ahead(lexemes: Lexemes, match: re.Match[str]) -> Shift | None:
    """A stretch so many units ahead."""
    return _counted(lexemes, match, 1)


def _counted(lexemes: Lexemes, match: re.Match[str], way: int) -> Shift | None:
    halves = _halves(lexemes, match)
    if halves is not None:
        return Shift("month", way * HALF_YEAR * halves) if halves else None
    count, name = value(lexemes, match, "count") or 0, UNITS[value(lexemes, match, "unit") or 0]
    return Shift(name, way * count) if name != "weekend" and count else None


def _halves(lexemes: Lexemes, match: re.Match[str]) -> int | None:
    """How many half-years a count with a half is, 0 where it is none of years; None where it is of whole units."""
    if match["halves"]:
        return 1
    unit = value(lexemes, match, "years") if match["more"] else value(lexemes, match, "unit")
    count = value(lexemes, match, "count") or 0
    halves = 3 if match["more"] else 2 * count + 1 if match["also"] else count if match["half"] else None
    return halves if halves is None or UNITS[unit or 0] == "year" else 0


def day_counted(lexemes: Lexemes, match: re.Match[str]) -> Shift | None:
    """The day so many weeks from one near the article's: "i dag om ei veke"."""
    if UNITS[lexemes.values[match.end() - 1]] != "week":
        return None
    return Shift("day", (value(lexemes, match, "word") or 0) + 7 * (value(lexemes, match, "count") or 0))


def weekday_counted(lexemes: Lexemes, match: re.Match[str]) -> Weekday | None:
    """A weekday of the week so many weeks away."""
    if UNITS[lexemes.values[match.end() - (3 if match["back"] else 1)]] != "week":
        return None
    ahead, back = value(lexemes, match, "count"), value(lexemes, match, "back")
    return Weekday(value(lexemes, match, "weekday") or 0, week=Shift("week", (ahead or 0) - (back or 0)))


def later(lexemes: Lexemes, match: re.Match[str]) -> Shift | None:
    """So many units from the date before."""
    count, name = value(lexemes, match, "count") or 0, UNITS[value(lexemes, match, "unit") or 0]
    return Shift(name, count * (value(lexemes, match, "way") or 1), from_text=True) if name != "weekend" else None


def beside(lexemes: Lexemes, match: re.Match[str]) -> Shift:
    """The unit before or after that of the date before."""
    name = "day" if match["unit"] == "&" else UNITS[value(lexemes, match, "unit") or 0]
    return Shift(name, value(lexemes, match, "way") or 1, from_text=True)


def weekday_beside(lexemes: Lexemes, match: re.Match[str]) -> Weekday:
    """The weekday before or after the date before."""
    way = value(lexemes, match, "way") or OFFSETS.get(match["following"], 1)
    return Weekday(value(lexemes, match, "weekday") or value(lexemes, match, "named") or 0, after=way)


def after_next(lexemes: Lexemes, match: re.Match[str]) -> Shift | None:
    """The unit behind the next one."""
    name = UNITS[value(lexemes, match, "unit") or 0]
    return Shift(name, 2) if name != "day" and value(lexemes, match, "way") == 1 else None


def weekday_by(lexemes: Lexemes, match: re.Match[str]) -> Weekday | None:
    """The weekday before, after or of a holiday or feast."""
    way = value(lexemes, match, "way") or 1
    if match["within"]:
        rule_of_day = FEASTS[value(lexemes, match, "within") or 0][2]
        if not rule_of_day:
            return None
    elif match["holiday"]:
        rule_of_day = RULES[FORMS[value(lexemes, match, "holiday") or 0]]
    else:
        rule_of_day = FEASTS[value(lexemes, match, "feast") or 0][way > 0]
    return Weekday(value(lexemes, match, "weekday") or 0, after=way, by=Holiday(rule_of_day))


def day_by(lexemes: Lexemes, match: re.Match[str]) -> Holiday | None:
    """The day before or after a holiday."""
    if UNITS[value(lexemes, match, "unit") or 0] != "day":
        return None
    rule_of_day = RULES[FORMS[value(lexemes, match, "holiday") or 0]]
    return Holiday(rule_of_day, offset=value(lexemes, match, "way") or 1)


def following(lexemes: Lexemes, match: re.Match[str]) -> Shift:
    """The next unit, from the date before."""
    name = UNITS[value(lexemes, match, "unit") or 0]
    return Shift(name, OFFSETS[match["pick"]], from_text=True)


def same(lexemes: Lexemes, match: re.Match[str]) -> Node:
    """The unit of the date before."""
    if match["season"]:
        return Season(value(lexemes, match, "season") or 0, Shift("year", 0, from_text=True))
    return Same(UNITS[value(lexemes, match, "unit") or 0] if match["unit"] else "day")


RULES_OF_DISTANCE: tuple[Rule, ...] = (
    rule("relative-day", DAY_COUNTED, day_counted, needs="R"),
    rule("weekday-of-week", WEEKDAY_COUNTED, weekday_counted, needs="W"),
    rule("ago", AGO, ago, needs="q"),
    rule("ahead", AHEAD, ahead, needs="o"),
    rule("later", LATER, later, needs="GF"),
    rule("beside", BESIDE, beside, needs="F"),
    rule("weekday-beside", WEEKDAY_BESIDE, weekday_beside, needs="DW"),
    rule("relative-unit", AFTER_NEXT, after_next, needs="n"),
    rule("weekday-by", WEEKDAY_BY, weekday_by, needs="XÄ"),
    rule("day-by", DAY_BY, day_by, needs="X"),
    rule("following", FOLLOWING, following, needs="jp"),
    rule("same", SAME, same, needs="J"),
)
