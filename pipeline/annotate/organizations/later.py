"""Find the later mentions of organisations: their abbreviations, short forms, and the publisher's name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.words import Candidate
from pipeline.lexicon.bodies import bodies, ends
from pipeline.lexicon.names import is_party

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pipeline.annotate.organizations.words import Words

LONGEST = 5  # spaces in a publisher's name
LONGEST_NAME = 9  # words and signs
SHORT = re.compile(r"[ ]\(([A-ZÆØÅ][\w-]{1,9})\)")  # behind a name: " (Nkom)"


def bracketed(words: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The abbreviation in brackets behind each name, as what it stands for."""
    for held in found:
        match = SHORT.match(words.text, held.end)
        if match and _abbreviates(match[1], held.name):
            yield Candidate(match.start(1), match.end(1), "org-brackets", match[1], held.stands_for or held.name)


def _abbreviates(short: str, name: str) -> bool:
    """Whether a word is all capitals, or its letters stand in a name in that order, the first as its first."""
    if short.isupper() and len(short) > 2 and short not in bodies() and not is_party(short):
        return True  # havforskingsrådet (ICES)
    rest = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(letter in rest for letter in short.lower() if letter.isalpha())


def publisher(words: Words) -> Iterator[Candidate]:
    """Each mention of the body that issued the release, unless it is a municipality or a county."""
    name = words.doc.user_data.get("publisher")
    if (
        not isinstance(name, str)
        or name.count(" ") > LONGEST
        or name.split(" ")[-1] in ("kommune", "fylkeskommune")
        or not name[:1].isupper()
    ):
        return
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", words.text):
        yield Candidate(match.start(), match.end(), "org-publisher", name)


def later(words: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The mentions of names by themselves again, without their legal form, and by abbreviations shown in brackets."""
    known: dict[str, str | None] = {}
    for held in found:
        known.setdefault(held.name, held.stands_for)
        parts = held.name.split(" ")
        if len(parts) > 1 and parts[-1] in ends("legal"):
            known.setdefault(" ".join(parts[:-1]), held.stands_for or held.name)
    names = sorted(known)

    def may_open(text: str) -> bool:
        opening = text.removesuffix("s")
        place = bisect_left(names, opening)
        return place < len(names) and names[place].startswith(opening)

    for index in words.such(may_open):
        held_name = next(_names(words, index, known), None)
        if held_name:
            start = words.starts[index]
            yield Candidate(start, start + len(held_name), "org-later", held_name, known[held_name])


def _names(words: Words, index: int, known: Collection[str]) -> Iterator[str]:
    """The names among those known that stand from a word on, the longest first, their genitive undone."""
    for last in range(min(index + LONGEST_NAME, len(words)) - 1, index - 1, -1):
        text = words.text[words.starts[index] : words.ends[last]]
        yield from (name for name in (text, text.removesuffix("s")) if name in known)
