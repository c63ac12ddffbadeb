"""Words that tell what a place name beside them means, and the regions that tell namesakes apart."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pipeline.lexicon.register import fold
from pipeline.lexicon.tables import rows

PlaceWord = Literal["behind", "before", "seat", "own", "county", "near", "former", "merge"]


@cache
def words(kind: PlaceWord) -> frozenset[str]:
    """The words of a kind.

    >>> "sjukehus" in words("behind"), "kommune" in words("own"), "frå" in words("near")
    (True, True, True)
    """
    return frozenset(row["word"] for row in rows("place_words.csv") if row["kind"] == kind)


@cache
def regions() -> dict[str, frozenset[str]]:
    """Regions and counties of all times, folded, with the numbers of the counties that they lie in.

    >>> sorted(regions()["solør"])
    ['04', '34']
    """
    return {fold(row["region"]): frozenset(row["counties"].split()) for row in rows("kommuner/regioner.csv")}


@cache
def likeliest() -> dict[str, tuple[str, ...]]:
    """Names of several municipalities, folded, with their counties, the likeliest first."""
    return {fold(row["name"]): tuple(row["counties"].split()) for row in rows("kommuner/sannsynligst.csv")}


@cache
def plain_words() -> frozenset[str]:
    """Names of municipalities that are everyday words too ("Time"), folded."""
    return frozenset(fold(row["name"]) for row in rows("kommuner/flertydige_ord.csv") if row["word"] == "yes")


@cache
def surnames() -> frozenset[str]:
    """Names of municipalities that are surnames too ("Vang"), folded."""
    return frozenset(fold(row["name"]) for row in rows("kommuner/flertydige_ord.csv") if row["surname"] == "yes")


@cache
def villages() -> dict[str, tuple[str, ...]]:
    """Places that are no municipality, folded, with the numbers of the municipalities they lie in."""
    found: dict[str, list[str]] = {}
    for row in rows("kommuner/steder.csv"):
        found.setdefault(fold(row["name"]), []).append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}
