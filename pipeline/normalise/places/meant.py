"""The units that each marked name may mean on a day: those in force, or one of the past that is spoken of as such."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.register import Unit, continues, names, successors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from spacy.tokens import Span

    from pipeline.spans.places import PlaceFacts

OSLO = "03"  # a municipality only, never also a county


@dataclass(frozen=True, slots=True)
class Named:
    """A marked name, what annotate handed on with it, and the units it may mean on the day."""

    span: Span
    told: PlaceFacts
    units: tuple[Unit, ...]
    historical: bool = False

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return int(self.span.start_char)


def read(marked: Sequence[tuple[Span, PlaceFacts]], on: date) -> list[Named]:
    """The marked names that may mean a unit on a day, each with its units."""
    merged = _merged(marked, on)
    named = (_named(span, told, merged.get((told.merger, told.name), ()), on) for span, told in marked)
    return [one for one in named if one.units]


def _named(span: Span, told: PlaceFacts, merged: tuple[Unit, ...], on: date) -> Named:
    if any(unit.in_force(on) for unit in names().get(told.outer, ())):
        return Named(span, told, ())
    units = [unit for unit in names()[told.name] if (unit.level, unit.code) != ("county", OSLO)]
    gone = merged or (
        _last(unit for unit in units if unit.ended(on) and not continues(unit, on)) if told.former else ()
    )
    current = tuple(unit for unit in units if unit.in_force(on))
    if gone or not current:
        ended = gone or (_last(unit for unit in units if unit.ended(on)) if told.spoken or told.merger else ())
        return Named(span, told, ended, historical=True)
    level = told.level or ("municipality" if any(unit.level == "municipality" for unit in current) else "county")
    return Named(span, told, tuple(unit for unit in current if unit.level == level))


def _last(ended: Iterable[Unit]) -> tuple[Unit, ...]:
    """Of units that have ended those that did so last."""
    units = tuple(ended)
    last = max((unit.valid_to for unit in units if unit.valid_to), default=None)
    return tuple(unit for unit in units if unit.valid_to == last)


def _merged(marked: Sequence[tuple[Span, PlaceFacts]], on: date) -> dict[tuple[int | None, str], tuple[Unit, ...]]:
    """The units of the past that a sentence on a merger names: "då Os og Fusa slo seg saman".

    They are those of several names that became one on the same day, and those whose heir the sentence names.
    """
    sentences: defaultdict[int, set[str]] = defaultdict(set)
    for _, told in marked:
        if told.merger is not None:
            sentences[told.merger].add(told.name)
    found: dict[tuple[int | None, str], tuple[Unit, ...]] = {}
    for sentence, named in sentences.items():
        codes = {unit.code for name in named for unit in names()[name] if unit.in_force(on)}
        groups: defaultdict[tuple[date | None, str], dict[str, Unit]] = defaultdict(dict)
        for name in sorted(named):
            for unit in names()[name]:
                if unit.ended(on) and not continues(unit, on):
                    for heir in successors(unit.code):
                        groups[unit.valid_to, heir][name] = unit
        for (_, heir), members in groups.items():
            if len(members) > 1 or heir in codes:
                found |= {(sentence, name): (unit,) for name, unit in members.items()}
    return found
