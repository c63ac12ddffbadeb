"""What stands beside a name in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.places.candidates import breakable
from pipeline.lexicon.place_words import regions
from pipeline.lexicon.register import fold
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.spans import full_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from pipeline.annotate.places.candidates import Candidate

PLACE = ("GPE_LOC", "GPE_ORG", "LOC")  # labels of the encoder
PROBABLY = 0.5
REACH = 60  # characters looked at on either side
BEFORE = re.compile(r"(?<![\w.'’-])(?P<word>[\w.'’-]*[\w.])(?P<gap>[^\w]*)\Z")  # i Molde; Kari H. Hole
AFTER = re.compile(r"(?P<gap>s?['’]?[^\w]*)(?P<word>[\w-]+)?")
GENITIVE = re.compile(r"(?:s|['’]s?)(?=[^\w'’]|\Z)")  # Moldes, Moss', Os’
IN_BRACKETS = re.compile(r" \((?:i )?(?P<region>[^()]{2,30})\)")  # Våler (Østfold)
IN_REGION = re.compile(r",? (?:i|på) (?P<region>(?:[A-ZÆØÅ][^\W\d_-]*-?[^\W\d_]*)(?: (?:og )?[A-ZÆØÅ][\w-]+){0,2})")
WORDS = re.compile(r"[^\W\d_]+")
MARKS = re.compile(r"[\W_]*")
# Sola: 450 000; a cell
ENTRY = re.compile(r"(?: \([^()\n]{1,30}\)| i [A-ZÆØÅ][\w-]+)?(?:\t|:\s*(?:kr\.? )?\d|\s*\Z|\n)")
PART_OF_ENTRY = re.compile(r"[-–•*·]? ?\Z")  # the mark of a list's item


@dataclass(frozen=True, slots=True)
class Beside:
    """The word before a name and the one behind it, each with the characters between."""

    before: str
    gap_before: str
    before_start: int
    after: str
    gap_after: str
    after_start: int

    @property
    def led(self) -> str:
        """The word right before the name, parted from it by a space alone; "" where there is none."""
        return self.before if self.gap_before == " " else ""

    @property
    def followed(self) -> str:
        """The word right behind the name, parted from it by a space alone; "" where there is none."""
        return self.after if self.gap_after in {" ", "s ", "' ", "’ "} else ""


class Surroundings:
    """The surroundings of the names of one document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = breakable(full_text(doc))
        self._beside: dict[Candidate, Beside] = {}
        self._words: dict[int, frozenset[str]] = {}

    def beside(self, one: Candidate) -> Beside:
        """The words beside a name."""
        if one not in self._beside:
            self._beside[one] = self._look(one)
        return self._beside[one]

    def _look(self, one: Candidate) -> Beside:
        low = max(0, one.start - REACH)
        before = None if self.opens(one.start) else BEFORE.search(self.text[low : one.start])
        after = AFTER.match(self.text[one.end : one.end + REACH])
        return Beside(
            before=before["word"] if before else "",
            gap_before=before["gap"] if before else "",
            before_start=low + before.start() if before else 0,
            after=(after["word"] or "") if after else "",
            gap_after=after["gap"] if after else "",
            after_start=one.end + (after.end("gap") if after else 0),
        )

    @cached_property
    def _openings(self) -> list[tuple[int, int]]:
        return [(sentence.start_char, sentence.end_char) for sentence in self.doc.sents]

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that a character stands in."""
        index = bisect_right(self._openings, (position, len(self.text) + 1)) - 1
        return self._openings[max(0, index)]

    def opens(self, position: int) -> bool:
        """Whether nothing but marks and space stands between a character and the start of its sentence."""
        start, _ = self.sentence(position)
        return MARKS.match(self.text, start).end() >= position  # type: ignore[union-attr]  # it matches anything

    @cached_property
    def _entities(self) -> tuple[list[int], Sequence[Span]]:
        return [name.start_char for name in self.doc.ents], self.doc.ents

    def entity(self, one: Candidate) -> Span | None:
        """The name of the encoder's that covers this one, None where none does."""
        starts, entities = self._entities
        index = bisect_right(starts, one.start) - 1
        return entities[index] if index >= 0 and one.end <= entities[index].end_char else None

    def tagged(self, one: Candidate, *labels: str) -> bool:
        """Whether the encoder gives the name one of the labels."""
        name = self.entity(one)
        return name is not None and name.label_ in labels and bool(name._.confidence >= PROBABLY)

    def speaks(self, one: Candidate) -> bool:
        """Whether a verb of speech stands beside the name, as beside a person's."""
        beside = self.beside(one)
        return not speech_verbs().isdisjoint({beside.led.lower(), beside.followed.lower()})

    def words(self, position: int) -> frozenset[str]:
        """The words of the sentence that a character stands in, folded, and each with its neighbour."""
        start, end = self.sentence(position)
        if start not in self._words:
            found = [word.lower() for word in WORDS.findall(self.text, start, end)]
            pairs = (" ".join(pair) for pair in pairwise(found))
            self._words[start] = frozenset({*found, *pairs})
        return self._words[start]

    def word_before(self, position: int) -> str:
        """The word that ends before a character."""
        return (self.text[max(0, position - REACH) : position].split() or [""])[-1]

    def capital_after(self, beside: Beside) -> bool:
        """Whether the word behind the next one begins with a capital: "Ås og Vestby"."""
        behind = beside.after_start + len(beside.after) + 1
        return self.text[behind : behind + 1].isupper()

    def genitive(self, one: Candidate) -> bool:
        """Whether the name stands in the genitive: "Moldes", "Os’"."""
        return GENITIVE.match(self.text, one.end) is not None

    def quoted(self, one: Candidate) -> bool:
        """Whether the name stands alone in quotation marks, as the name of a ship or a play does."""
        return self.text[one.start - 1 : one.start] in set("«\"“'") and self.text[one.end : one.end + 1] in set("»\"”'")

    def entry(self, one: Candidate) -> bool:
        """Whether the name heads a list's item or fills a table's cell: "Sola: 450 000 kroner"."""
        before = self.text[max(0, one.start - 3) : one.start]
        line = before.rpartition("\n")[2].rpartition("\t")[2]
        starts = len(line) < len(before) or one.start <= len(line)
        return starts and PART_OF_ENTRY.fullmatch(line) is not None and ENTRY.match(self.text, one.end) is not None

    def hint(self, one: Candidate) -> str | None:
        """The region or county named right behind a name, folded: "Våler (Østfold)", "Herøy på Helgeland"."""
        for pattern in (IN_BRACKETS, IN_REGION):
            match = pattern.match(self.text, one.end, one.end + REACH)
            words = fold(match["region"]).split() if match else []
            for count in range(len(words), 0, -1):
                if " ".join(words[:count]) in regions():
                    return " ".join(words[:count])
        return None
