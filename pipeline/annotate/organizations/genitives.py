"""Undo the genitive of a name."""

from __future__ import annotations

import re

from pipeline.lexicon.bodies import bodies, ends, is_definite, is_head

_SIGNED = re.compile(r"['’]s?$|(?<=[A-ZÆØÅ]{2})-?s$")  # NRK's, AS’, NVEs, AS-s


def bare(name: str) -> str:
    """A name without the s of its genitive, where it can be told to have one.

    >>> [bare(name) for name in ("Finanstilsynets", "NVEs", "Molde sjukehus", "Telenors", "Nord universitets", "Lions")]
    ['Finanstilsynet', 'NVE', 'Molde sjukehus', 'Telenor', 'Nord universitet', 'Lions']
    """
    if name in bodies():
        return name
    signed = _SIGNED.sub("", name)
    if signed != name or not name.endswith("s"):
        return signed
    stem = name[:-1]
    last = stem.split(" ")[-1]
    if stem.lower().endswith((" røde kor", " raude kros")):
        return name
    known = (
        stem in bodies() or is_definite(last) or last in ends("legal") or (not is_head(f"{last}s") and is_head(last))
    )
    return stem if known else name
