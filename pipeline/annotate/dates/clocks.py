"""Read clock times: "kl. 14.00", "klokka 18", "kl. 17–20", "10.00–14.00", "kvart over ni om kvelden"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Clock, Rule, rule, value
from pipeline.annotate.dates.patterns import DASH, LEFT, RIGHT
from pipeline.lexicon.calendar.evidence import tells

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes

IN_PART = r"(?: [ou] (?P<part>V))?"  # om kvelden
TIME = r"(?:[12][.:][12]|[12]|[45]|N)"  # 14.00, 18, 1630, ti
# kl. 17–20 | klokka 10 til 14 | kl. 10 til kl. 12
SPOKEN = (
    rf"(?:(?P<between>b) )?K\.? ?(?P<start>{TIME})(?:(?:{DASH}| t (?:K\.? )?|(?(between) g (?:K\.? )?|(?!)))"
    rf"(?P<end>{TIME}))?{RIGHT}{IN_PART}"
)
# 10.00–14.00 | mellom 10.00 og 14.00
BARE = rf"(?:(?P<between>b) )?{LEFT}(?P<start>[12][.:][12])(?:(?:{DASH}| t |(?(between) g |(?!)))(?P<end>[12][.:][12]))?{RIGHT}{IN_PART}"
# 22-tiden, to-tida
ABOUT = rf"{LEFT}(?P<start>[124]|N)-Ü(?P<end>(?!))?{IN_PART}"
# halv ti | klokka kvart over ni | kl. fem på halv sju
WORDS = rf"(?<!K x )(?:K\.? )?(?:(?P<count>ø|N|[12])(?: @)? (?P<way>[~u]) (?P<half_past>Ø )?|(?P<half>Ø) )(?P<hour>N|[12]){RIGHT}{IN_PART}"


def spoken(lexemes: Lexemes, match: re.Match[str]) -> Clock | None:
    """A clock time that says it is one."""
    start = _time(lexemes, *match.span("start"))
    end = _time(lexemes, *match.span("end")) if match["end"] else None
    return _of_day(lexemes, match, Clock(start, end if end and start and end > start else None)) if start else None


def bare(lexemes: Lexemes, match: re.Match[str]) -> Clock | None:
    """Digits that are a clock time beside a day."""
    clock = spoken(lexemes, match)
    return Clock(clock.start, clock.end, bare=True) if clock else None


def in_words(lexemes: Lexemes, match: re.Match[str]) -> Clock | None:
    """A clock time told by the half or full hour that is near."""
    hour, minutes = value(lexemes, match, "hour") or 0, value(lexemes, match, "count") or 0
    way = lexemes.word(match.start("way")).lower() if match["way"] else ""
    if not 0 < hour <= 12 or minutes >= 30 or way not in ("", "over", "på"):
        return None
    if match["count"] and not match["half_past"] and lexemes.kinds[match.start()] not in "Kø":  # fem på ti
        return None
    told = hour * 60 - (30 if match["half"] or match["half_past"] else 0) + (minutes if way == "over" else -minutes)
    return _of_day(lexemes, match, Clock(f"{told // 60:02}:{told % 60:02}"))


def _of_day(lexemes: Lexemes, match: re.Match[str], clock: Clock) -> Clock | None:
    """The clock time counted from noon where "om kvelden" stands behind it."""
    if not match["part"]:
        return clock
    part = lexemes.word(match.start("part")).lower()
    if part in tells("evening"):
        return afternoon(clock)
    return clock if part in tells("morning") else None


def afternoon(clock: Clock) -> Clock:
    """The clock time counted from noon: "klokka ni" of an evening is 21.00."""
    end = clock.end and _later(clock.end)
    return Clock(_later(clock.start), end, clock.bare)


def _later(time: str) -> str:
    hour, minute = time.split(":")
    return f"{int(hour) + 12:02}:{minute}" if 0 < int(hour) < 12 else time


def _time(lexemes: Lexemes, start: int, end: int) -> str | None:
    hour, minute = lexemes.values[start], lexemes.values[end - 1] if end - start > 1 else 0
    if lexemes.kinds[start] in "45":
        hour, minute = divmod(hour, 100)
    if end - start > 1 and lexemes.ends[end - 1] - lexemes.starts[end - 1] != 2:
        return None
    if (hour, minute) == (24, 0):
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


RULES_OF_CLOCKS: tuple[Rule, ...] = (
    rule("clock", SPOKEN, spoken, needs="K"),
    rule("clock", ABOUT, spoken, needs="Ü"),
    rule("clock", BARE, bare, needs="1"),
    rule("clock", WORDS, in_words, needs="øØu~"),
)
