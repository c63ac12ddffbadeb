"""Find every place in a text where the name of a municipality or county stands, whatever it means there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.register import fold, names

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")  # Molde, Aurskog-Høland, Os'
# Nord- og Sør-Fron; Øvre og Nedre Eiker
SHARED_TAIL = re.compile(r"\b(?P<first>[^\W\d_]+)- (?:og|eller) (?P<second>[^\W\d_]+)-(?P<tail>[^\W\d_]+)")
SHARED_NOUN = re.compile(r"\b(?P<first>[^\W\d_]+) (?:og|eller) (?P<second>[^\W\d_]+) (?P<tail>[^\W\d_]+)")
SMALL = frozenset({"og", "i", "på", "ja", "herad"})
SHORTEST_SHOUT = 3  # "OS" in capitals may be anything
ROLE_TAIL = re.compile(r"-(?:ordfør|kommun|rådmann|rådhus)")  # Hole-ordføreren speaks for the municipality


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text: its characters without a genitive ending, and the name as the register has it, folded."""

    start: int
    end: int
    name: str


def candidates(text: str) -> list[Candidate]:
    """Every name in the text, the longest where several begin together, in order.

    >>> [(found.name, text[found.start : found.end]) for text in ["Moldes ordfører, MOLDE, Nord- og Sør-Fron"]
    ...     for found in candidates(text)]
    [('molde', 'Molde'), ('molde', 'MOLDE'), ('nord-fron', 'Nord-'), ('sør-fron', 'Sør-Fron')]
    """
    found: list[Candidate] = []
    end = 0
    for word in WORD.finditer(text):
        if word.start() >= end and word[0][0].isupper():
            one = _longest(text, word) or _before_hyphen(word)
            if one:
                found.append(one)
                end = one.end
    return sorted({*found, *_shared(text)}, key=lambda one: (one.start, -one.end))


def _longest(text: str, word: re.Match[str]) -> Candidate | None:
    start = word.start()
    for first in _forms(word[0]):
        for name in _by_first_word().get(first, ()):
            if " " not in name:
                end = start + len(name)
                return None if _odd_case(text[start:end]) else Candidate(start, end, name)
            end = start + len(name)
            if fold(text[start:end]) == name and not text[end : end + 1].isalnum() and not _odd_case(text[start:end]):
                return Candidate(start, end, name)
            if fold(text[start:end]) == name and text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
                return Candidate(start, end, name)
    return None


def _forms(word: str) -> Iterator[str]:
    folded = fold(word)
    yield folded
    if folded.endswith("s"):
        yield folded[:-1]


def _before_hyphen(word: re.Match[str]) -> Candidate | None:
    head, hyphen, _ = word[0].partition("-")
    if hyphen and fold(head) in names() and ROLE_TAIL.match(word[0], len(head)):
        return Candidate(word.start(), word.start() + len(head), fold(head))
    return None


def _odd_case(name: str) -> bool:
    """Whether a name is written as names are not: "Vestre toten", or too short a word in capitals."""
    if len(name) > 1 and name.isupper():
        return len(name) < SHORTEST_SHOUT
    return any(not part[0].isupper() for part in name.split() if part not in SMALL)


def _shared(text: str) -> Iterator[Candidate]:
    for match in SHARED_TAIL.finditer(text):
        name = fold(f"{match['first']}-{match['tail']}")
        if name in names() and match["first"][0].isupper():
            yield Candidate(match.start(), match.end("first") + 1, name)
    for match in SHARED_NOUN.finditer(text):
        name = fold(f"{match['first']} {match['tail']}")
        if name in names() and match["first"][0].isupper():
            yield Candidate(match.start(), match.end("first"), name)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names():
        found[name.split()[0]].append(name)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}
