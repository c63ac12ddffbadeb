"""Read the words that qualify a number: "om lag", "over", "hele", "minst"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pipeline.lexicon.numbers.phrases import MAGNITUDES
from pipeline.lexicon.tables import rows

if TYPE_CHECKING:
    from models.record import CountKind, Qualifier

PHRASES = {row["phrase"]: row["qualifier"] or None for row in rows("qualifiers.csv")}
LONGEST = max(phrase.count(" ") for phrase in PHRASES) + 1
STRETCHED = frozenset(
    ("etasje", "etasjer", "etasjar", "plan", "sider", "spalter", "spaltar", "linjer", "linjar")
)  # what lies over several
WINDOW = 48  # characters before a number that may qualify it
WORDS = re.compile(r"\S+")
BEFORE = re.compile(r"([^\W\d_]+|\d|%)[ ]$")
_ROWS = rows("over_words.csv")
PEOPLE = frozenset(row["word"] for row in _ROWS if row["role"] == "person")
PERSON_ENDINGS = tuple(row["word"] for row in _ROWS if row["role"] == "person-ending")
SPREAD = frozenset(row["word"] for row in _ROWS if row["role"] == "spread")
DONE = re.compile(
    r"(?:\b(?:har|hadde|ha)|\bdet[ ](?:er|var|ble|blei|blir|vart|vert))[ ]$", re.IGNORECASE
)  # det er bygd
HEIGHT = re.compile(r"\b(?:snø|skred|høyde|høgd|havet|moh|fjell|terreng|tregrens)", re.IGNORECASE)
MANY_HOURS = 100  # nothing goes on over so many hours: they are worked
HEIGHTS = range(300, 2600)  # metres above the sea that news speak of


@dataclass(frozen=True, slots=True)
class Qualified:
    """Where the qualifying words begin, and what they say."""

    start: int
    qualifier: Qualifier | None


def qualified(text: str, start: int) -> Qualified | None:
    """The words that qualify what starts there, the longest phrase first, None where none stand there.

    >>> text = "Det er i overkant av 40 plasser"
    >>> found = qualified(text, text.index("40"))
    >>> text[found.start:], found.qualifier
    ('i overkant av 40 plasser', 'over')
    """
    begin = max(0, start - WINDOW)
    if start and text[start - 1] not in " ~<>≥≤±":
        return None
    words = list(WORDS.finditer(text[begin:start]))[-LONGEST:]
    for first in range(len(words)):
        phrase = " ".join(word[0] for word in words[first:]).lower().lstrip("(«\"'–-")
        if phrase in PHRASES and "\n" not in text[begin + words[first].start() : start]:
            offset = len(words[first][0]) - len(words[first][0].lstrip("(«\"'–-"))
            place = begin + words[first].start() + offset
            inner = cast("Qualifier | None", PHRASES[phrase])
            outer = qualified(text, place) if inner is None or phrase in ("hele", "heile") else None
            return outer or Qualified(place, inner)
    return None


def means_size(text: str, found: Qualified, sentence: str, kind: CountKind, unit: str, value: int) -> bool:
    """Whether "over" and "under" say how much it is, and not where or for how long."""
    phrase = text[found.start :].split(" ", 1)[0].lower()
    if phrase not in ("over", "under"):
        return True
    if phrase == "over" and unit.lower() in STRETCHED:
        return False  # fordelt over tre etasjer
    left = text[max(0, found.start - WINDOW) : found.start]
    if phrase == "over" and kind == "count" and _is_spread(left):
        return False  # er bygd over seks folketoner
    if unit == "m" and value in HEIGHTS and HEIGHT.search(sentence):
        return False
    if kind != "duration" or phrase == "under" or (unit.startswith("tim") and value >= MANY_HOURS):
        return True
    before = BEFORE.search(left)
    word = before[1].lower() if before else ""
    return not word or word in PEOPLE or (word.endswith(PERSON_ENDINGS) and word not in MAGNITUDES)


def _is_spread(left: str) -> bool:
    """Whether the word before "over" says that something lies over so many, and not that so many are done."""
    before = BEFORE.search(left)
    return bool(before and before[1].lower() in SPREAD and not DONE.search(left[: before.start(1)]))
