"""Find the later mentions of people: by surname, first name, or a misspelling of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from pipeline.annotate.people.names import Name, genitive, is_ordinary, named
from pipeline.lexicon.names import (
    INITIAL,
    blocks,
    fold,
    is_behind,
    is_given,
    is_inside,
    is_plain_word,
    is_small,
    is_surname,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.annotate.people.chains import Span
    from pipeline.annotate.people.evidence import Evidence
    from pipeline.annotate.people.words import Words

ALIKE = 80  # per cent of the letters: "Sanberg" is Sandberg
SHORTEST_SLIP = 5  # letters: in a shorter name a slip makes another name
MOST_NAMES = 300  # a longer list of people is searched for exact mentions alone


class Known:
    """The parts of the names that a text has in full, by which it may mention them again."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.parts: dict[str, bool] = {}  # folded part: whether it is a first name
        self.surnames: list[str] = []
        for name in dict.fromkeys(name.name for name in names):
            self._add(name.split())

    def _add(self, parts: list[str]) -> None:
        while is_behind(parts[-1]) and len(parts) > 2:
            parts = parts[:-1]
        for cut in range(1, len(parts)):
            self.parts.setdefault(fold(" ".join(parts[cut:])), False)
        self.parts[fold(parts[0])] = True
        if len(parts) > 2:
            self.parts.setdefault(fold(" ".join(parts[:2])), True)
        self.surnames.append(fold(parts[-1]))

    def slip(self, word: str) -> bool:
        """Whether a word is a misspelling of a surname."""
        if len(word) < SHORTEST_SLIP or not self.surnames or len(self.surnames) > MOST_NAMES:
            return False
        return process.extractOne(fold(word), self.surnames, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None


def later_names(words: Words, evidence: Evidence, rest: Iterable[Span], full: list[Name]) -> list[Name]:
    """The mentions in the chains that hold no full name."""
    known = Known(full)
    found: list[Name] = []
    spans = list(rest)
    elided = _elided(words, full)
    for first, last in spans:
        if first in elided and last == first + 1 and fold(words.at(first)) not in known.parts:
            found.append(_with_surname(words, first, elided[first]))
        else:
            found += _mentions(words, evidence, known, first, last)
    return found


def _elided(words: Words, full: list[Name]) -> dict[int, Name]:
    """The word before "og" and a full name, by its place: "Kari og Ola Vik"."""
    return {
        name.first - 2: name
        for name in full
        if words.at(name.first - 1) in ("og", "&") and words.joined(name.first) and is_given(words.at(name.first - 2))
    }


def _with_surname(words: Words, first: int, partner: Name) -> Name:
    """The mention "Kari" of "Kari og Ola Vik", which has the surname from its partner."""
    name = named(words, first, first + 1, "shared-surname")
    surname = " ".join(part for part in partner.name.split() if not is_given(part)) or partner.name.split()[-1]
    return Name(first, first + 1, name.start, name.end, f"{name.name} {surname}", "shared-surname")


def _mentions(words: Words, evidence: Evidence, known: Known, first: int, last: int) -> Iterator[Name]:
    while first < last and words.opens(first) and is_ordinary(words.at(first)):
        first += 1
    if first >= last:
        return
    begin = first
    while begin and is_inside(words.at(begin - 1)) and words.joined(begin):  # de Jong
        begin -= 1
    mention = next((name for start in (begin, first) if (name := _known(words, evidence, known, start, last))), None)
    mention = mention or _new(words, evidence, known, first, last)
    if mention:
        yield mention


def _known(words: Words, evidence: Evidence, known: Known, first: int, last: int) -> Name | None:
    """The mention that a whole chain makes of a known name."""
    whole = words.text[words.starts[first] : words.ends[last - 1]]
    folded = fold(whole)
    if folded not in known.parts and folded.removesuffix("s").rstrip() not in known.parts:
        return None
    name = named(words, first, last, "later-mention", full=False)
    spellings = {fold(name.name): name}
    if genitive(words, last) == 0:
        spellings[folded] = name
    kind = next((known.parts[text] for text in spellings if text in known.parts), None)
    if kind is None:
        return None
    return name if _is_person(words, evidence, first, last, given=kind) else None


def _is_person(words: Words, evidence: Evidence, first: int, last: int, *, given: bool) -> bool:
    """Whether a part of a known name stands for the person here, and not for a place or an everyday word."""
    held = words.organizations.get(first)
    if held and (held[0] < words.starts[first] or words.ends[last - 1] < held[1]):
        return False
    if blocks(words.at(last), "place") or blocks(words.at(first - 1), "before"):
        return False
    doubtful = first in words.places or first in words.organizations
    if given:
        doubtful = doubtful or is_plain_word(words.at(first))
    elif words.opens(first) and words.at(first).lower() in words.common:
        doubtful = True
    return not doubtful or _has_evidence(words, evidence, first, last)


def _has_evidence(words: Words, evidence: Evidence, first: int, last: int) -> bool:
    before = evidence.before(first)
    if before == "role-before-name" and first in words.places and words.at(evidence.ends[first].first - 1) == ",":
        return False  # Anders Hole, ordfører Hole
    return before is not None or evidence.behind(last) is not None or evidence.speaks(first, last)


def _new(words: Words, evidence: Evidence, known: Known, first: int, last: int) -> Name | None:
    """A mention of someone misspelt, or of someone whom the text never names in full."""
    if last - first != 1 or first in words.organizations or INITIAL.fullmatch(words.at(first)):
        return None
    before, spoken, bracket = evidence.before(first), evidence.speaks(first, last), evidence.bracket(last)
    if before not in ("role-before-name", "kin-before-name") and not (spoken or bracket):
        return None
    word = named(words, first, last, "later-mention", full=False)
    titled = before == "role-before-name" and not _listed(words, evidence, first)
    if (
        (titled or spoken or bracket)
        and first not in words.places
        and not is_given(word.name)
        and known.slip(word.name)
    ):
        return Name(first, last, word.start, word.end, word.name, "misspelling", full=False)
    if first in words.places or is_small(word.name) or len(word.name) < 2:
        return None
    if (
        is_given(word.name)
        and not is_plain_word(word.name)
        and (spoken or bracket == "age" or before == "kin-before-name")
    ):
        return Name(first, last, word.start, word.end, word.name, "first-name")
    if (
        titled
        and evidence.ends[first].form == "indefinite"
        and (is_surname(word.name) or is_given(word.name))
        and not blocks(word.name, "within")
    ):
        return Name(first, last, word.start, word.end, word.name, "surname-alone")
    return None


def _listed(words: Words, evidence: Evidence, first: int) -> bool:
    """Whether the title before a word belongs to a name before it: "Anders Hole, ordfører Hole"."""
    return words.at(evidence.ends[first].first - 1) in (",", "(")
