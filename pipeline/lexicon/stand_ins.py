"""Nouns that stand for an organisation named before: "foreningens leder", "i selskapet"."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.bodies import ends, is_definite, is_head
from pipeline.lexicon.tables import column, rows

ENDINGS = ("en", "et", "a", "n", "ba")  # foreningen, selskapet, stiftinga, høgskulen
TRUSTS = frozenset(("foretak", "føretak", "helseforetak", "helseføretak"))
SHORTEST_HEAD = 5  # letters: "lag" ends "forslag" too
OTHERS = ("datter", "dotter", "mor", "søster", "syster", "nabo", "granne", "konkurrent")  # morselskapet is another
LEGAL_FORMS = frozenset(("AS", "ASA", "SA", "AB", "ANS", "DA", "SE"))


@cache
def stand_in(word: str) -> str | None:
    """The noun, in its indefinite form, that stands for an organisation; None where the word is no such noun.

    >>> stand_in("foreningens"), stand_in("høgskulen"), stand_in("forening"), stand_in("båten")
    ('forening', 'høgskule', None, None)
    >>> stand_in("museet"), stand_in("ferjeselskapet"), stand_in("morselskapet"), stand_in("forslaget")
    ('museum', 'selskap', None, None)
    """
    low = word.lower()
    for stem in (low, low.removesuffix("s")):
        for ending in ENDINGS:
            noun = stem.removesuffix(ending)
            if noun == stem:
                continue
            if found := _listed(noun) or _listed(f"{noun}um"):
                return found
    return None


def tells(word: str) -> bool:
    """Whether a word, the last of a name, says what kind of body it names.

    >>> tells("Fagforbundet"), tells("Sparebank"), tells("Norled"), tells("Statsforvalteren")
    (True, True, False, True)
    """
    office = word in column("offices.csv", "office")
    return office or is_head(word) or is_definite(word) or bool(stand_in(word) or _listed(word.lower()))


def _listed(noun: str) -> str | None:
    """The noun of the table that this is, or is made over: "klubb" of "fotballklubb"."""
    known = column("organization_nouns.csv", "noun")
    if noun in known:
        return noun
    ends = next((noun[at:] for at in range(2, len(noun) - SHORTEST_HEAD + 1) if noun[at:] in known), None)
    return None if ends is None or noun.startswith(OTHERS) else ends


def is_such(organization: str, noun: str) -> bool:
    """Whether an organisation's name says that it is such a thing, or its legal form does.

    >>> is_such("Høgskulen på Vestlandet", "høgskule"), is_such("Vik Fjellfisk AS", "selskap"), is_such("Vik IL", "bank")
    (True, True, False)
    >>> is_such("Viking Håndball", "klubb"), is_such("Helse Fonna", "føretak")
    (True, True)
    """
    stem = noun.removesuffix("e")
    endings = (noun, f"{noun}en", f"{noun}et", f"{noun}a", f"{stem}en", f"{stem}a", f"{noun.removesuffix('um')}et")
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
