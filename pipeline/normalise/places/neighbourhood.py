"""How much of a text speaks for a county: its publisher, and the other places that it names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.lexicon.place_words import newspapers, regions, settlements
from pipeline.lexicon.register import county_then, fold, heirs, municipality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pipeline.lexicon.register import Unit
    from pipeline.normalise.places.meant import Named

NEAR = 200  # characters within which another place weighs more
PUBLISHER = 4.0
NEIGHBOUR = 2.0
SETTLEMENT = 0.5
WORD = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][^\W\d_]+")
LEAST = 4  # letters: a shorter settlement's name may be anything
PAPER = re.compile(r"(?:posten|bladet|avisa|avisen|nytt|ingen)\Z")  # Fusaposten, Solørbladet


class Neighbourhood:
    """What the text's unambiguous places and its publisher say for each county."""

    def __init__(self, named: Sequence[Named], text: str, publisher: str | None, on: date) -> None:
        self._text, self._on = text, on
        self._certain = [(one.start, unit) for one in named for unit in _certain(one)]
        self._units = frozenset(unit for _, unit in self._certain)
        self._hinted: defaultdict[str, dict[Unit, int]] = defaultdict(dict)
        for one in named:
            if one.told.hint:
                for unit in _certain(one):
                    self._hinted[one.told.name].setdefault(unit, one.start)
        self._publisher = [unit for unit in municipality(publisher or "", on) if publisher]
        self._issuing = _counties_of(publisher, on)

    def told_apart(self, name: str, position: int) -> tuple[Unit, ...]:
        """The units of a name that the text gives with their regions before a place: "Våler (Østfold)".

        None where a municipality of the name issued the document: it needs not say which it is.
        """
        if any(fold(unit.name) == name for unit in self._publisher):
            return ()
        return tuple(unit for unit, start in self._hinted.get(name, {}).items() if start < position)

    def gives_region(self, unit: Unit) -> bool:
        """Whether the text somewhere gives the region that a unit lies in: "Bø i Vesterålen"."""
        return unit in self._hinted.get(fold(unit.name), {})

    def names(self, code: str) -> bool:
        """Whether the municipality that has a number today is named in the text, or issued it."""
        return code in self._named_today

    def names_near(self, code: str, position: int) -> bool:
        """Whether the municipality that has a number today is named near a place of the text, or issued it."""
        if len(self._publisher) == 1 and code in heirs(self._publisher[0].code):
            return True
        return any(code in heirs(unit.code) for start, unit in self._near(position) if unit.level == "municipality")

    def support(self, unit: Unit, position: int) -> float:
        """How much speaks for a unit at a place of the text; 0 where nothing does."""
        return self._support(unit.county_code, unit, position)

    def support_at(self, code: str, unit: Unit, position: int) -> float:
        """How much speaks for the county of the municipality that has a number today, set aside what names a unit."""
        return self._support(county_then(code, self._on), unit, position)

    def _support(self, county: str, apart: Unit, position: int) -> float:
        base = self._base[county] - (apart in self._units and apart.county_code == county)
        near = sum(NEIGHBOUR for _, other in self._near(position) if other.county_code == county and other != apart)
        return base + near

    def _near(self, position: int) -> Iterator[tuple[int, Unit]]:
        low = bisect_left(self._starts, position - NEAR)
        high = bisect_right(self._starts, position + NEAR)
        return iter(self._certain[low:high])

    @cached_property
    def _named_today(self) -> frozenset[str]:
        named = (*self._publisher[:1], *self._units)
        return frozenset(code for unit in named if unit.level == "municipality" for code in heirs(unit.code))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._certain]

    @cached_property
    def _base(self) -> Counter[str]:
        base: Counter[str] = Counter()
        for unit in self._units:
            base[unit.county_code] += 1
        for county in self._issuing:
            base[county] += PUBLISHER  # type: ignore[assignment]
        known = settlements()
        for word in sorted({word.lower() for word in WORD.findall(self._text) if len(word) >= LEAST}):
            if word in known:
                base[county_then(known[word], self._on)] += SETTLEMENT  # type: ignore[assignment]
        return base


def _certain(one: Named) -> tuple[Unit, ...]:
    """The unit that a name can only mean, or the one told apart by its region."""
    if len(one.units) == 1:
        return one.units
    wanted = regions()[one.told.hint] if one.told.hint else frozenset[str]()
    return tuple(unit for unit in one.units if unit.county_code in wanted)[:1]


def _counties_of(publisher: str | None, on: date) -> set[str]:
    """The counties that a publisher's name speaks of: "Helse Førde", "Solørbladet", "Våler kommune"."""
    words = [PAPER.sub("", word) for word in fold(publisher or "").split()]
    found = set(newspapers().get(fold(publisher or ""), ()))
    for count in (1, 2, 3):
        for first in range(len(words) - count + 1):
            name = " ".join(words[first : first + count])
            units = municipality(name, on) if count < 3 else ()
            found |= {unit.county_code for unit in units} if len(units) == 1 else set()
            found |= regions().get(name, frozenset())
    return found
