"""Tell the classes of a word of the document: as the tagger sees it, or else by its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.word_classes import classes, is_known
from pipeline.spans import DATES, extent

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

Kinds = "Callable[[str, int, int], str]"  # a word, its start and end: N noun, A adjective, V verb, D adverb, P name, X other
TAGS = {"NOUN": "N", "ADJ": "A", "VERB": "V", "AUX": "V", "ADV": "D", "PROPN": "P"}
OTHER = "X"
CALENDAR = "T"  # part of a date: never what is counted
PLURALS = ("er", "ar", "ene", "ane", "or")


def guess(standard: str) -> Callable[[str, int, int], str]:
    """What tells the classes of a word by its ending alone."""

    def kinds(word: str, _start: int, _end: int) -> str:
        lower = word.lower()
        found = classes(lower, standard)
        unsure = found[0] in "VX" and not is_known(lower, standard) and lower.endswith(PLURALS)
        return f"N{found}" if unsure and len(lower) > 4 else found

    return kinds


def kinds_in(doc: Doc, size: int, standard: str) -> Callable[[str, int, int], str]:
    """What tells the classes of the words of a document of so many characters: by its tags, and which words are dates."""
    by_ending = guess(standard)
    dates = bytearray(size + 1)
    for span in doc.spans.get(DATES, ()):
        start, end = extent(span)
        dates[start:end] = b"\1" * (end - start)
    starts, lengths, classes_of = doc.to_array(["IDX", "LENGTH", "POS"]).T
    kind = {doc.vocab.strings[tag]: letter for tag, letter in TAGS.items()}
    ends = (starts + lengths).tolist()
    tags = {end: kind.get(pos, OTHER) for end, pos in zip(ends, classes_of.tolist(), strict=True) if pos}

    def kinds(word: str, start: int, end: int) -> str:
        if end and dates[start]:
            return CALENDAR
        tag = tags.get(end, "") if end else ""
        if tag == "V" and word.lower().endswith(PLURALS) and classes(word, standard) == "N":
            return "NV"
        if tag == "P" and not word[0].isupper():
            tag = ""
        return tag or by_ending(word, start, end)

    return kinds
