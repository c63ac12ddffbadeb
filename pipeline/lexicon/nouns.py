"""Give Norwegian nouns their indefinite singular: "kommunene" is "kommune", "sykehjemsplasser" "sykehjemsplass"."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import rows

EXCEPTIONS = {row["form"]: row["singular"] for row in rows("noun_exceptions.csv")}
IN_COMPOUNDS = {row["form"]: row["singular"] for row in rows("noun_exceptions.csv") if row["compounds"] == "yes"}
RULES = {
    standard: {row["ending"]: (int(row["off"]), row["on"]) for row in rows(f"noun_rules_{standard}.csv")}
    for standard in ("nb", "nn")
}
LONGEST = 60  # letters: what is longer is no word
ENDINGS = ("er", "ar", "or", "ne", "en", "et")  # what the rule for any ending may take off
GENITIVES = ("ers", "ars", "ørs", "års", "døgns", "sekunds", "minutts", "månads")  # tolv måneders


@cache
def singular(word: str, standard: str = "nb") -> str:
    """The indefinite singular, in lower case, of a noun in any form, read as Bokmål ("nb") or Nynorsk ("nn").

    A compound goes by its last part. Of a plural that is its own singular, and of what is no noun, the word itself.

    >>> [singular(word) for word in ("kommunene", "sykehjemsplasser", "menn", "tiltak", "lærere", "søkerne", "måneders")]
    ['kommune', 'sykehjemsplass', 'mann', 'tiltak', 'lærer', 'søker', 'måned']
    >>> [singular(word, "nn") for word in ("kommunane", "sjukeheimsplassar", "medlemmer", "føretaka", "lærarar", "veker")]
    ['kommune', 'sjukeheimsplass', 'medlem', 'føretak', 'lærar', 'veke']
    >>> [singular(word) for word in ("IT-stillinger", "heltidsansatte", "MW")]
    ['it-stilling', 'heltidsansatt', 'mw']
    """
    word = word.lower()
    if len(word) > LONGEST:
        return word
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    exception = _compound(word)
    if exception:
        return exception
    if word.endswith(GENITIVES) and not word.endswith("vers"):
        return singular(word[:-1], standard)
    return _by_rule(word, RULES[standard])


def _compound(word: str) -> str | None:
    """The singular of a compound whose last part is an exception, the longest such part deciding."""
    for cut in range(1, len(word) - 1):
        if word[cut:] in IN_COMPOUNDS:
            return word[:cut] + IN_COMPOUNDS[word[cut:]]
    return None


def _by_rule(word: str, rules: dict[str, tuple[int, str]]) -> str:
    anchored = f"^{word.rpartition('-')[2]}"
    for cut in range(len(anchored) + word.endswith(ENDINGS)):
        rule = rules.get(anchored[cut:])
        if rule is not None and rule[0] < len(word):
            off, on = rule
            return word[: len(word) - off] + on
    return word
