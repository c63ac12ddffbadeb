"""Cut a document into the words and signs that names and titles are read from."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.people.reading import Reading
from pipeline.spans import DATES, ORGANIZATIONS, PLACES, extent, full_text, marks

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.spans.people import Extent

SIGN = re.compile(
    r"""(?: [^\W\d_a-zæøå] | Aa | Th | Chr | Kr | Joh | Fr | Ph ) \. (?: -?[^\W\d_a-zæøå]\. )* (?=[ ]?(?:[^\W\d_a-zæøå]|(?:van|von|de|den|der|af|di)[ ]))  # D., J.-P.
      | \d{1,2}\.(?=[ ][a-zæøå])                     # 2. nestleder
      | (?:[Aa]dm|[Aa]ss|[Jj]r|[Ss]r|[Ee]ks|[Tt]lf|[Dd]r|St|St)\.  # adm. direktør
      | [^\W_]+ (?: [-‑'’][^\W_]+ )* -?              # kommunal-, Kveberg-Lien, al-Khalili
      | \n+ | \S""",
    re.VERBOSE,
)
OPENERS = frozenset(".!?:;–—-−•·*«“”\"‘'([|>/")


class Word(NamedTuple):  # quicker to make than a dataclass, and a text has many
    """A word or a sign: its text and place, and whether one plain space parts it from the one before."""

    text: str
    start: int
    end: int
    spaced: bool

    @property
    def lower(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[0].islower()

    @property
    def line(self) -> bool:
        """Whether it is the end of a line or block."""
        return self.text[0] == "\n"


class Words:
    """All words of a document in order, with what other topics have marked on them."""

    def __init__(self, doc: Doc) -> None:
        self.text = full_text(doc)
        self.words: list[Word] = _words(self.text)
        self._texts = [word.text for word in self.words]
        self._count = len(self.words)
        self.organizations: dict[int, Extent] = self._cover(doc, ORGANIZATIONS)
        self.places: dict[int, Extent] = self._cover(doc, PLACES)
        self.dates: dict[int, Extent] = self._cover(doc, DATES)
        self.reading = Reading(doc)

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

    def opens(self, index: int) -> bool:
        """Whether a word stands where any word would have a capital: first, or behind a sign that opens."""
        before = self.at(index - 1)
        return not before or before[0] == "\n" or before in OPENERS

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand somewhere with a small letter."""
        return frozenset(word.text for word in self.words if word.lower)

    @cached_property
    def place_texts(self) -> frozenset[str]:
        """The texts that places and no organisations are marked on, without "kommune"."""
        texts = {self.text[start:end].removesuffix(" kommune") for start, end in self.places.values()}
        return frozenset(texts - {self.text[start:end] for start, end in self.organizations.values()})

    @cached_property
    def marked_texts(self) -> frozenset[str]:
        """The texts that places and organisations are marked on."""
        return frozenset(
            self.text[start:end] for held in (self.organizations, self.places) for start, end in held.values()
        )

    def _cover(self, doc: Doc, group: str) -> dict[int, Extent]:
        """The mark that covers a word, by the word's index; the longest where several do."""
        cover: dict[int, Extent] = {}
        index = 0
        for span in marks(doc, group):
            start, end = extent(span)
            while index and self.words[index - 1].end > start:
                index -= 1
            while index < len(self.words) and self.words[index].end <= start:
                index += 1
            place = index
            while place < len(self.words) and self.words[place].start < end:
                held = cover.get(place)
                if held is None or held[1] - held[0] < end - start:
                    cover[place] = (start, end)
                place += 1
        return cover


def _words(text: str) -> list[Word]:
    words: list[Word] = []
    last = 0
    for match in SIGN.finditer(text):
        start = match.start()
        words.append(Word(match[0], start, match.end(), spaced=start == last + 1 and text[last] == " "))
        last = match.end()
    return words
