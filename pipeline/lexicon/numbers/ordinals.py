"""Read ordinals: "3.", "tredje", "fyrste", "tjueandre", "toogtyvende", "hundre og femtiande"."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon.numbers.cardinals import LONGEST, integer
from pipeline.lexicon.tables import rows

CARDINALS = {row["word"]: row["cardinal"] for row in rows("ordinal_words.csv")}
IN_COMPOUNDS = sorted(
    (row["word"] for row in rows("ordinal_words.csv") if row["compounds"] == "yes"), key=len, reverse=True
)
DIGITS = re.compile(r"(\d{1,6})(?:\.|ste|dje|te|de|ende|ande)?")  # 3., 1ste, 4de, 17


def ordinal(text: str) -> int | None:
    """The place in a row that an ordinal names, in digits (with or without their stop) or words, else None.

    >>> ordinal("tredje"), ordinal("fyrste"), ordinal("annen"), ordinal("andre"), ordinal("12.")
    (3, 1, 2, 2, 12)
    >>> ordinal("tjuetredje"), ordinal("toogtyvende"), ordinal("hundre og femtiande"), ordinal("tohundrede")
    (23, 22, 150, 200)
    >>> ordinal("tre") is None
    True
    """
    text = text.casefold().strip()
    match = DIGITS.fullmatch(text)
    if match:
        return int(match[1])
    if text in CARDINALS:
        return integer(CARDINALS[text])
    return None if len(text) > LONGEST else _compound(text)


@lru_cache(maxsize=1 << 14)
def _compound(text: str) -> int | None:
    """The place that a compound over an ordinal names."""
    for word in IN_COMPOUNDS:
        if text.endswith(word):
            value = integer(text.removesuffix(word) + CARDINALS[word])
            if value is not None:
                return value
    return None
