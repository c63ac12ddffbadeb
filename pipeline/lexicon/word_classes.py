"""Guess what a Norwegian word may be by its ending: noun, adjective, verb or other."""

from __future__ import annotations

from functools import lru_cache

from pipeline.lexicon.tables import rows

CLASSES = {
    standard: {row["ending"]: row["classes"] for row in rows(f"word_classes_{standard}.csv")}
    for standard in ("nb", "nn")
}
LONGEST = 60  # letters


@lru_cache(maxsize=50_000)
def classes(word: str, standard: str = "nb") -> str:
    """The classes that a word may have, likeliest first: N noun, A adjective, V verb, X other.

    >>> classes("kommuner"), classes("kommunale"), classes("signerte"), classes("ikke")
    ('N', 'A', 'AV', 'X')
    """
    anchored, table = f"^{word.lower()[-LONGEST:]}", CLASSES[standard]
    return next(table[anchored[cut:]] for cut in range(len(anchored) + 1) if anchored[cut:] in table)


def is_known(word: str, standard: str = "nb") -> bool:
    """Whether the table has the word whole, so that its classes are no guess."""
    return f"^{word.lower()}" in CLASSES[standard]
