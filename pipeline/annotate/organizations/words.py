"""Cut a document into the words and signs that names of organisations are read from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.annotate.words import Row
from pipeline.lexicon.tables import column
from pipeline.spans import PLACES, extent, full_text, marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

WORD = re.compile(
    r"""St\.(?=[ ]?[A-ZÆØÅ])                         # St. Olavs hospital
      | A/S | [^\W_]+ (?: [-‑'’&/.][^\W_]+ )* -?     # barne-, Bodø/Glimt, Vorma-avisa, KFUK-KFUM
      | \n+ | \t | \S | [^\S\n\t]+""",
    re.VERBOSE,
)
OPENERS = frozenset(".!?:;–—-−•·*«“”\"‘'([|>/\t")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters that may name an organisation, by which rule, and what is known of the name."""

    start: int
    end: int
    by: str
    name: str
    stands_for: str | None = None


def is_country(word: str) -> bool:
    """Whether a word tells which country the body behind it is of: "Svenske", but not the "Norske" of so many names."""
    return word.lower() in column("nationalities.csv", "word") and word.lower() != "norske"


class Words(Row):
    """All words of a document in order, with the names the encoder has read."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(full_text(doc), WORD, signs="\n\t")
        self.doc = doc
        self.places = frozenset(self.text[slice(*extent(span))] for span in marks(doc, PLACES))

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
        return {start: index for index, start in enumerate(self.starts)}

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand somewhere with a small letter."""
        return frozenset(text for text in self._distinct if text[0].islower())

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The words that stand somewhere with a capital."""
        return frozenset(text for text in self._distinct if text[0].isupper())

    @cached_property
    def people(self) -> frozenset[str]:
        """Words that are people's to the encoder: the ends of names in full, and what it reads more often so than otherwise."""
        names = [span.text.split() for span in self.doc.ents if span.label_ == "PER"]
        bodies = Counter(span.text for span in self.doc.ents if span.label_ == "ORG")
        alone = Counter(name[0] for name in names if len(name) == 1)
        often = (word for word, count in alone.items() if count > bodies[word])
        return frozenset(often).union(*((name[0], name[-1]) for name in names if len(name) > 1))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of what the encoder has read as people's names in full."""
        names = (span.text.split() for span in self.doc.ents if span.label_ == "PER")
        return frozenset(name[-1] for name in names if len(name) > 1)

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
        span = self.labels.get(self.starts[index])
        return span.label_ if span is not None else ""
