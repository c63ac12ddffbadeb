"""Find the people that a text names in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.annotate.people.chains import chains
from pipeline.annotate.people.namesakes import is_namesake
from pipeline.lexicon.names import (
    INITIAL,
    blocks,
    is_behind,
    is_given,
    is_historic,
    is_inside,
    is_kin,
    is_plain_word,
    is_small,
    is_surname,
)
from pipeline.lexicon.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from pipeline.annotate.people.chains import Span
    from pipeline.annotate.people.evidence import Evidence
    from pipeline.annotate.people.words import Words

NOUN_ENDINGS = ("et", "en", "ene", "ane", "er", "ar")  # of a noun that opens a sentence: "Barnebarnet Oskar Haug"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person: its words, its characters with the genitive undone, and the rule that found it."""

    first: int
    last: int
    start: int
    end: int
    name: str
    by: str
    full: bool = True
    party: str | None = None


def full_names(words: Words, evidence: Evidence, taken: frozenset[int]) -> tuple[list[Name], list[Span]]:
    """The full names of a document in order, and the chains, or what is left of them, that are none."""
    names: list[Name] = []
    rest: list[Span] = []
    reader = _Reader(words, evidence)
    for first, last in chains(words, taken):
        found = reader.read(first, last)
        if found is None:
            rest.append((first, last))
            continue
        span, by = found
        name = named(words, *span, by)
        if is_historic(name.name) or is_namesake(words, evidence, name.first, name.last):
            continue
        names.append(name)
        rest += [(first, span[0])] if first < span[0] else []
        rest += [(span[1], last)] if span[1] < last else []
    return names, rest


def named(words: Words, first: int, last: int, by: str, *, full: bool = True) -> Name:
    """The mention that the words make, its genitive undone."""
    start, end = words.starts[first], words.ends[last - 1]
    cut = genitive(words, last)
    return Name(first, last, start, end - cut, _bare(words, start, last, end - cut), by, full)


def _bare(words: Words, start: int, last: int, end: int) -> str:
    """The characters of a name without the full stop of a sentence, but with that of "jr."."""
    text = words.text[start:end]
    return text if is_behind(words.at(last - 1).lower()) else text.rstrip(".")


def genitive(words: Words, last: int) -> int:
    """How many characters of the word before `last` are its genitive's: "Kari Viks hus", but not "Kari Nes sier"."""
    word, after = words.at(last - 1), words.at(last)
    if after[:1] in ("'", "’") and not words[last].spaced:
        return 0  # Nes' hus: the sign is a word of its own
    if not word.endswith("s") or len(word) < 3 or not words.joined(last) or not after[:1].islower():
        return 0
    bare = word.removesuffix("s")
    if bare.endswith(("s", "x", "z")):
        return 0  # Kari Ness støtter: the genitive of "Nes" is "Nes'"
    if is_small(after) or after in speech_verbs() or after.endswith(("et", "te", "de")) or is_inside(after):
        return 0
    part = words.reading.part(words.starts[last])
    if part in ("VERB", "AUX"):
        return 0  # Kari Kjos leder laget
    if is_surname(bare) and part == "NOUN":
        return 1  # Ola Berges verk
    return 0 if is_surname(word) and not (is_surname(bare) and not bare.endswith(("e", "a"))) else 1


class _Reader:
    """Reads the full name in a chain, if it holds one."""

    def __init__(self, words: Words, evidence: Evidence) -> None:
        self.words = words
        self.evidence = evidence

    def read(self, first: int, last: int) -> tuple[Span, str] | None:
        """The words of a chain that are a full name, and the rule that says so."""
        words, evidence = self.words, self.evidence
        last = self._cut(first, last)
        while first < last and words.opens(first) and is_ordinary(words.at(first)):
            first += 1
        if last - first < 2 or any(blocks(words.at(i), "within") for i in range(first, last)):
            return None
        strong = evidence.behind(last)
        strong = strong if strong in ("bracket", "role-apposition") else None
        given = self._given(first, last)
        if given is None or last - given < 2:
            return self._unknown(first, last, strong)
        by = strong or evidence.before(given)
        if self._is_owned(given, last, by) or (is_plain_word(words.at(given)) and not self._is_sure(given, last)):
            return self._unknown(first, last, strong)
        alone = words.reading.person(words.starts[given]) == words.ends[last - 1]  # Kreftsyke Hannah Jones (13)
        begin = given - 1 if given > first and not alone and self._extends(given - 1, strong) else given
        return (begin, last), by or "name-table"

    def _unknown(self, first: int, last: int, strong: str | None) -> tuple[Span, str] | None:
        """A name whose given name no table has, by what stands around it."""
        words, evidence = self.words, self.evidence
        if self._is_owned(first, last, strong) or blocks(words.at(first), "first") or is_small(words.at(first)):
            return None
        by = evidence.before(first)
        held = words.organizations.get(first)
        if strong == "role-apposition" and held == (words.starts[first], words.ends[last - 1]):
            return None  # leder for Nesodden Frivilligsentral, kasserer i …
        if strong or by in ("role-before-name", "kin-before-name"):
            return (first, last), strong or by or ""
        if words.reading.person(words.starts[first]) == words.ends[last - 1]:
            return (first, last), "encoder"
        known = is_surname(words.at(last - 1)) and first not in words.places
        if by == "speech" and known:
            return (first, last), by
        if known and (evidence.credit(first) or evidence.behind(last) == "speech"):
            return (first, last), "speech" if evidence.behind(last) else "caption-credit"
        return None

    def _given(self, first: int, last: int) -> int | None:
        """The first given name of a chain that no organisation covers which ends before the chain does."""
        words = self.words
        for index in range(first, last):
            if is_given(words.at(index)) and index not in words.dates:
                held = words.organizations.get(index)
                if held is None or held[1] >= words.ends[last - 1] or held[0] >= words.starts[index]:
                    return index
        return None

    def _extends(self, index: int, strong: str | None) -> bool:
        """Whether the word before a given name is one as well, though no table has it: "Piotr Jan Kowalski"."""
        words, text = self.words, self.words.at(index)
        if is_small(text) or text.lower() in words.common or index in words.organizations or index in words.places:
            return False
        if INITIAL.fullmatch(text):
            return True
        if blocks(text, "before") or is_kin(text):
            return False
        return not words.opens(index) or (strong is not None and not text.endswith(NOUN_ENDINGS))

    def _is_sure(self, given: int, last: int) -> bool:
        """Whether a name that begins with an everyday word ("Even Vang") has more that speaks for it."""
        words, evidence = self.words, self.evidence
        if last - given >= 3 or is_surname(words.at(last - 1)) or is_given(words.at(given + 1)):
            return True
        return bool(evidence.before(given) or evidence.behind(last) or evidence.credit(given))

    def _is_owned(self, first: int, last: int, strong: str | None) -> bool:
        """Whether an organisation's mark covers the name and nothing around it speaks for a person."""
        words = self.words
        held = words.organizations.get(first)
        start, end = words.starts[first], words.ends[last - 1]
        if held is None or strong or start < held[0] or held[1] < end:
            return False
        return held != (start, end) or not (is_given(words.at(first)) and is_surname(words.at(last - 1)))

    def _cut(self, first: int, last: int) -> int:
        """Where a chain ends when an organisation's name begins inside it."""
        words = self.words
        for index in range(first + 2, last):
            held = words.organizations.get(index)
            if held and held[0] == words.starts[index] and held[1] > words.ends[index]:
                return index
        return last


def is_ordinary(word: str) -> bool:
    """Whether a word has a capital only because a sentence begins with it."""
    return (is_small(word) or is_kin(word)) and not is_given(word)
