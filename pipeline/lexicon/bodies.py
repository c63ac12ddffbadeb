"""Known organisations, and the words that names of organisations are built with."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.remember import remembered
from pipeline.lexicon.tables import column, rows


@cache
def bodies() -> dict[str, str]:
    """Every name, other form and abbreviation of a known body, with the name that stands for all of them.

    >>> bodies()["Nkom"], bodies()["Noregs forskingsråd"]
    ('Nasjonal kommunikasjonsmyndighet', 'Forskningsrådet')
    """
    known: dict[str, str] = {}
    for row in rows("bodies.csv"):
        forms = f"{row['name']}|{row['forms']}|{row['abbreviations']}"
        for form in filter(None, forms.split("|")):
            known.setdefault(form, row["name"])
    return known


@cache
def by_first_word() -> dict[str, tuple[str, ...]]:
    """The names of known bodies by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(bodies(), key=len, reverse=True):
        found.setdefault(name.split(" ")[0], []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def plain_bodies() -> frozenset[str]:
    """The names that are ordinary words too ("Delta", "Venstre")."""
    return frozenset(
        form
        for row in rows("bodies.csv")
        if row["plain"] == "yes"
        for form in (row["name"], *row["forms"].split("|"))
        if form and " " not in form
    )


@cache
def companies() -> frozenset[str]:
    """The names of known companies, which their products bear too ("en Tesla", not "et EU")."""
    return frozenset(
        form
        for row in rows("bodies.csv")
        if row["kind"] == "company"
        for form in (row["name"], *row["forms"].split("|"), *row["abbreviations"].split("|"))
        if form
    )


@remembered
def is_head(word: str) -> bool:
    """Whether a word ends an organisation's name behind a name.

    >>> is_head("ungdomsskule"), is_head("Skolekorps"), is_head("kor"), is_head("traktor"), is_head("gård")
    (True, True, True, False, False)
    """
    low = word.lower()
    return low in _heads("whole") or low.endswith(_endings())


@remembered
def joins_pairs(word: str) -> bool:
    """Whether two names may stand before such a head ("Heggen og Frøland tingrett")."""
    return word.lower().endswith(tuple(row["head"] for row in rows("organization_heads.csv") if row["pair"]))


@cache
def _heads(what: str) -> frozenset[str]:
    return frozenset(row["head"].lower() for row in rows("organization_heads.csv") if row["whole"] == what)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_heads(""))


@cache
def ends(kind: str) -> frozenset[str]:
    """The last words of names of one kind: legal, club or trade."""
    return frozenset(row["end"] for row in rows("organization_ends.csv") if row["kind"] == kind)


@cache
def club_forms() -> dict[str, str]:
    """What the abbreviation that ends a club's name stands for ("IL": "Idrettslag")."""
    return {row["abbreviation"]: row["full"] for row in rows("organization_clubs.csv")}


@cache
def openings() -> dict[str, tuple[frozenset[str], bool]]:
    """The words that open a name, with the small words that may follow, and whether the name may follow at once."""
    return {
        row["opening"]: (frozenset(row["link"].split("|")) - {""}, row["bare"] == "yes")
        for row in rows("organization_openings.csv")
    }


@remembered
def is_apposition(word: str) -> bool:
    """Whether a noun in the definite stands before the name of an organisation.

    >>> is_apposition("Trondheimsselskapet"), is_apposition("koret"), is_apposition("arkitekturen")
    (True, True, False)
    """
    return word.lower().endswith(tuple(sorted(column("organization_appositions.csv", "ending"))))


@remembered
def is_definite(word: str) -> bool:
    """Whether a capitalised word is an organisation's name in the definite.

    >>> is_definite("Landbruksdirektoratet"), is_definite("Direktoratet"), is_definite("Lokalavisa")
    (True, False, False)
    """
    low = word.lower()
    return low not in column("organization_generics.csv", "word") and any(
        low.endswith(row["ending"]) and len(low) - len(row["ending"]) >= int(row["before"])
        for row in rows("organization_definites.csv")
    )
