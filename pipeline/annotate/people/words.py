"""Cut a document into the words and signs that names and titles are read from."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.annotate.people.reading import Reading
from pipeline.annotate.words import Row
from pipeline.spans import DATES, ORGANIZATIONS, PLACES, extent, full_text, marks

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.spans.people import Extent

SIGN = re.compile(
    r"""(?: [^\W\d_a-zæøå] | Aa | Th | Chr | Kr | Joh | Fr | Ph ) \. (?: -?[^\W\d_a-zæøå]\. )* (?=[ ]?(?:[^\W\d_a-zæøå]|(?:van|von|de|den|der|af|di)[ ]))  # D., J.-P.
      | \d{1,2}\.(?=[ ][a-zæøå])                     # 2. nestleder
      | (?:[Aa]dm|[Aa]ss|[Jj]r|[Ss]r|[Ee]ks|[Kk]st|[Ff]ung|[Tt]lf|[Dd]r|St|St)\.  # adm. direktør
      | [^\W_]+ (?: [-‑'’][^\W_]+ )* -?              # kommunal-, Kveberg-Lien, al-Khalili
      | \n+ | \S | [^\S\n]+""",
    re.VERBOSE,
)
OPENERS = frozenset(".!?:;–—-−•·*«“”\"‘'([|>/")


class Words(Row):
    """All words of a document in order, with what other topics have marked on them."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(full_text(doc), SIGN, signs="\n")
        self.organizations: dict[int, Extent] = self._cover(doc, ORGANIZATIONS)
        self.places: dict[int, Extent] = self._cover(doc, PLACES)
        self.dates: dict[int, Extent] = self._cover(doc, DATES)
        self.reading = Reading(doc)

    def opens(self, index: int) -> bool:
        """Whether a word stands where any word would have a capital: first, or behind a sign that opens."""
        before = self.at(index - 1)
        return not before or before[0] == "\n" or before in OPENERS

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand somewhere with a small letter."""
        return frozenset(text for text in self._distinct if text[0].islower())

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
            while index and self.ends[index - 1] > start:
                index -= 1
            while index < len(self) and self.ends[index] <= start:
                index += 1
            place = index
            while place < len(self) and self.starts[place] < end:
                held = cover.get(place)
                if held is None or held[1] - held[0] < end - start:
                    cover[place] = (start, end)
                place += 1
        return cover
