"""Words that tell what a place name beside them means, and the regions that tell namesakes apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.lexicon.register import fold
from pipeline.lexicon.tables import rows

PlaceWord = Literal[
    "behind",
    "before",
    "seat",
    "own",
    "county",
    "speaks",
    "where",
    "near",
    "person",
    "former",
    "merge",
    "copula",
    "sport",
]


@cache
def words(kind: PlaceWord) -> frozenset[str]:
    """The words of a kind.

    >>> "sjukehus" in words("behind"), "kommune" in words("own"), "frå" in words("near")
    (True, True, True)
    """
    return frozenset(row["word"] for row in rows("place_words.csv") if row["kind"] == kind)


@cache
def phrases(kind: PlaceWord) -> tuple[str, ...]:
    """The entries of a kind that are more than one word: "brann og redning"."""
    return tuple(sorted(word for word in words(kind) if " " in word))


@cache
def word_endings() -> tuple[str, ...]:
    """What words end in that make the name before them part of an institution's: "skulekrins"."""
    return tuple(row["ending"] for row in rows("kommuner/institusjoner.csv"))


@cache
def longer_names() -> dict[str, tuple[tuple[str, int], ...]]:
    """Names, folded, with the longer names that they are a part of, and where in each they stand.

    >>> longer_names()["rana"]
    (('Mo i Rana', 5),)
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for row in rows("kommuner/lengre_navn.csv"):
        found.setdefault(fold(row["part"]), []).append((row["name"], row["name"].index(row["part"])))
    return {part: tuple(longer) for part, longer in found.items()}


@cache
def newspapers() -> dict[str, frozenset[str]]:
    """Newspapers, folded, with the numbers of the counties that they cover."""
    return {fold(row["name"]): frozenset(row["counties"].split()) for row in rows("kommuner/aviser.csv")}


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


@dataclass(frozen=True, slots=True)
class Village:
    """A place that is no municipality: the number of the municipality it lies in, and whether it is widely known."""

    code: str
    known: bool


@cache
def villages() -> dict[str, tuple[Village, ...]]:
    """Places that are named like a municipality that they do not lie in, folded."""
    found: dict[str, list[Village]] = {}
    for row in rows("kommuner/bygder.csv"):
        found.setdefault(fold(row["name"]), []).append(Village(row["code"], row["known"] == "yes"))
    return {name: tuple(several) for name, several in found.items()}


@cache
def settlements() -> dict[str, str]:
    """Places of a name that one municipality alone has, folded, with its number."""
    found: dict[str, set[str]] = {}
    for row in rows("kommuner/steder.csv"):
        found.setdefault(fold(row["name"]), set()).add(row["code"])
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}
