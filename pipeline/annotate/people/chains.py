"""Find chains: runs of words written as the parts of a name are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.names import INITIAL, is_behind, is_given, is_inside, is_name_word
from pipeline.lexicon.remember import remembered
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.people.words import Words

Span = tuple[int, int]  # first word and the one behind the last
CLOSED_BY = {"«": "»", '"': '"', "“": "”", "”": "”", "'": "'", "’": "’", "‘": "’"}
LONGEST = 9  # words of a name
LONGEST_PARTICLE = 3  # "van de la"


def chains(words: Words, taken: frozenset[int]) -> Iterator[Span]:
    """The chains of a document in order; a word that is taken (by a title) is in none."""
    last = 0
    for index in words.such(_may_begin):
        if index < last or index in taken or not begins(words, index):
            continue
        last = index + 1
        while step := _step(words, last, taken):
            last += step
        yield from _cut(words, index, last)


def _cut(words: Words, first: int, last: int) -> Iterator[Span]:
    """A chain whole; one longer than any name cut before each given name that follows another word: "Kari Vik Ola Nes"."""
    start = first
    if last - first > LONGEST:
        for index in range(first + 2, last):
            if is_given(words.at(index)) and not is_given(words.at(index - 1)):
                yield start, index
                start = index
    if last - start <= LONGEST:
        yield start, last


def _nickname(words: Words, last: int, taken: frozenset[int]) -> int:
    """How many words a nickname in marks and what follows it make: «Momo» Yusuf."""
    if words.at(last) not in CLOSED_BY or not words.joined(last) or words.at(last + 2) != CLOSED_BY[words.at(last)]:
        return 0
    inside = not words[last + 1].spaced and is_name_word(words.at(last + 1)) and not words[last + 2].spaced
    after = last + 3
    return 4 if inside and after not in taken and words.joined(after) and begins(words, after) else 0


def begins(words: Words, index: int) -> bool:
    """Whether a chain may begin with a word: a name's part or an initial."""
    text = words.at(index)
    if not _may_begin(text):
        return False
    return words.at(index + 1) != ":" or text.lower() not in column("credits.csv", "word")  # Tekst: Kari Vik Foto: Ola


@remembered
def _may_begin(text: str) -> bool:
    return is_name_word(text) or (INITIAL.fullmatch(text) is not None and text[0].isupper())


def _step(words: Words, index: int, taken: frozenset[int]) -> int:
    """How many words more belong to a chain that has come to a word: none, one, or particles and a name's part."""
    if nick := _nickname(words, index, taken):
        return nick
    for count in range(LONGEST_PARTICLE + 1):
        place = index + count
        if place in taken or not words.joined(place):
            return 0
        if begins(words, place):
            return count + 1
        if count == 0 and is_behind(words.at(place).lower()):
            return 1
        if not is_inside(words.at(place)):
            return 0
    return 0
