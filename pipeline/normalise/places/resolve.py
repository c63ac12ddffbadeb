"""Find the unit that each marked name means on the day of the article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.place_words import likeliest, plain_words, regions, surnames, villages
from pipeline.lexicon.register import Unit, names
from pipeline.normalise.places.meant import Named, read
from pipeline.normalise.places.neighbourhood import Neighbourhood
from pipeline.normalise.places.village import is_village, may_be_village
from pipeline.spans import ORGANIZATIONS, PLACES, extent, facts, marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spacy.tokens import Doc, Span


LIKELIER = "likelier"  # the rule by which a name that the text leaves undecided is read


@dataclass(frozen=True, slots=True)
class Resolved:
    """A unit that the text refers to, with its marks; `as_of` is the day whose names and county it bears."""

    unit: Unit
    marks: tuple[Span, ...]
    historical: bool
    as_of: date
    by: str


def resolve(doc: Doc, on: date, publisher: str | None) -> tuple[list[Resolved], list[str]]:
    """The units in the order of the text, and the names that the text left undecided."""
    begun = dict(map(extent, marks(doc, ORGANIZATIONS)))
    alone = [span for span in marks(doc, PLACES) if not _begins_name(span, begun)]
    named = read([(span, facts(span, PLACES)) for span in alone], on)
    hood = Neighbourhood(named, doc.text, publisher, on)
    spoken = {one.told.name for one in named if one.told.spoken and not one.historical}
    by_unit: defaultdict[tuple[Unit, bool], list[Named]] = defaultdict(list)
    ambiguous: dict[Unit, None] = {}
    certain: set[Unit] = set()
    for one in named:
        unit, decided = _choose(one, hood)
        if unit is None or _lies_elsewhere(one, unit, on):
            continue
        if one.told.name not in spoken and not _stands_by_itself(one, unit):
            if is_village(one.told, unit, one.start, hood):
                continue
            undecided = may_be_village(one.told, unit, one.start, hood) and not hood.gives_region(unit)
            decided = decided and not undecided
        if decided:
            certain.add(unit)
        else:
            ambiguous[unit] = None
        by_unit[unit, one.historical].append(one)
    found = []
    for (unit, historical), several in by_unit.items():
        by = _best(several) if unit in certain else LIKELIER
        as_of = min(on, unit.valid_to or on) if historical else on
        found.append(Resolved(unit, tuple(one.span for one in several), historical, as_of, by))
    return found, list(dict.fromkeys(unit.name for unit in ambiguous))


def _begins_name(span: Span, begun: Mapping[int, int]) -> bool:
    """Whether a place is the first part of an organisation's name: "Kviteseid bygdetun"."""
    start, end = extent(span)
    return begun.get(start, end) > end + 1  # a genitive's s is none


def _best(several: Sequence[Named]) -> str:
    """What shows most clearly that the unit is meant."""
    return min((one.span.label_ for one in several), key=("kommune-word", "preposition", "bare").index)


def _choose(one: Named, hood: Neighbourhood) -> tuple[Unit | None, bool]:
    """The unit meant, None where the region named with it has none, and whether the text decides it."""
    if one.told.hint:
        wanted = regions()[one.told.hint]
        fitting = [unit for unit in one.units if unit.county_code in wanted or unit.level == "county"]
        return (fitting[0] if fitting else None), True
    if len(one.units) == 1:
        return one.units[0], True
    by_hint = hood.told_apart(one.told.name, one.start)
    if len(by_hint) == 1:
        return by_hint[0], True
    scores = sorted(((hood.support(unit, one.start), unit) for unit in one.units), key=lambda s: -s[0])
    if scores[0][0] > scores[1][0]:
        return scores[0][1], True
    order = likeliest().get(one.told.name, ())
    tied = [unit for score, unit in scores if score == scores[0][0]]
    return min(tied, key=lambda unit: order.index(unit.county_code) if unit.county_code in order else len(order)), False


def _stands_by_itself(one: Named, unit: Unit) -> bool:
    """Whether nothing but the unit itself can be meant: a county, one of the past, one told apart, a table's row."""
    return unit.level == "county" or one.historical or one.told.hint is not None or one.told.entry


def _lies_elsewhere(one: Named, unit: Unit, on: date) -> bool:
    """Whether the text says that the place lies in another municipality: "Nes i Ringsaker"."""
    if not one.told.within or one.told.hint or unit.level == "county":
        return False
    around = [other for other in names()[one.told.within] if other.in_force(on) and other.level == "municipality"]
    common = one.told.name in plain_words() | surnames() or one.told.name in {**likeliest(), **villages()}
    return common and bool(around) and unit not in around
