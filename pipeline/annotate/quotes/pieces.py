"""A piece of direct speech as the rules hand it to each other before it is marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.annotate.quotes.attribution import Attribution

EDGES = " ,\n\t"
DASHES = "–—- "


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the release: its place in the row, its kind, start and end."""

    number: int
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Speech at `start` to `end`; who speaks, None where the last speaker goes on; whether it opens its block."""

    block: Block
    start: int
    end: int
    by: str
    said: Attribution | None
    opens: bool = False

    def trimmed(self, text: str) -> Piece:
        """The piece without the space, comma and opening dash at its edges."""
        start, end = self.start, self.end
        while start < end and text[start] in EDGES + DASHES:
            start += 1
        while start < end and text[end - 1] in EDGES:
            end -= 1
        return replace(self, start=start, end=end)
