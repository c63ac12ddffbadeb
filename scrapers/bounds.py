"""Bound the text of an article: what no article is long enough for is cut off, and the record says so."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from models.release import GAP, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 400_000  # letters, some two hundred pages


def bounded(blocks: Sequence[Block], longest: int = LONGEST) -> tuple[tuple[Block, ...], bool]:
    """The blocks that fit into `longest` letters, the last one cut, and whether anything was left out."""
    ends = [*accumulate(len(block.text) + len(GAP) for block in blocks)]
    if not ends or ends[-1] <= longest + len(GAP):
        return tuple(blocks), False
    kept = [block for block, end in zip(blocks, ends, strict=True) if end <= longest]
    room = longest - (ends[len(kept) - 1] if kept else 0)
    rest = blocks[len(kept)].text[: max(room, 0)].rstrip()
    return (*kept, *([Block(blocks[len(kept)].kind, rest)] if rest else [])), True
