"""Read what is told by its distance: "i går", "neste år", "for tre år siden", "sist onsdag", "dagen etter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Rule, rule, value
from pipeline.annotate.dates.patterns import PART, RIGHT
from pipeline.lexicon.calendar.words import UNITS
from pipeline.spans.dates import Month, Season, Shift, Week, Weekday, Weekend

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node, Pick

PICKS: dict[str, Pick] = {"l": "last", "h": "this", "n": "next", "k": "coming"}
OFFSETS = {"l": -1, "p": -1, "h": 0, "n": 1, "k": 1, "j": 1}

RELATIVE_DAY = rf"(?:& t )?(?P<word>R)(?: {PART})?"  # i går | natt til i dag | i morgen kveld
RELATIVE_YEAR = r"(?P<word>Y)"  # i fjor
# fredag kveld | sist onsdag | natt til søndag
WEEKDAY = rf"(?:& t (?:d )?)?(?:(?P<pick>[lhnk]) )?(?:(?P<weekday>W)(?: {PART})?|(?P<whole>Å))(?!-(?!W)[A-Za-z])"  # fredagskvelden
COMING = r"(?P<weekday>W) (?P<pick>k)(?! [WMUEVsS])"  # onsdag førstkommende
ALONE = r"(?<![^|])(?P<weekday>D)(?=[.|]?$|\|)"  # tysdagen
PICKED_DEFINITE = rf"(?P<pick>[hk]) (?P<weekday>D)(?: {PART})?"  # denne mandagen
# onsdag i forrige uke | mandag neste uke | torsdag i uke 12
WEEKDAY_OF = rf"(?P<weekday>W)(?: {PART})?(?: i)? (?:(?P<pick>[lhnk]) (?:E|V(?P<of>))|E (?P<week>[12]){RIGHT})"
# forrige uke | neste år | inneværende måned | denne helga
UNIT = r"(?P<pick>[lhnk]) (?P<unit>[UEVQAÉ$])(?! G| 4)"
LAST_SEASON = r"(?P<pick>[lhnk]) (?P<season>[sS])"  # sist sommer | denne høsten
YEAR_SEASON = r"(?P<year>Y) (?P<season>s)"  # i fjor høst
THIS_SEASON = r"(?P<season>I)"  # i vår
PICKED_MONTH = r"(?P<pick>[lnk]) (?P<month>M)"  # neste mars
WEEKEND = r"(?P<unit>V)"  # helga


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


def weekend(lexemes: Lexemes, match: re.Match[str]) -> Node | None:
    """The weekend, or another stretch by its name alone ("året"), one only behind "utgangen av" and the like."""
    name = UNITS[value(lexemes, match, "unit") or 0]
    return Weekend() if name == "weekend" else Shift(name, 0)


RULES_OF_RELATIVES: tuple[Rule, ...] = (
    rule("relative-day", RELATIVE_DAY, relative_day, needs="R"),
    rule("relative-year", RELATIVE_YEAR, relative_year, needs="Y"),
    rule("weekday", WEEKDAY, weekday, needs="WÅ"),
    rule("weekday", PICKED_DEFINITE, weekday, needs="D"),
    rule("weekday", COMING, weekday, needs="k"),
    rule("weekday", ALONE, weekday, needs="D"),
    rule("weekday-of-week", WEEKDAY_OF, weekday_of, needs="W"),
    rule("relative-unit", UNIT, unit, needs="lhnk"),
    rule("relative-season", LAST_SEASON, season, needs="sS"),
    rule("relative-season", YEAR_SEASON, year_season, needs="s"),
    rule("this-season", THIS_SEASON, this_season, needs="I"),
    rule("month", PICKED_MONTH, month, needs="lnk"),
    rule("stretch", WEEKEND, weekend, needs="V"),
)
