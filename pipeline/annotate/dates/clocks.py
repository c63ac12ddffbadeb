"""Read clock times: "kl. 14.00", "klokka 18", "kl. 17–20", "10.00–14.00"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Clock, Rule, rule
from pipeline.annotate.dates.patterns import DASH, LEFT, RIGHT

if TYPE_CHECKING:
    import re

    from pipeline.lexicon.calendar.lexer import Lexemes

TIME = r"(?:[12][.:][12]|[12]|[45]|N)"  # 14.00, 18, 1630, ti
# kl. 17–20 | klokka 10 til 14 | kl. 10 til kl. 12
SPOKEN = (
    rf"(?:(?P<between>b) )?K\.? ?(?P<start>{TIME})(?:(?:{DASH}| t (?:K\.? )?|(?(between) g (?:K\.? )?|(?!)))"
    rf"(?P<end>{TIME}))?{RIGHT}"
)
BARE = rf"{LEFT}(?P<start>[12][.:][12])(?:(?:{DASH}| t )(?P<end>[12][.:][12]))?{RIGHT}"  # 10.00–14.00


def spoken(lexemes: Lexemes, match: re.Match[str]) -> Clock | None:
    """A clock time that says it is one."""
    start = _time(lexemes, *match.span("start"))
    end = _time(lexemes, *match.span("end")) if match["end"] else None
    return Clock(start, end if end and start and end > start else None) if start else None


def bare(lexemes: Lexemes, match: re.Match[str]) -> Clock | None:
    """Digits that are a clock time beside a day."""
    clock = spoken(lexemes, match)
    return Clock(clock.start, clock.end, bare=True) if clock else None


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


RULES_OF_CLOCKS: tuple[Rule, ...] = (rule("clock", SPOKEN, spoken), rule("clock", BARE, bare))
