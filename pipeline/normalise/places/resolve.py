"""Find the unit that each marked name means on the day of the article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.place_words import likeliest, regions, villages
from pipeline.lexicon.register import Unit, fold, names
from pipeline.normalise.places.neighbourhood import Neighbourhood
from pipeline.spans import PLACES, facts, marks

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Span

    from pipeline.spans.places import PlaceFacts

OSLO = "03"  # a municipality only, never also a county


@dataclass(frozen=True, slots=True)
class Resolved:
    """A unit that the text refers to, with its marks; `as_of` is the day whose names and county it bears."""

    unit: Unit
    marks: tuple[Span, ...]
    historical: bool
    as_of: date
    by: str


@dataclass(frozen=True, slots=True)
class Named:
    """A marked name, what annotate handed on with it, and the units it may mean on the day."""

    span: Span
    told: PlaceFacts
    units: tuple[Unit, ...]
    historical: bool = False


def resolve(doc: Doc, on: date, publisher: str | None) -> tuple[list[Resolved], list[str]]:
    """The units in the order of the text, and the names that the text left undecided."""
    named = [one for span in marks(doc, PLACES) if (one := _named(span, facts(span, PLACES), on)).units]
    hood = Neighbourhood([(one.span.start_char, one.units[0]) for one in named if len(one.units) == 1], publisher, on)
    by_unit: defaultdict[tuple[Unit, bool], list[Named]] = defaultdict(list)
    ambiguous: list[str] = []
    by_itself = {one.told.name for one in named if one.span.label_ == "kommune-word"}
    for one in named:
        unit, decided = _choose(one, hood)
        if unit is None or (one.told.name not in by_itself and _is_village(one, unit, hood)):
            continue
        if not decided:
            ambiguous.append(unit.name)
        by_unit[unit, one.historical].append(one)
    found = [_resolved(unit, historical, several, on) for (unit, historical), several in by_unit.items()]
    return found, list(dict.fromkeys(ambiguous))


def _resolved(unit: Unit, historical: bool, several: list[Named], on: date) -> Resolved:  # noqa: FBT001
    last_day = unit.valid_to or on
    best = min((one.span.label_ for one in several), key=("kommune-word", "preposition", "bare").index)
    return Resolved(unit, tuple(one.span for one in several), historical, min(on, last_day) if historical else on, best)


def _named(span: Span, told: PlaceFacts, on: date) -> Named:
    """The units that a name may mean: those in force, or else the last of that name if it is spoken of as such."""
    units = [unit for unit in names()[told.name] if (unit.level, unit.code) != ("county", OSLO)]
    current = tuple(unit for unit in units if unit.in_force(on))
    if current:
        return Named(span, told, current)
    ended = [unit for unit in units if unit.ended(on)] if told.former else []
    last = max((unit.valid_to for unit in ended if unit.valid_to), default=None)
    return Named(span, told, tuple(unit for unit in ended if unit.valid_to == last), historical=True)


def _choose(one: Named, hood: Neighbourhood) -> tuple[Unit | None, bool]:
    """The unit meant, None where the region named with it has none, and whether the text decides it."""
    if one.told.hint:
        wanted = regions()[one.told.hint]
        fitting = [unit for unit in one.units if unit.county_code in wanted or unit.level == "county"]
        return (fitting[0] if fitting else None), True
    if len(one.units) == 1:
        return one.units[0], True
    scores = sorted(((hood.support(unit, one.span.start_char), unit) for unit in one.units), key=lambda s: -s[0])
    if scores[0][0] > scores[1][0]:
        return scores[0][1], True
    order = likeliest().get(one.told.name, ())
    tied = [unit for score, unit in scores if score == scores[0][0]]
    return min(tied, key=lambda unit: order.index(unit.county_code) if unit.county_code in order else len(order)), False


def _is_village(one: Named, unit: Unit, hood: Neighbourhood) -> bool:
    """Whether a village of the name, in another municipality that the text speaks of, is likelier meant."""
    if one.told.hint or unit.level == "county" or one.historical:
        return False
    elsewhere = [code for code in villages().get(fold(unit.name), ()) if code != unit.code]
    return any(hood.mentions(code) for code in elsewhere) and not hood.support(unit, one.span.start_char)
