"""Guess who issued a text that nowhere says so: the name that it repeats most."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.release import Block

OFTEN = 4  # mentions of one name in running text
NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][\w-]{4,}")  # a capital inside a sentence


def most_named(blocks: Sequence[Block]) -> str | None:
    """The name that running text repeats most, where it is in the headline too."""
    headline = blocks[0].text.split()
    names: Counter[str] = Counter()
    for block in blocks[1:]:
        names.update(NAME.findall(block.text))
    often = [name for name, count in names.most_common(3) if count >= OFTEN]
    return next((name for name in often if name in headline), None)
