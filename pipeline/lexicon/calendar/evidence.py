"""Read the words that tell whether an expression is a date, and which tense a verb is in."""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.lexicon.tables import rows


@cache
def tells(what: str) -> frozenset[str]:
    """The words that tell one thing; the table's head says what the things are.

    >>> "innan" in tells("year"), "personar" in tells("counted"), "mai" in tells("counted")
    (True, True, False)
    """
    return frozenset(row["form"] for row in rows("calendar/evidence.csv") if row["tells"] == what)


@cache
def verbs() -> dict[str, str]:
    """Each finite verb form with its tense: past, present, future, have or be."""
    return {row["form"]: row["tense"] for row in rows("calendar/verbs.csv")}


@lru_cache(maxsize=1 << 14)
def tense(word: str) -> str | None:
    """The tense of a verb form in lower case, a compound's by its last part; None where it is no known verb.

    >>> tense("åpner"), tense("prøvekjørte"), tense("skal"), tense("mai")
    ('present', 'past', 'future', None)
    """
    known = verbs()
    if word in known:
        return known[word]
    for cut in range(2, min(len(word) - 5, 9)):
        if known.get(word[cut:]) == "past":
            return "past"
    return None
