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

# a word that begins with no small letter: Molde, Aurskog-Høland, Os'; its first character comes first, and then what
# stands before it: where to look is found faster
WORD = re.compile(r"[^\W\d_a-zæøå](?<![^\W\d_].)(?<![^\W\d_]['’-].)(?:[^\W\d_]|['’-](?=[^\W\d_]))*")
# Nord- og Sør-Fron; Øvre og Nedre Eiker
SHARED_TAIL = re.compile(r"\b(?P<first>[^\W\d_]+)- (?:og|eller) (?P<second>[^\W\d_]+)-(?P<tail>[^\W\d_]+)")
SHARED_NOUN = re.compile(r"\b(?P<first>[^\W\d_]+) (?:og|eller) (?P<second>[^\W\d_]+) (?P<tail>[^\W\d_]+)")
HYPHENED = ("- og ", "- eller ")  # of which a text with a shared tail has one
SMALL = frozenset({"og", "i", "på", "ja", "herad"})
ROLE_TAIL = re.compile(r"-(?:\w*ordfør|kommun|rådmann|rådhus)")  # Hole-ordføreren speaks for the municipality
BY_NAME = re.compile(r"(?P<name>.+) (?:i|på) .+")  # Våler i Solør
JOINED = re.compile(r" (?:og|ja) ")  # Vestfold og Telemark
UNBREAKABLE = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text: its characters without a genitive ending, and the name as the register has it, folded.

    `shared`: the rest of the name stands further on ("Nord- og Sør-Fron"). `compound`: it is the head of a word that
    speaks for the municipality ("Hole-ordføreren"). `outer`: the longer name that it is a half of.
    """

    start: int
    end: int
    name: str
    shared: bool = False
    compound: bool = False
    outer: str = ""


def candidates(text: str) -> list[Candidate]:
    """Every name in the text, the longest where several begin together, in order.

    The halves of a name that is made of two come behind it: one day knows the whole, another its halves.

    >>> [(found.name, text[found.start : found.end]) for text in ["Moldes ordfører, MOLDE, Nord- og Sør-Fron"]
    ...     for found in candidates(text)]
    [('molde', 'Molde'), ('molde', 'MOLDE'), ('nord-fron', 'Nord-'), ('sør-fron', 'Sør-Fron')]
    >>> [found.name for found in candidates("Vestfold og Telemark")]
    ['vestfold og telemark', 'vestfold', 'telemark']
    """
    text = breakable(text)
    found: list[Candidate] = []
    end = 0
    for word in WORD.finditer(text):
        if word.start() >= end and word[0][0].isupper():
            one = _longest(text, word) or _before_hyphen(word)
            if one:
                found.extend((one, *_halves(text, one)))
                end = one.end
    return sorted({*found, *_shared(text)}, key=lambda one: (one.start, -one.end, one.name))


def breakable(text: str) -> str:
    """The text with plain hyphens and spaces, each character where it was.

    >>> breakable("Aurskog\u2011Høland og Nordre\u00a0Land")
    'Aurskog-Høland og Nordre Land'
    """
    for sign, plain in UNBREAKABLE.items():  # faster than to translate: most texts have none
        text = text.replace(sign, plain)
    return text


def _longest(text: str, word: re.Match[str]) -> Candidate | None:
    start = word.start()
    for first in _forms(word[0]):
        for name in _by_first_word().get(first, ()):
            end = start + len(name)
            if " " not in name:
                return None if _odd_case(text[start:end]) else Candidate(start, end, name)
            if fold(text[start:end]) == name and _ends(text, end) and not _odd_case(text[start:end]):
                return Candidate(start, end, name)
    return None


def _ends(text: str, end: int) -> bool:
    """Whether a word ends at a character, or one character further on with the ending of the genitive."""
    behind = text[end : end + 2]
    return not behind[:1].isalnum() or (behind[0] == "s" and not behind[1:].isalnum())


def _forms(word: str) -> Iterator[str]:
    folded = fold(word)
    yield folded
    if folded.endswith("s"):
        yield folded[:-1]


def _before_hyphen(word: re.Match[str]) -> Candidate | None:
    head, hyphen, _ = word[0].partition("-")
    if hyphen and fold(head) in names() and ROLE_TAIL.match(word[0], len(head)):
        return Candidate(word.start(), word.start() + len(head), fold(head), compound=True)
    return None


def _odd_case(name: str) -> bool:
    """Whether a name is written as names are not: "Vestre toten"."""
    return not name.isupper() and any(not part[0].isupper() for part in name.split() if part not in SMALL)


def _halves(text: str, one: Candidate) -> Iterator[Candidate]:
    joint = JOINED.search(one.name)
    if joint:
        for start, end in ((0, joint.start()), (joint.end(), len(one.name))):
            name = one.name[start:end]
            if name in names() and text[one.start + start].isupper():
                yield Candidate(one.start + start, one.start + end, name, outer=one.name)


def _shared(text: str) -> Iterator[Candidate]:
    for match in SHARED_TAIL.finditer(text) if any(tie in text for tie in HYPHENED) else ():
        name = fold(f"{match['first']}-{match['tail']}")
        if name in names() and match["first"][0].isupper():
            yield Candidate(match.start(), match.end("first") + 1, name, shared=True)
    for match in SHARED_NOUN.finditer(text):
        name = fold(f"{match['first']} {match['tail']}")
        if name in names() and match["first"][0].isupper():
            yield Candidate(match.start(), match.end("first"), name, shared=True)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Names by their first word, the longest first; by-names ("Våler i Solør") are read as a name and its region."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names():
        by_name = BY_NAME.fullmatch(name)
        if not (by_name and by_name["name"] in names()):
            found[name.split()[0]].append(name)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}
