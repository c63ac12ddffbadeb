"""Read the noun that a number counts, behind adjectives and numerals' own words, and those it may be "av"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.annotate.counts.kinds import PLURALS
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.tables import rows
from pipeline.lexicon.units import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROLES = {(row["word"], row["role"]) for row in rows("count_words.csv")}
SINGULARS = frozenset(EXCEPTIONS.values())  # én ansatt
WORD = re.compile(r"[^\W\d_]+(?:[-–’'][^\W\d_]+)*-?")
GAP = re.compile(r"[ ](?=\w)|,[ ](?=[a-zæøå])")
TREES = "tre"  # behind a number it is no number: "planta 120 tre"
MOST = 7  # words between a number and its noun
DETERMINERS = (
    "de",
    "dei",
    "den",
    "disse",
    "desse",
    "alle",
    "våre",
    "mine",
    "sine",
    "deres",
    "deira",
    "hans",
    "hennes",
    "byens",
)


@dataclass(frozen=True, slots=True)
class Head:
    """A counted noun: its form, where it ends, and whether adjectives stood before it."""

    noun: str
    end: int
    adjectives: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with the classes it may have."""

    text: str
    start: int
    end: int
    kinds: str

    def is_role(self, role: str) -> bool:
        """Whether the table of words gives the word that role."""
        return (self.text.lower(), role) in ROLES


def words_after(text: str, end: int, kinds: Callable[[str, int, int], str], most: int = MOST) -> list[Word]:
    """The words behind a place, up to the first that something but a space, or a comma between two, parts off."""
    found: list[Word] = []
    while len(found) < most:
        gap = GAP.match(text, end)
        match = WORD.match(text, gap.end()) if gap else None
        if match is None or gap is None or (gap[0] != " " and not found):
            break
        if gap[0] != " " and not ("A" in found[-1].kinds and len(found[-1].text) > 1):
            break
        end = match.end()
        found.append(Word(match[0], match.start(), end, kinds(match[0], match.start(), end)))
    return found


def head(words: list[Word], *, one: bool = False) -> Head | None:
    """The noun that the words behind a number begin with, None where they begin with something else.

    >>> from pipeline.annotate.counts.kinds import guess
    >>> def read(text, **options):
    ...     found = head(words_after(text, 0, guess("nb")), **options)
    ...     return found and found.noun
    >>> [read(text) for text in (" nye heldøgns omsorgsplasser", " ansatte ønsker det", " svært gode søkere", " av dem")]
    ['omsorgsplasser', 'ansatte', 'søkere', None]
    """
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        if _breaks(word, following):
            return None
        if _belongs_on(words, place, following):
            continue
        lower = word.text.lower()
        stands = "A" in word.kinds or (place == 0 and lower in EXCEPTIONS and "V" in word.kinds)  # 74 tilsette
        if (lower in EXCEPTIONS or (one and lower in SINGULARS)) and stands:
            if following and following.kinds[0] == "N" and "V" not in following.kinds and _plural(following):
                continue
            return Head(word.text, word.end, place > 0)
        if ("N" in word.kinds and not _adjective(word, following)) or _is_time(word) or word.text == TREES:
            return Head(word.text, word.end, place > 0)
        if "A" not in word.kinds and "N" not in word.kinds:
            return _adjective_alone(words[:place], one=one)
    return _adjective_alone(words, one=one)


def _breaks(word: Word, following: Word | None) -> bool:
    """Whether no noun can come any more: an idle word, a name, half a compound that is not completed."""
    if word.text.endswith("-"):
        return following is None or following.text.lower() not in ("og", "eller")
    if word.is_role("skip") or (word.is_role("intensifier") and following and "A" in following.kinds[:2]):
        return False
    if word.text == "x":
        return True  # 2 x 15 minutter
    return word.is_role("idle") or (word.text[0].isupper() and not word.text.isupper() and "-" not in word.text)


def _belongs_on(words: list[Word], place: int, following: Word | None) -> bool:
    """Whether a word only leads on to the noun: half a compound, a degree, "og" between two adjectives."""
    word = words[place]
    if word.text.endswith("-") or (place and words[place - 1].text.endswith("-")):
        return True
    if word.is_role("skip") or (word.is_role("intensifier") and following and "A" in following.kinds[:2]):
        return True
    both = place and word.text.lower() in ("og", "eller") and following
    return bool(both and following and following.kinds[0] == "A" and words[place - 1].kinds[0] == "A")


def _adjective(word: Word, following: Word | None) -> bool:
    """Whether a word that may be noun and adjective stands before the noun."""
    return "A" in word.kinds and following is not None and following.kinds[0] == "N" and _plural(following)


def _is_time(word: Word) -> bool:
    """Whether a word is a noun of time that the tagger took for a verb: "halvanna veke"."""
    return word.kinds[0] == "V" and kind_of(word.text) == "duration"


def _plural(word: Word) -> bool:
    return "V" not in word.kinds or word.text.endswith(PLURALS)


def _adjective_alone(words: list[Word], *, one: bool) -> Head | None:
    """The participle or adjective that stands for a noun: "tre skadde"."""
    if one or not words:
        return None
    last = words[-1]
    lower = last.text.lower()
    standing = lower.endswith(("ende", "ande")) or (lower.endswith(("te", "de", "ne")) and len(words) == 1)
    if last.is_role("skip") or "A" not in last.kinds or not standing:
        return None
    return Head(last.text, last.end, len(words) > 1)


def of_what(words: list[Word]) -> Head | None:
    """The noun in "ni av alarmene", "to av landets største kommuner", from the words behind "av"."""
    for place, word in enumerate(words):
        lower = word.text.lower()
        before_noun = place + 1 < len(words) and words[place + 1].kinds[0] == "N"
        if lower in EXCEPTIONS and "A" in word.kinds and not before_noun:
            return Head(word.text, word.end)  # ni av de ansatte
        if lower in DETERMINERS or word.text[0].isupper() or word.is_role("skip") or "A" in word.kinds[:1]:
            continue
        if lower.endswith("s") and word is not words[-1]:
            continue
        if "N" in word.kinds and (singular(lower) != lower or word.kinds == "N"):
            return Head(word.text, word.end)
        return None
    return None
