"""What stands beside a name in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.lexicon.place_words import regions
from pipeline.lexicon.register import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.annotate.places.candidates import Candidate

REACH = 60  # characters looked at on either side
BEFORE = re.compile(r"(?P<word>[\w.'’-]*[\w.])(?P<gap>[^\w]*)\Z")  # i Molde; Kari H. Hole
AFTER = re.compile(r"(?P<gap>s?['’]?[^\w]*)(?P<word>[\w-]+)?")
IN_BRACKETS = re.compile(r" \((?:i )?(?P<region>[^()]{2,30})\)")  # Våler (Østfold)
IN_REGION = re.compile(r",? (?:i|på) (?P<region>(?:[A-ZÆØÅ][^\W\d_-]*-?[^\W\d_]*)(?: (?:og )?[A-ZÆØÅ][\w-]+){0,2})")


@dataclass(frozen=True, slots=True)
class Beside:
    """The word before a name and the one behind it, each with the characters between."""

    before: str
    gap_before: str
    before_start: int
    after: str
    gap_after: str

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
        self.text = doc.text

    def beside(self, one: Candidate) -> Beside:
        """The words beside a name."""
        low = max(0, one.start - REACH)
        before = BEFORE.search(self.text[low : one.start])
        after = AFTER.match(self.text[one.end : one.end + REACH])
        return Beside(
            before=before["word"] if before else "",
            gap_before=before["gap"] if before else "",
            before_start=low + before.start() if before else 0,
            after=(after["word"] or "") if after else "",
            gap_after=after["gap"] if after else "",
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
        return not any(letter.isalnum() for letter in self.text[start:position])

    def hint(self, one: Candidate) -> str | None:
        """The region or county named right behind a name, folded: "Våler (Østfold)", "Herøy på Helgeland"."""
        for pattern in (IN_BRACKETS, IN_REGION):
            match = pattern.match(self.text, one.end)
            words = fold(match["region"]).split() if match else []
            for count in range(len(words), 0, -1):
                if " ".join(words[:count]) in regions():
                    return " ".join(words[:count])
        return None
