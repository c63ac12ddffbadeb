"""Whether a name means a village, in another municipality than the one that bears the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.place_words import villages
from pipeline.lexicon.register import heirs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.lexicon.place_words import Village
    from pipeline.lexicon.register import Unit
    from pipeline.normalise.places.neighbourhood import Neighbourhood
    from pipeline.spans.places import PlaceFacts

NEAR = 2.0  # the text names the municipality that the village lies in beside it, or the municipality wrote it


def is_village(told: PlaceFacts, unit: Unit, start: int, hood: Neighbourhood) -> bool:
    """Whether the village is likelier: the text speaks of its municipality, or of places of its county alone."""
    own = hood.support(unit, start)
    for village in _elsewhere(told, unit):
        there = hood.support_at(village.code, unit, start)
        if hood.names(village.code) and not told.listed:
            there += NEAR * hood.names_near(village.code, start)
        elif own or not village.known:
            continue
        if there > own + told.listed:
            return True
    return False


def may_be_village(told: PlaceFacts, unit: Unit, start: int, hood: Neighbourhood) -> bool:
    """Whether readers may as well think of a village, nothing in the text speaking for either."""
    return not (hood.support(unit, start) or told.listed) and any(
        village.known and not hood.support_at(village.code, unit, start) for village in _elsewhere(told, unit)
    )


def _elsewhere(told: PlaceFacts, unit: Unit) -> Iterator[Village]:
    return (village for village in villages().get(told.name, ()) if village.code not in heirs(unit.code))
