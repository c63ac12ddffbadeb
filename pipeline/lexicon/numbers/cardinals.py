"""Read whole numbers in words: "tjueto", "toogtyve", "to hundre og femti", "tohundreogfemti"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import rows

ROWS = rows("number_words.csv")
VALUES = {row["word"]: int(row["value"]) for row in ROWS}
JOINER = "og"


def _any(*roles: str) -> str:
    words = sorted((row["word"] for row in ROWS if row["role"] in roles), key=len, reverse=True)
    return "(?:" + "|".join(words) + ")"


ARTICLE = _any("article")  # en, ei, et: a number only beside another number's part
UNIT = _any("unit", "article")
SURE_UNIT = _any("unit")
TEEN = _any("teen")
TEN = _any("ten")
JOINED = rf"(?:[ ]?{JOINER}[ ]?)"
BELOW_100 = rf"(?:{UNIT}{JOINER}{TEN}|{TEN}(?:{UNIT}|[ -]{SURE_UNIT})?|{TEEN}|{SURE_UNIT})"  # toogtyve, tjue to
REST_100 = rf"(?:{JOINED}(?:{BELOW_100}|{ARTICLE})|[ ]?{BELOW_100}|{ARTICLE})"  # … og femti, …femti
BELOW_1000 = rf"(?:(?:(?:{UNIT}|{TEEN})[ ]?)?hundre{REST_100}?|{BELOW_100})"
REST_1000 = rf"(?:(?:{JOINED}|[ ])?{BELOW_1000}|{REST_100})"
# to tusen fire hundre og tjueen
CARDINAL = rf"(?:(?:(?:{BELOW_1000}|{ARTICLE})[ ]?)?tusen{REST_1000}?(?![^\W\d_])|{BELOW_1000})"
WHOLE = re.compile(CARDINAL, re.IGNORECASE)
LONGEST = 80  # characters: no number below a million is longer in words


@cache
def _parts(word: str) -> tuple[str, ...] | None:
    """The number words that a word is put together of, None where it is not."""
    if not word:
        return ()
    for size in range(min(len(word), 8), 1, -1):
        head, tail = word[:size], word[size:]
        if head in VALUES or head == JOINER:
            rest = _parts(tail)
            if rest is not None:
                return (head, *rest)
    return None


def integer(text: str) -> int | None:
    """The whole number below a million that the words say, None where they say none.

    >>> integer("toogtyve"), integer("tjueto"), integer("to hundre og femti"), integer("tohundreogfemti")
    (22, 22, 250, 250)
    >>> integer("hundre og eitt"), integer("nitten hundre"), integer("ettusen"), integer("hundre tusen")
    (101, 1900, 1000, 100000)
    >>> integer("en"), integer("ett"), integer("hundre femti to tre")
    (1, 1, None)
    """
    text = text.casefold()
    if len(text) > LONGEST:
        return None
    if VALUES.get(text) == 1:
        return 1
    if not WHOLE.fullmatch(text):
        return None
    total = group = 0
    for word in re.split(r"[ -]", text):
        for part in _parts(word) or ():
            worth = VALUES.get(part, 0)
            if worth == 1000:
                total, group = total + (group or 1) * worth, 0
            elif worth == 100:
                group = (group or 1) * worth
            else:
                group += worth
    return total + group
