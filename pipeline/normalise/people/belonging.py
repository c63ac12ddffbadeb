"""Work out what a role is in: a municipality by its name alone with its number, another body as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.record import Municipality
    from pipeline.spans.people import Extent

TAILS = (" kommunes", " kommune", " suohkan")
ALIKE = 90  # per cent: "Hustavika" is Hustadvika
SHORTEST_SLIP = 6  # letters


@dataclass(frozen=True, slots=True)
class Body:
    """What a role is in, with its number where it is a municipality."""

    name: str
    municipality: str | None = None


class Bodies:
    """The municipalities of a text, to tell which of its words name one."""

    def __init__(self, text: str, municipalities: Iterable[Municipality]) -> None:
        self._text = text
        self._by_place: dict[int, Municipality] = {}
        self._by_name: dict[str, Municipality] = {}
        for municipality in municipalities:
            self._by_name.setdefault(municipality.name, municipality)
            for mention in municipality.mentions:
                self._by_place[mention.start] = municipality
                self._by_name.setdefault(_bare(mention.text), municipality)

    def body(self, extent: Extent) -> Body:
        """The body that the characters name."""
        text = self._text[slice(*extent)].strip()
        bare = _bare(text)
        held = (
            self._by_name.get(bare)
            or self._by_name.get(bare.removesuffix("s"))
            or self._at(extent, bare)
            or self._near(bare)
        )
        if held:
            return Body(held.name, held.code)
        return Body(bare if text != bare else _nominative(text, self._text[extent[1] :][:1]))

    def _at(self, extent: Extent, bare: str) -> Municipality | None:
        """The municipality that a mention at the place means, where it is all that the words name."""
        held = self._by_place.get(extent[0])
        whole = held and any(_bare(mention.text) == bare for mention in held.mentions)
        return held if whole else None

    def _near(self, bare: str) -> Municipality | None:
        if len(bare) < SHORTEST_SLIP or any(map(str.isdigit, bare)):  # Fjord1 is not Fjord
            return None
        return next((held for name, held in self._by_name.items() if fuzz.ratio(name, bare) >= ALIKE), None)


def _bare(text: str) -> str:
    for tail in TAILS:
        text = text.removesuffix(tail)
    return text


def _nominative(text: str, behind: str) -> str:
    """A name without the genitive that its words stand in."""
    return text.rstrip("'’") if text[-1:] in "'’" or behind in ("'", "’") else text
