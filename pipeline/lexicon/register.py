"""The register of municipalities and counties over time: which number a name had on a day, and its heirs today.

The tables and their sources are in `kommuner/`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pipeline.lexicon.tables import rows

Level = Literal["municipality", "county"]
MAIN_HEIRS_EXCEPT = "mindre del"  # a small part only: no heir to be counted on


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality or county for as long as it had one number and one name; `valid_to` is the first day after."""

    level: Level
    code: str
    name: str
    county_code: str
    valid_from: date
    valid_to: date | None

    def in_force(self, on: date) -> bool:
        """Whether the unit existed on a day."""
        return self.valid_from <= on and not self.ended(on)

    def ended(self, on: date) -> bool:
        """Whether the unit was gone on a day."""
        return self.valid_to is not None and self.valid_to <= on


@cache
def municipalities() -> tuple[Unit, ...]:
    """Every period of every municipality since 1977."""
    return tuple(
        Unit("municipality", row["code"], row["name"], row["county_code"], *_period(row))
        for row in rows("kommuner/kommuner.csv")
    )


@cache
def counties() -> tuple[Unit, ...]:
    """Every period of every county since 1977."""
    return tuple(
        Unit("county", row["code"], row["name"], row["code"], *_period(row)) for row in rows("kommuner/fylker.csv")
    )


def _period(row: dict[str, str]) -> tuple[date, date | None]:
    end = row["valid_to"]
    return date.fromisoformat(row["valid_from"]), date.fromisoformat(end) if end else None


def fold(name: str) -> str:
    """A name as a key: case and runs of white space set aside."""
    return " ".join(name.casefold().split())


@cache
def names() -> dict[str, tuple[Unit, ...]]:
    """Every name that a municipality or county had or is called by, folded, with its units, the oldest first.

    >>> [(unit.code, unit.name) for unit in names()["kárášjohka"]]
    [('2021', 'Karasjok'), ('5437', 'Karasjok'), ('5610', 'Karasjok')]
    """
    found: defaultdict[str, set[Unit]] = defaultdict(set)
    for unit in (*municipalities(), *counties()):
        found[fold(unit.name)].add(unit)
    for table in ("kommuner/navn.csv", "kommuner/navn_genitiv.csv"):
        for row in rows(table):
            found[fold(row["name"])].update(_namesakes_before(row["code"]))
    for row in rows("kommuner/fylkesnavn.csv"):
        found[fold(row["name"])].update(unit for unit in counties() if unit.code == row["code"])
    return {name: tuple(sorted(units, key=lambda u: (u.valid_from, u.code))) for name, units in found.items()}


def named(name: str, level: Level | None = None) -> tuple[Unit, ...]:
    """Every unit that has or had a name, in whatever case, Sami and Kven names included; () where none has."""
    return tuple(unit for unit in names().get(fold(name), ()) if level in {None, unit.level})


def municipality(name: str, on: date) -> tuple[Unit, ...]:
    """The municipalities of a name on a day: one, several namesakes, or none.

    "X kommune" and "X herad" mean the same as "X".

    >>> [unit.code for unit in municipality("Våler", date(2021, 4, 29))]
    ['3018', '3419']
    >>> [unit.code for unit in municipality("Vestnes kommune", date(2022, 9, 30))]
    ['1535']
    """
    bare = name.removesuffix(" kommune").removesuffix(" herad").removesuffix(" commune")
    return tuple(unit for unit in named(bare, "municipality") if unit.in_force(on))


@cache
def county_name(code: str, on: date) -> str:
    """The name that a county had on a day, or had last before it. KeyError where there is no such county."""
    periods = [unit for unit in counties() if unit.code == code]
    current = [unit for unit in periods if unit.in_force(on)] or periods[-1:]
    if not current:
        raise KeyError(code)
    return current[0].name


@cache
def heirs(code: str) -> tuple[str, ...]:
    """The numbers in force today of what a municipality became; where it was split, of every main part.

    >>> heirs("1502"), heirs("1850")
    (('1506',), ('1806', '1875'))
    """
    current = {unit.code for unit in municipalities() if unit.valid_to is None}
    found: set[str] = set()
    queue, seen = [code], {code}
    while queue:
        one = queue.pop()
        if one in current:
            found.add(one)
            continue
        later = _successors().get(one, frozenset()) - seen
        seen |= later
        queue.extend(later)
    return tuple(sorted(found))


@cache
def successors(code: str) -> tuple[str, ...]:
    """The numbers that took over from a number, main parts alone, in order; () where it still stands.

    >>> successors("1243"), successors("0301")
    (('4624',), ())
    """
    return tuple(sorted(_successors().get(code, ())))


@cache
def predecessors(code: str) -> tuple[str, ...]:
    """The numbers that a number took over from, main parts alone, in order.

    >>> predecessors("4624")
    ('1241', '1243')
    """
    return tuple(sorted(_predecessors().get(code, ())))


@cache
def continues(unit: Unit, on: date) -> bool:
    """Whether a unit that ended lives on under its name on a day, with another number or a neighbour's land.

    >>> moved, gone = municipality("Våler", date(2019, 1, 1))[0], municipality("Skedsmo", date(2019, 1, 1))[0]
    >>> continues(moved, date(2025, 1, 1)), continues(gone, date(2025, 1, 1))
    (True, False)
    """
    if unit.level == "county":
        return any(other.name == unit.name and other.in_force(on) for other in counties())
    codes, queue = {unit.code}, [unit.code]
    while queue:
        later = [code for code in successors(queue.pop()) if code not in codes]
        codes.update(later)
        queue.extend(later)
    return any(other.code in codes and other.in_force(on) for other in named(unit.name, "municipality"))


@cache
def county_then(code: str, on: date) -> str:
    """The number of the county on a day of what is a municipality of a number now.

    >>> county_then("3310", date(2021, 5, 3)), county_then("3310", date(2025, 1, 1))
    ('30', '33')
    """
    then = [unit for unit in municipalities() if unit.in_force(on) and code in heirs(unit.code)]
    return then[0].county_code if then else code[:2]


@cache
def today(code: str) -> str:
    """The name of the municipality that has a number now. KeyError where none has."""
    return {unit.code: unit.name for unit in municipalities() if unit.valid_to is None}[code]


@cache
def _successors() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows("kommuner/endringer.csv"):
        if row["share_note"] != MAIN_HEIRS_EXCEPT and row["from_code"] != row["to_code"]:
            found[row["from_code"]].add(row["to_code"])
    return {code: frozenset(later) for code, later in found.items()}


@cache
def _predecessors() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, later in _successors().items():
        for one in later:
            found[one].add(code)
    return {code: frozenset(earlier) for code, earlier in found.items()}


def _namesakes_before(code: str) -> set[Unit]:
    """The units of a number, and those before it that bore the same name under another number."""
    units = {unit for unit in municipalities() if unit.code == code}
    spelling = {unit.name for unit in units}
    codes, queue = {code}, [code]
    while queue:
        for earlier in _predecessors().get(queue.pop(), frozenset()) - codes:
            before = {unit for unit in municipalities() if unit.code == earlier and unit.name in spelling}
            if before:
                units |= before
                codes.add(earlier)
                queue.append(earlier)
    return units
