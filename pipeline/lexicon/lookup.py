"""Look up a place as a user writes it: its periods by name or number, or names that it is near to."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz, process

from pipeline.lexicon.place_words import regions
from pipeline.lexicon.register import Unit, counties, fold, municipalities, named, names, predecessors
from pipeline.lexicon.tables import rows

AUTHORITIES = {  # what may stand behind a name, and what it says the name is
    " fylkeskommune": "county",
    " fylke": "county",
    " kommune": "municipality",
    " herad": "municipality",
}
PLAIN = str.maketrans("øæåáàâäčçđéèêëïíŋñöóšŧüúž", "oaaaaaaccdeeeeiinnoostuuz")
LIKE_ENOUGH, SAME = 75, 100  # of 100
SUGGESTIONS = 3


def look_up(query: str) -> tuple[Unit, ...]:
    """Every period of the places that a query names, or of a number; () where there is none.

    >>> [unit.code for unit in look_up("Skedsmo kommune")], [unit.name for unit in look_up("3205")]
    (['0231'], ['Lillestrøm'])
    >>> [unit.level for unit in look_up("Oslo fylke")], [unit.code for unit in look_up("Våler i Solør")]
    (['county'], ['0426', '3419'])
    """
    query = " ".join(query.split())
    found = named(query) or tuple(unit for unit in (*municipalities(), *counties()) if unit.code == query)
    if found:
        return found
    for ending, level in AUTHORITIES.items():
        if fold(query).endswith(ending):
            return named(query[: -len(ending)], level)  # type: ignore[arg-type]  # the table holds levels alone
    for joint in (" i ", " på "):
        name, _, region = fold(query).partition(joint)
        if region in regions():
            return tuple(unit for unit in named(name, "municipality") if unit.county_code in regions()[region])
    return ()


def suggestions(query: str) -> tuple[str, ...]:
    """Names that are written nearly as a query is, the nearest first, at most three; those alone that are the same without accents.

    >>> suggestions("Skedmso"), suggestions("Tromso"), suggestions("Aalesund"), suggestions("Xyzzy")
    (('Skedsmo',), ('Tromsø',), ('Ålesund',), ())
    """
    found = process.extract(
        _plain(query), _plain_names(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=SUGGESTIONS
    )
    same = [name for _, score, name in found if score == SAME]
    return tuple(same or (name for _, _, name in found))


def origins(unit: Unit) -> tuple[Unit, ...]:
    """The municipalities that a unit took over from the day it began, as they were last."""
    earlier = [other for other in municipalities() if other.code in predecessors(unit.code)]
    return tuple(other for other in earlier if other.valid_to == unit.valid_from)


@cache
def _plain_names() -> dict[str, str]:
    """Every name as it is written, with its letters made plain."""
    written = [unit.name for unit in (*municipalities(), *counties())]
    for table in ("navn.csv", "fylkesnavn.csv"):
        written += [row["name"] for row in rows(f"kommuner/{table}")]
    return {name: _plain(name) for name in dict.fromkeys(written) if fold(name) in names()}


def _plain(name: str) -> str:
    return fold(name).replace("aa", "a").translate(PLAIN)
