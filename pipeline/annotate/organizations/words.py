"""Cut a document into the words and signs that names of organisations are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipeline.spans import PLACES, extent, full_text, marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

WORD = re.compile(
    r"""St\.(?=[ ]?[A-ZÆØÅ])                         # St. Olavs hospital
      | A/S | [^\W_]+ (?: [-‑'’&/.][^\W_]+ )* -?     # barne-, Bodø/Glimt, Vorma-avisa, KFUK-KFUM
      | \n+ | \t | \S""",
    re.VERBOSE,
)
OPENERS = frozenset(".!?:;–—-−•·*«“”\"‘'([|>/\t")


class Word(NamedTuple):  # quicker to make than a dataclass, and a text has many
    """A word or a sign, and whether one plain space parts it from the one before."""

    text: str
    start: int
    end: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters that may name an organisation, by which rule, and what is known of the name."""

    start: int
    end: int
    by: str
    name: str
    stands_for: str | None = None


class Words:
    """All words of a document in order, with the names the encoder has read."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = full_text(doc)
        self.words = _words(self.text)
        self._texts = [word.text for word in self.words]
        self._count = len(self.words)
        self.places = frozenset(self.text[slice(*extent(span))] for span in marks(doc, PLACES))

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Word:
        return self.words[index]

    def at(self, index: int) -> str:
        """The text of a word, empty beyond either end."""
        return self._texts[index] if 0 <= index < self._count else ""

    def joined(self, index: int) -> bool:
        """Whether a word follows the one before it after one space."""
        return 0 < index < self._count and self.words[index].spaced

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.at(index)[:1].isupper()

    def opens(self, index: int) -> bool:
        """Whether a word stands where any word would have a capital."""
        before = self.at(index - 1)
        return not before or before[0] == "\n" or before in OPENERS

    @cached_property
    def index_at(self) -> dict[int, int]:
        """The index of a word by its first character."""
        return {word.start: index for index, word in enumerate(self.words)}

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand somewhere with a small letter."""
        return frozenset(word.text for word in self.words if word.text[0].islower())

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The words that stand somewhere with a capital."""
        return frozenset(word.text for word in self.words if word.text[0].isupper())

    @cached_property
    def labels(self) -> dict[int, Span]:
        """The encoder's name that covers a character where a word begins."""
        cover: dict[int, Span] = {}
        for span in self.doc.ents:
            for token in span:
                cover[token.idx] = span
        return cover

    def label(self, index: int) -> str:
        """The encoder's label of a word, empty where it read no name or did not run."""
        span = self.labels.get(self.words[index].start)
        return span.label_ if span is not None else ""


def _words(text: str) -> list[Word]:
    words: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        start = match.start()
        words.append(Word(match[0], start, match.end(), spaced=start == last + 1 and text[last] == " "))
        last = match.end()
    return words
