"""Cut a text into words and signs in a row, each known by its number."""

from __future__ import annotations

from itertools import accumulate, compress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


class Word(NamedTuple):
    """A word or a sign, its place, and whether one plain space parts it from the one before."""

    text: str
    start: int
    end: int
    spaced: bool

    @property
    def lower(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[0].islower()


class Row:
    """The words of a text as columns, which are made and read faster than an object for each word."""

    def __init__(self, text: str, pattern: re.Pattern[str], signs: str) -> None:
        """Cut a text by a pattern whose matches leave no character out; white space is a word where it is among the signs."""
        pieces = pattern.findall(text)
        ends = list(accumulate(map(len, pieces)))
        kept = [not piece.isspace() or piece[0] in signs for piece in pieces]
        self.text = text
        self.texts: list[str] = list(compress(pieces, kept))
        self.starts: list[int] = list(compress([0, *ends], kept))
        self.ends: list[int] = list(compress(ends, kept))
        self._spaced = list(compress([before == " " for before in ["", *pieces]], kept))
        self._count = len(self.texts)
        self._distinct = frozenset(self.texts)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Word:
        return Word(self.texts[index], self.starts[index], self.ends[index], self._spaced[index])

    def such(self, test: Callable[[str], bool]) -> list[int]:
        """The words whose text passes a test, in order; a text repeats its words, and each is tested once."""
        passing = {text for text in self._distinct if test(text)}
        return [index for index, text in enumerate(self.texts) if text in passing]

    def at(self, index: int) -> str:
        """The text of a word, empty beyond either end."""
        return self.texts[index] if 0 <= index < self._count else ""

    def joined(self, index: int) -> bool:
        """Whether a word follows the one before it after one space."""
        return 0 < index < self._count and self._spaced[index]
