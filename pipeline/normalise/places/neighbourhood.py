"""How much of a text speaks for a county: its publisher, and the other places that it names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pipeline.lexicon.place_words import regions
from pipeline.lexicon.register import fold, municipality

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pipeline.lexicon.register import Unit

NEAR = 200  # characters within which another place weighs more
PUBLISHER = 4.0
NEIGHBOUR = 2.0


class Neighbourhood:
    """What the text's unambiguous places and its publisher say for each county."""

    def __init__(self, certain: Sequence[tuple[int, Unit]], publisher: str | None, on: date) -> None:
        self._certain = certain
        self._codes = {unit.code for _, unit in certain}
        self._base: Counter[str] = Counter()
        for unit in {unit for _, unit in certain}:
            self._base[unit.county_code] += 1
        for code in _counties_of(publisher, on):
            self._base[code] += PUBLISHER  # type: ignore[assignment]

    def mentions(self, code: str) -> bool:
        """Whether the text names a municipality by an unambiguous name."""
        return code in self._codes

    def support(self, unit: Unit, position: int) -> float:
        """How much speaks for a unit at a place of the text; 0 where nothing does."""
        near = sum(
            NEIGHBOUR
            for start, other in self._certain
            if other.county_code == unit.county_code and abs(start - position) <= NEAR and other != unit
        )
        own = sum(other == unit for other in {other for _, other in self._certain})
        return self._base[unit.county_code] - own + near


def _counties_of(publisher: str | None, on: date) -> set[str]:
    """The counties that a publisher's name speaks of: "Helse Førde", "Solørbladet", "Våler kommune"."""
    words = fold(publisher or "").split()
    found: set[str] = set()
    for count in (1, 2, 3):
        for first in range(len(words) - count + 1):
            name = " ".join(words[first : first + count])
            found |= {unit.county_code for unit in municipality(name, on)} if count < 3 else set()
            found |= regions().get(name, frozenset())
    return found
