"""Read what is told by its distance: "i går", "neste år", "for tre år siden", "sist onsdag", "dagen etter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.patterns import LEFT, NUMBER, PART, RIGHT
from pipeline.lexicon.calendar.words import UNITS
from pipeline.spans.dates import Month, Same, Season, Shift, Week, Weekday, Weekend

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node, Pick

PICKS: dict[str, Pick] = {"l": "last", "h": "this", "n": "next", "k": "coming"}
OFFSETS = {"l": -1, "p": -1, "h": 0, "n": 1, "k": 1, "j": 1}
HALF_YEAR = 6  # months
COUNT = r"(?:[129]|N)"  # 7, 150, sju

RELATIVE_DAY = rf"(?:& t )?(?P<word>R)(?: {PART})?"  # i går | natt til i dag | i morgen kveld
RELATIVE_YEAR = r"(?P<word>Y)"  # i fjor
# fredag kveld | sist onsdag | natt til søndag
WEEKDAY = (
    rf"(?:& t (?:d )?)?(?:(?P<pick>[lhnk]) )?(?:(?P<weekday>W)(?: {PART})?|(?P<whole>Å))(?!-[A-Za-z])"  # fredagskvelden
)
ALONE = r"(?<![^|])(?P<weekday>D)(?=[.|]?$|\|)"  # tysdagen
PICKED_DEFINITE = rf"(?P<pick>[hk]) (?P<weekday>D)(?: {PART})?"  # denne mandagen
# onsdag i forrige uke | mandag neste uke | torsdag i uke 12
WEEKDAY_OF = rf"(?P<weekday>W)(?: {PART})?(?: i)? (?:(?P<pick>[lhnk]) (?:E|V(?P<of>))|E (?P<week>[12]){RIGHT})"
# forrige uke | neste år | inneværende måned | denne helga
UNIT = r"(?P<pick>[lhnk]) (?P<unit>[UEVQAÉ])(?! G)"
LAST_SEASON = r"(?P<pick>[lhnk]) (?P<season>[sS])"  # sist sommer | denne høsten
YEAR_SEASON = r"(?P<year>Y) (?P<season>s)"  # i fjor høst
THIS_SEASON = r"(?P<season>I)"  # i vår
PICKED_MONTH = r"(?P<pick>[lnk]) (?P<month>M)"  # neste mars
# for tre år siden | 14 dager siden
COUNTED = rf"(?:(?P<count>{COUNT}) (?:g (?P<also>N) ½ |(?P<half>½ ))?(?P<unit>[UE@])|(?P<more>¾) (?P<years>U)|N (?P<halves>A))"
AGO = rf"(?:r )?(?:~ )?{LEFT}{COUNTED} q"
AHEAD = rf"o (?:~ )?{COUNTED}"  # om to måneder | om halvannet år | om to og et halvt år
# mandag om to uker | tirsdag for ei veke sidan
WEEKDAY_COUNTED = rf"(?P<weekday>W)(?: {PART})? (?:o (?P<count>{NUMBER}) [E@]|r (?P<back>{NUMBER}) [E@] q)"
WEEKEND = r"(?P<unit>V)"  # helga

LATER = rf"(?:~ )?{LEFT}(?P<count>{NUMBER}) (?P<unit>[UE@]) (?P<way>[GF])"  # to dager senere | tre år før
BESIDE = r"(?P<unit>[V&]) (?P<way>F)"  # dagen etter | året før
# mandagen etter | påfølgende mandag
WEEKDAY_BESIDE = rf"(?P<weekday>D) (?P<way>F)|(?P<following>[jp]) (?P<named>[WD])(?: {PART})?"
FOLLOWING = r"(?P<pick>[jp]) (?P<unit>[UEV])"  # påfølgende år
SAME = rf"J (?:(?P<unit>[UEV])|(?P<part>{PART})|(?P<season>[sS]))"  # samme dag | same kveld


def relative_day(lexemes: Lexemes, match: re.Match[str]) -> Shift:
    """A day near that of the article."""
    return Shift("day", value(lexemes, match, "word") or 0)


def relative_year(lexemes: Lexemes, match: re.Match[str]) -> Shift:
    """A year near that of the article."""
    return Shift("year", value(lexemes, match, "word") or 0)


def weekday(lexemes: Lexemes, match: re.Match[str]) -> Weekday:
    """A weekday, with the word that picks it."""
    groups = match.groupdict()
    number = value(lexemes, match, "whole" if groups.get("whole") else "weekday")
    return Weekday(number or 0, PICKS.get(groups.get("pick") or ""))


def weekday_counted(lexemes: Lexemes, match: re.Match[str]) -> Weekday | None:
    """A weekday of the week so many weeks away."""
    if UNITS[lexemes.values[match.end() - (3 if match["back"] else 1)]] != "week":
        return None
    ahead, back = value(lexemes, match, "count"), value(lexemes, match, "back")
    return Weekday(value(lexemes, match, "weekday") or 0, week=Shift("week", (ahead or 0) - (back or 0)))


def weekday_of(lexemes: Lexemes, match: re.Match[str]) -> Weekday | None:
    """A weekday of a week."""
    number = value(lexemes, match, "weekday") or 0
    if match["week"]:
        return Weekday(number, week=Week(value(lexemes, match, "week") or 0))
    if match["of"] is not None and UNITS[lexemes.values[match.end() - 1]] != "week":
        return None
    return Weekday(number, week=Shift("week", OFFSETS[match["pick"]]))


def unit(lexemes: Lexemes, match: re.Match[str]) -> Node | None:
    """A stretch beside the article's own; days are told from the date before."""
    name = UNITS[value(lexemes, match, "unit") or 0]
    if name == "day":
        return Shift("day", 1, from_text=True) if match["pick"] == "n" else None
    if name == "weekend" and match["pick"] == "k":
        return Weekend("coming")
    return Shift(name, OFFSETS[match["pick"]])


def season(lexemes: Lexemes, match: re.Match[str]) -> Season:
    """A season with the word that picks it."""
    return Season(value(lexemes, match, "season") or 0, pick=PICKS[match["pick"]])


def year_season(lexemes: Lexemes, match: re.Match[str]) -> Season:
    """A season of a year near that of the article."""
    return Season(value(lexemes, match, "season") or 0, Shift("year", value(lexemes, match, "year") or 0))


def this_season(lexemes: Lexemes, match: re.Match[str]) -> Season:
    """The season that is near."""
    return Season(value(lexemes, match, "season") or 0, pick="this")


def month(lexemes: Lexemes, match: re.Match[str]) -> Month:
    """A month with the word that picks it."""
    return Month(value(lexemes, match, "month") or 0, pick=PICKS[match["pick"]])


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


def weekend(lexemes: Lexemes, match: re.Match[str]) -> Node | None:
    """The weekend, or another stretch by its name alone ("året"), one only behind "utgangen av" and the like."""
    name = UNITS[value(lexemes, match, "unit") or 0]
    return Weekend() if name == "weekend" else Shift(name, 0)


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
    rule("relative-day", RELATIVE_DAY, relative_day),
    rule("relative-year", RELATIVE_YEAR, relative_year),
    rule("weekday", WEEKDAY, weekday),
    rule("weekday", PICKED_DEFINITE, weekday),
    rule("weekday", ALONE, weekday),
    rule("weekday-of-week", WEEKDAY_OF, weekday_of),
    rule("weekday-of-week", WEEKDAY_COUNTED, weekday_counted),
    rule("relative-unit", UNIT, unit),
    rule("relative-season", LAST_SEASON, season),
    rule("relative-season", YEAR_SEASON, year_season),
    rule("this-season", THIS_SEASON, this_season),
    rule("month", PICKED_MONTH, month),
    rule("ago", AGO, ago),
    rule("ahead", AHEAD, ahead),
    rule("stretch", WEEKEND, weekend),
    rule("later", LATER, later),
    rule("beside", BESIDE, beside),
    rule("weekday-beside", WEEKDAY_BESIDE, weekday_beside),
    rule("following", FOLLOWING, following),
    rule("same", SAME, same),
)
