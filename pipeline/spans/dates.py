"""What a calendar expression says before its value is worked out: its parts, and which way the sentence leans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pipeline.lexicon.calendar.words import Unit

Pick = Literal["last", "this", "next", "coming"]  # forrige, denne, neste, førstkommende


class Lean(Enum):
    """On which side of the day of the article an expression without a year lies, by tense and sense."""

    PAST = "past"
    COMING = "coming"
    LIKELY_COMING = "likely"  # the present tense: coming, unless that is far away
    NEAR = "near"  # nothing tells


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch by its distance: "i går", "neste år", "for tre år siden", "dagen etter".

    It is counted from the day of the article, or from the date that the text named last.
    """

    unit: Unit
    offset: int
    from_text: bool = False


Year = int | Shift | None  # 2022; "i fjor", "året etter"; not said


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: "onsdag 12. november", "30.09.22"; without a month "den 15.", "tirsdag den femte"."""

    day: int
    month: int | None
    year: Year = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month: "mai", "november 2023"."""

    month: int
    year: Year = None
    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year: "2022"."""

    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years by the first of them: "1990-tallet"."""

    start: int


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years by the first of them: "1800-tallet", "19. århundre"."""

    start: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its EDTF number: "høsten 2017", "i vår", "forrige vinter"; `after` a date named before it (1) or before (-1)."""

    season: int
    year: Year = None
    pick: Pick | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A quarter (33 to 36) or half (40, 41) of a year: "3. kvartal", "første halvår 2024"."""

    part: int
    year: Year = None


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its number: "uke 42"."""

    week: int
    year: Year = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday: "fredag", "sist onsdag", "onsdag i forrige uke", "mandagen etter"."""

    weekday: int
    pick: Pick | None = None
    week: Shift | Week | None = None
    after: int = 0  # +1 or -1: the next or the last one from the date that the text named last, or from `by`
    by: Holiday | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name, by its rule, or one beside it: "julaften", "skjærtorsdag", "dagen før julaften"."""

    rule: str
    year: Year = None
    offset: int = 0  # days


@dataclass(frozen=True, slots=True)
class Nth:
    """One of the days or weeks of a stretch in their row: "første tirsdag i oktober", "siste uke i mai"; -1 is the last."""

    count: int
    weekday: int | None
    unit: Unit
    of: Month | Shift | YearOf


@dataclass(frozen=True, slots=True)
class Same:
    """The stretch that the text named last, or the like one of a year: "samme dag", "samme kvartal i fjor"."""

    unit: Unit
    year: Year = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday: "i helga", "kommende helg"; "helgen 4.–5. mai" is an interval."""

    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The first or last day of a stretch: "inngangen til 2026", "utgangen av juni"."""

    of: Node
    last: bool


@dataclass(frozen=True, slots=True)
class Timed:
    """A clock time, or two of them, on a day: "torsdag kl. 10", "Onsdag 19. juni kl. 17–20"."""

    day: Node
    start: str
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another: "1.–3. juni", "2019–2023"."""

    first: Node
    last: Node


Node = (
    Shift
    | Day
    | Month
    | YearOf
    | Decade
    | Century
    | Season
    | Part
    | Week
    | Weekday
    | Holiday
    | Nth
    | Same
    | Weekend
    | Edge
    | Timed
    | Interval
)


@dataclass(frozen=True, slots=True)
class Expression:
    """What annotate hands on with a mark: the parts of the expression, and the lean of its sentence."""

    node: Node
    lean: Lean
    sentence: int = 0  # where its sentence begins, to tell what was named just before
