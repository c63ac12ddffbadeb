"""Leave out what a page says twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.release import Block

SHORTEST = 25  # letters from which a text that stands twice is one too many
ALWAYS = frozenset({"byline", "contact", "caption"})  # kinds of which a short text is not repeated either
REPEATS = frozenset({"table_row", "list_item"})  # kinds that may say the same twice
SIGNS = re.compile(r"[\s«»“”\"'–—-]+")


def nothing_twice(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """The blocks without those whose text is the title's, or stood before, or is a pull quote out of the body."""
    running = _plain(" ".join(block.text for block in blocks if block.kind in {"lead", "paragraph"}))
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        plain = _plain(block.text)
        again = plain in seen and block.kind not in REPEATS and (len(plain) >= SHORTEST or block.kind in ALWAYS)
        pulled = block.kind == "quote" and plain.strip(".") in running
        if block.text != title and not again and not pulled and plain:
            kept.append(block)
        seen.add(plain)
    return tuple(kept)


def _plain(text: str) -> str:
    """A text without quotation marks and dashes, which pull quotes have others of."""
    return SIGNS.sub(" ", text).strip()
