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
SPEAKS = "sier|seier|sa|fortalte|forteller|fortel|mener|meiner"


def most_named(blocks: Sequence[Block]) -> str | None:
    """The name that running text repeats most, where it is in the headline too and neither a person's nor a plain word."""
    headline = blocks[0].text.split()
    running = "\n".join(block.text for block in blocks[1:])
    often = [name for name, count in Counter(NAME.findall(running)).most_common(3) if count >= OFTEN]
    return next((name for name in often if name in headline and not _means_other(name, running)), None)


def _means_other(name: str, running: str) -> bool:
    """Whether a text has a name as part of a longer one ("Siv Jensen"), for somebody who speaks, or as a plain word."""
    own, low = re.escape(name), re.escape(name.lower())
    longer = rf"(?<=[a-zæøå,] )(?:[A-ZÆØÅ][\w-]* {own}(?![\w-])|{own} [A-ZÆØÅ])"
    return re.search(rf"{longer}|\b(?:{SPEAKS}) {own}(?![\w-])|(?<![\w-]){low}(?![\w-])", running) is not None
