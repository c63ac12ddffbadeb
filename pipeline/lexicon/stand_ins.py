"""Nouns that stand for an organisation named before: "foreningens leder", "i selskapet"."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.bodies import ends
from pipeline.lexicon.tables import column, rows

ENDINGS = ("en", "et", "a", "n", "ba")  # foreningen, selskapet, stiftinga, høgskulen
TRUSTS = frozenset(("foretak", "føretak", "helseforetak", "helseføretak"))
LEGAL_FORMS = frozenset(("AS", "ASA", "SA", "AB", "ANS", "DA", "SE"))


@cache
def stand_in(word: str) -> str | None:
    """The noun, in its indefinite form, that stands for an organisation; None where the word is no such noun.

    >>> stand_in("foreningens"), stand_in("høgskulen"), stand_in("forening"), stand_in("båten")
    ('forening', 'høgskule', None, None)
    """
    low = word.lower()
    for stem in (low, low.removesuffix("s")):
        for ending in ENDINGS:
            noun = stem.removesuffix(ending)
            if noun != stem and noun in column("organization_nouns.csv", "noun"):
                return noun
    return None


def is_such(organization: str, noun: str) -> bool:
    """Whether an organisation's name says that it is such a thing, or its legal form does.

    >>> is_such("Høgskulen på Vestlandet", "høgskule"), is_such("Vik Fjellfisk AS", "selskap"), is_such("Vik IL", "bank")
    (True, True, False)
    >>> is_such("Viking Håndball", "klubb"), is_such("Helse Fonna", "føretak")
    (True, True)
    """
    stem = noun.removesuffix("e")
    endings = (noun, f"{noun}en", f"{noun}et", f"{noun}a", f"{stem}en", f"{stem}a")
    parts = organization.split()
    if any(part.lower().removesuffix("s").endswith(endings) for part in parts):
        return True
    if noun == "klubb" and parts[-1] in ends("club"):
        return True
    if noun in TRUSTS and parts[0] == "Helse":
        return True
    return noun in _legal() and (parts[-1] in LEGAL_FORMS or parts[-1] in ends("trade"))


@cache
def _legal() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("organization_nouns.csv") if row["legal"] == "yes")
