"""Join neighbouring atoms into one expression: day and clock time, month and "i fjor", the two ends of an interval."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from pipeline.annotate.dates.atoms import Atom, Clock, Piece
from pipeline.annotate.dates.clocks import afternoon
from pipeline.spans.dates import (
    Day,
    Edge,
    Holiday,
    Interval,
    Month,
    Nth,
    Part,
    Same,
    Season,
    Shift,
    Timed,
    Week,
    Weekday,
    Weekend,
    YearOf,
)

if TYPE_CHECKING:
    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node, Year

YEARLY = (Day, Month, Season, Part, Week, Holiday, Same)
DAYLIKE = (Day, Weekday, Holiday)
DAY_THEN_CLOCK = (" ", ", ", " f ", ": ")
CLOCK_THEN_DAY = (" ", ", ", " d ", " u ")
UNTIL = ("-", " - ", " t ", " -", "- ")
UNTIL_EDGE = " t c "  # 3. mai til utgangen av august
OF = (" ", " i ", " a ")
AND = " g "
SLASH = "/"  # juni/juli 2024
EVENING = ("kveld", "kvelden", "ettermiddag", "ettermiddagen", "aften")


def joined(lexemes: Lexemes, pieces: list[Piece]) -> list[Piece]:
    """The pieces, neighbours that make one expression joined."""
    stack: list[Piece] = []
    for piece in pieces:
        last = piece
        while stack and (whole := _join(lexemes, stack[-1], last)):
            stack.pop()
            last = whole
        stack.append(last)
    return stack


def edged(lexemes: Lexemes, atom: Atom) -> Atom:
    """The atom with "utgangen av" or "inngangen til" before it, if these stand there."""
    if lexemes.kinds[max(0, atom.start - 2) : atom.start] != "c " or isinstance(atom.node, (Interval, Timed)):
        return atom
    last = lexemes.values[atom.start - 2] == 1
    return Atom(atom.start - 2, atom.end, Edge(atom.node, last), "edge")


def awaited(lexemes: Lexemes, atom: Atom) -> Atom:
    """The atom, a season behind "til" as the one that is to come: "til høsten"."""
    if lexemes.kinds[max(0, atom.start - 2) : atom.start] != "t " or lexemes.word(atom.start - 2).lower() != "til":
        return atom
    free = isinstance(atom.node, Season) and atom.node.year is None and atom.node.pick is None
    return replace(atom, node=replace(atom.node, pick="coming")) if free and isinstance(atom.node, Season) else atom


def daylike(node: Node | Clock) -> bool:
    """Whether a node names one day."""
    nth = isinstance(node, Nth) and (node.unit == "day" or node.weekday is not None)
    return nth or isinstance(node, DAYLIKE) or (isinstance(node, (Shift, Same)) and node.unit == "day")


def with_year(node: Node, year: Year) -> Node:
    """The node with a year where it has none of its own."""
    if isinstance(node, Interval):
        return Interval(with_year(node.first, year), with_year(node.last, year))
    if isinstance(node, Timed):
        return replace(node, day=with_year(node.day, year))
    return replace(node, year=year) if isinstance(node, YEARLY) and node.year is None else node


def year_of(node: Node) -> Year:
    """The year that a node says, None where it says none."""
    if isinstance(node, Timed):
        return year_of(node.day)
    return node.year if isinstance(node, YEARLY) else None


def _join(lexemes: Lexemes, first: Piece, second: Piece) -> Piece | None:
    if second.start - first.end > len(UNTIL_EDGE):
        return None
    gap = lexemes.kinds[first.end : second.start]
    node = (
        _timed(lexemes, first, second, gap)
        or _dated(first.node, second.node, gap)
        or _interval(lexemes, first, second, gap)
    )
    if node is None:
        return None
    rule = second.rule if isinstance(first.node, Clock) else first.rule
    rule = "interval" if isinstance(node, Interval) and not isinstance(first.node, Interval) else rule
    return Piece(first.start, second.end, node, rule)


def _timed(lexemes: Lexemes, first: Piece, second: Piece, gap: str) -> Node | None:
    """A day and a clock time, in either order."""
    for day, clock, gaps in ((first, second, DAY_THEN_CLOCK), (second, first, CLOCK_THEN_DAY)):
        if not isinstance(clock.node, Clock) or isinstance(day.node, Clock) or gap not in gaps:
            continue
        time = clock.node
        if day is second and time.bare and gap != " u ":  # 9.30–11.00 på torsdag
            return None
        if any(_is_evening(lexemes, place) for place in range(day.start, day.end)):
            time = afternoon(time)
        if isinstance(day.node, Interval) and isinstance(day.node.first, Timed) and daylike(day.node.last):
            return Interval(day.node.first, Timed(day.node.last, time.start))
        return Timed(day.node, time.start, time.end) if daylike(day.node) else None
    return None


def _is_evening(lexemes: Lexemes, place: int) -> bool:
    """Whether clock times beside a word are counted from noon: "fredag kveld", "i kveld", "fredagskvelden"."""
    kind = lexemes.kinds[place]
    part = kind == "P" and lexemes.values[place] > 0
    return part or (kind in "RÅ" and lexemes.word(place).lower().endswith(EVENING))


def _dated(first: Node | Clock, second: Node | Clock, gap: str) -> Node | None:
    """A date and the year behind it, a weekend and its days."""
    if isinstance(first, Clock) or isinstance(second, Clock):
        return None
    if isinstance(first, Weekday) and first.week is None and first.pick is None and gap == " " and _is_week(second):
        return replace(first, week=second)  # torsdag uken før
    if isinstance(first, Weekend) and gap == " " and isinstance(second, (Day, Interval)):
        return second
    year: Year = _relative_year(second) if gap in OF else None
    if year is None and isinstance(second, YearOf) and gap in OF[1:] and not isinstance(first, Day):
        year = second.year
    inner = first.last if isinstance(first, Interval) else first
    if year is None or not isinstance(inner, (*YEARLY, Timed)) or year_of(inner) is not None:
        return None
    picked = isinstance(inner, (Month, Season)) and inner.pick is not None
    return None if picked else with_year(first, year)


def _is_week(node: Node) -> TypeGuard[Shift]:
    return isinstance(node, Shift) and node.unit == "week" and node.from_text


def _relative_year(node: Node) -> Shift | None:
    if isinstance(node, Same) and node.unit == "year":
        return Shift("year", 0, from_text=True)
    return node if isinstance(node, Shift) and node.unit == "year" and abs(node.offset) <= 2 else None


def _interval(lexemes: Lexemes, first: Piece, second: Piece, gap: str) -> Interval | None:
    """The two ends of an interval."""
    before = lexemes.kinds[max(0, first.start - 2) : first.start]
    one: Node | Clock = first.node
    two: Node | Clock = second.node
    months = isinstance(one, Month) and one.year is None and isinstance(two, Month)
    if first.rule == "stretch":
        return None  # to ganger om dagen fram til
    if gap == UNTIL_EDGE and before != "c " and not isinstance(two, (Clock, Interval)):
        two = Edge(two, lexemes.values[second.start - 2] == 1) if daylike(one) else two
    elif gap not in UNTIL and not (gap == AND and before == "b ") and not (gap == SLASH and months):
        return None
    if isinstance(one, (Clock, Interval)) or isinstance(two, (Clock, Interval)):
        return None
    if _scale(one) != _scale(two) or _scale(one) is None:
        return None
    if isinstance(one, Weekday) and isinstance(two, Weekday) and one.week is None and one.pick is None:
        one = replace(one, week=two.week)  # mandag til onsdag neste uke
    year_one, year_two = year_of(one), year_of(two)
    if lexemes.kinds[second.end : second.end + 2] == " Y":
        year_one = None  # januar 2019 til mars i år
    return Interval(with_year(one, year_two), with_year(two, year_one if isinstance(year_one, int) else None))


def _scale(node: Node) -> str | None:
    """What kind of stretch a node is, so that an interval joins two of a kind."""
    if daylike(node) or isinstance(node, (Timed, Edge)):
        return "day"
    if isinstance(node, YearOf) or (isinstance(node, Shift) and node.unit == "year"):
        return "year"
    if isinstance(node, Shift):
        return node.unit
    return type(node).__name__ if isinstance(node, (Month, Season, Part, Week)) else None
