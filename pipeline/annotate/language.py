"""Tell the language of a text by its function words."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.lexicon.tables import rows

NORWEGIAN = ("nb", "nn")
UNKNOWN = "und"
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 50_000  # characters: enough to be sure, and a long text costs no more
LANGUAGES = {row["word"]: row["languages"].split() for row in rows("function_words.csv")}


def language(text: str, declared: str | None = None) -> str:
    """The language code of a text: "nb", "nn", another of the table's, or "und" where no word tells.

    A word of several languages counts for each by its share. Where two are level, the declared language decides.

    >>> language("Kommunane skal ikkje betale meir enn dei gjer no.")
    'nn'
    >>> language("Kommunene skal ikke betale mer enn de gjør nå.")
    'nb'
    >>> language("Kommunerna ska inte betala mer än de gör nu, säger hon.")
    'sv'
    >>> language("5 120 MW", declared="nn-NO")
    'nn'
    """
    score: Counter[str] = Counter()
    for word, times in Counter(WORD.findall(text[:SAMPLE].lower())).items():
        languages = LANGUAGES.get(word, ())
        for code in languages:
            score[code] += times / len(languages)  # type: ignore[assignment]
    wanted = (declared or "")[:2].lower()
    wanted = "nb" if wanted == "no" else wanted
    if not score:
        return wanted if wanted in NORWEGIAN else UNKNOWN
    return max(score, key=lambda code: (round(score[code], 6), code == wanted, code in NORWEGIAN))
