"""Read the calendar tables: each form with its kind and its worth."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.lexicon.calendar import kinds
from pipeline.lexicon.calendar.holidays import FORMS
from pipeline.lexicon.numbers import integer, ordinal
from pipeline.lexicon.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century", "school-year"]
UNITS: tuple[Unit, ...] = (
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "school-year",
)
WEEKDAYS = {
    "full": kinds.WEEKDAY,
    "definite": kinds.WEEKDAY_DEFINITE,
    "abbreviated": kinds.WEEKDAY_SHORT,
    "part": kinds.WEEKDAY_PART,
    "genitive": kinds.WEEKDAY_PART,
}
SEASONS = {"bare": kinds.SEASON, "definite": kinds.SEASON_DEFINITE, "this": kinds.SEASON_THIS}
DEICTICS = {
    "last": kinds.LAST,
    "final": kinds.FINAL,
    "this": kinds.THIS,
    "next": kinds.NEXT,
    "coming": kinds.COMING,
    "following": kinds.FOLLOWING,
    "same": kinds.SAME,
    "preceding": kinds.PRECEDING,
}
# each particle's kind, and its worth where two of a kind point in two directions
PARTICLES = {
    "in": (kinds.IN, 0),
    "to": (kinds.TO, 0),
    "from": (kinds.FROM, 0),
    "and": (kinds.AND, 0),
    "or": (kinds.OR, 0),
    "between": (kinds.BETWEEN, 0),
    "of": (kinds.OF, 0),
    "about": (kinds.ABOUT, 0),
    "for": (kinds.FOR, 0),
    "since": (kinds.SINCE, 0),
    "the": (kinds.THE, 0),
    "on": (kinds.ON, 0),
    "with": (kinds.WITH, 0),
    "clock": (kinds.CLOCK, 0),
    "hour-about": (kinds.HOUR_ABOUT, 0),
    "number": (kinds.NUMBER_SIGN, 0),
    "after": (kinds.AFTER, 1),
    "before": (kinds.AFTER, -1),
    "later": (kinds.LATER, 1),
    "earlier": (kinds.LATER, -1),
    "close": (kinds.EDGE, 1),
    "opening": (kinds.EDGE, 0),
    "out": (kinds.OUT, 0),
    "during": (kinds.DURING, 0),
    "rest": (kinds.DURING, 0),
    "quarter": (kinds.QUARTER, UNITS.index("quarter")),
    "half": (kinds.HALF, UNITS.index("half")),
    "halves": (kinds.HALVES, 0),
    "halved": (kinds.HALVED, 0),
    "one-and-a-half": (kinds.ONE_AND_A_HALF, 0),
    "quarter-sign": (kinds.PART_SIGN, UNITS.index("quarter")),
    "half-sign": (kinds.PART_SIGN, UNITS.index("half")),
    "school-year": (kinds.SCHOOL_YEAR, UNITS.index("school-year")),
    "weeks": (kinds.WEEKS, 0),
    "decade": (kinds.DECADE_ENDING, 0),
    "years": (kinds.DECADE_ENDING, 1),  # 1980-åra; a person in her 80-år
    "roughly": (kinds.ROUGHLY, 0),
    "half-hour": (kinds.HALF_HOUR, 0),
    "quarter-hour": (kinds.QUARTER_HOUR, 15),
}
COUNTED = 100  # no date counts further in words


class Word(NamedTuple):
    """A form's kind, and its worth: a month's number, an offset, a place in UNITS or in the table of the holidays."""

    kind: str
    value: int


@cache
def words() -> dict[str, Word]:
    """Every form of the tables, in lower case.

    >>> words()["måndag"], words()["i fjor"], words()["tredje"]
    (Word(kind='W', value=0), Word(kind='Y', value=-1), Word(kind='O', value=3))
    """
    return dict(_numbers()) | dict(_tables())


def _tables() -> Iterator[tuple[str, Word]]:
    for row in rows("calendar/months.csv"):
        kind = kinds.MONTH_SHORT if row["abbreviated"] == "yes" else kinds.MONTH
        yield row["form"], Word(kind, int(row["month"]))
    for row in rows("calendar/weekdays.csv"):
        yield row["form"], Word(WEEKDAYS[row["kind"]], int(row["weekday"]))
    for row in rows("calendar/seasons.csv"):
        yield row["form"], Word(SEASONS[row["kind"]], int(row["season"]))
    for row in rows("calendar/day_parts.csv"):
        kind = kinds.NIGHT if row["night"] == "yes" else kinds.DAY_PART
        yield row["form"], Word(kind, 12 if row["afternoon"] == "yes" else 0)
    yield from _particles()


def _particles() -> Iterator[tuple[str, Word]]:
    for row in rows("calendar/decades.csv"):
        start = int(row["start"])
        yield row["form"], Word(kinds.DECADE if start % 100 else kinds.CENTURY, start)
    for row in rows("calendar/particles.csv"):
        yield row["form"], Word(*PARTICLES[row["kind"]])
    for row in rows("calendar/deictics.csv"):
        yield row["form"], Word(DEICTICS[row["kind"]], int(row["which"]))
    for row in rows("calendar/units.csv"):
        unit = UNITS.index(row["unit"])
        yield row["form"], Word(_unit(row["unit"], row["kind"]), unit)
    for row in rows("calendar/relative.csv"):
        kind = kinds.RELATIVE_DAY if row["unit"] == "day" else kinds.RELATIVE_YEAR
        yield row["form"], Word(kind, int(row["offset"]))
    for place, row in enumerate(rows("calendar/feasts.csv")):
        yield row["form"], Word(kinds.FEAST, place)
    for place, form in enumerate(FORMS):
        yield form, Word(kinds.HOLIDAY, place)


def _unit(unit: str, kind: str) -> str:
    if kind == "plain":
        return kinds.WEEK if unit == "week" else kinds.UNIT
    return {"plural": kinds.UNITS, "genitive": kinds.UNIT_GENITIVE}.get(kind, kinds.UNIT_DEFINITE)


def _numbers() -> Iterator[tuple[str, Word]]:
    singles = [row["word"] for row in rows("number_words.csv")]
    ends = [row["word"] for row in rows("ordinal_words.csv")]
    for head in ("", *singles):
        for tail in singles:
            for form in (head + tail, f"{head}og{tail}"):
                yield from _number(form, kinds.CARDINAL, integer(form))
        for tail in ends:
            for form in (head + tail, f"{head}og{tail}"):
                yield from _number(form, kinds.ORDINAL, ordinal(form))


def _number(form: str, kind: str, value: int | None) -> Iterator[tuple[str, Word]]:
    if value is not None and 0 < value <= COUNTED:
        yield form, Word(kind, value)
