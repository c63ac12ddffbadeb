"""Find names behind a noun that says what they are: "oppstartsselskapet Seabed", "koret Eid Soul"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.organizations.heads import candidate
from pipeline.lexicon.bodies import is_apposition
from pipeline.lexicon.names import is_given, is_small, is_surname

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.organizations.words import Candidate, Words

LONGEST = 4  # words


def apposed(words: Words) -> Iterator[Candidate]:
    """The names that follow such a noun."""
    for noun in words.such(is_apposition):
        index = noun + 1
        if not (words.joined(index) and words.capital(index)):
            continue
        last = index
        while (
            last + 1 < len(words) and last - index < LONGEST - 1 and words.joined(last + 1) and words.capital(last + 1)
        ):
            last += 1
        if not _is_other(words, index, last):
            yield candidate(words, index, last, "org-apposed")


def _is_other(words: Words, first: int, last: int) -> bool:
    """Whether what follows is a person, a place or a small word: "selskapet Kari Vik leder", "partiet Oslo"."""
    text = words.text[words.starts[first] : words.ends[last]]
    if text in words.places or text.removesuffix("s") in words.places or is_small(words.at(first)):
        return True
    return is_given(words.at(first)) and (words.label(first) == "PER" or is_surname(words.at(last)))
