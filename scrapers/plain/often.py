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
LONGER = re.compile(
    r"(?<=[a-zæøå,] )[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)+"
)  # "Siv Jensen": no word of it is a name by itself
SPEAKER = re.compile(r"(?:sier|seier|sa|fortalte|forteller|fortel|mener|meiner) ([A-ZÆØÅ][\w-]*)")  # a person


def most_named(blocks: Sequence[Block]) -> str | None:
    """The name that running text repeats most, where it is in the headline too and neither a person's nor a plain word."""
    headline = blocks[0].text.split()
    names: Counter[str] = Counter()
    people: set[str] = set()
    words: set[str] = set()
    for block in blocks[1:]:
        names.update(NAME.findall(block.text))
        people.update(word for name in LONGER.findall(block.text) for word in name.split())
        people.update(SPEAKER.findall(block.text))
        words.update(block.text.split())
    often = [name for name, count in names.most_common(3) if count >= OFTEN]
    apart = (name for name in often if name in headline and name not in people and name.lower() not in words)
    return next(apart, None)
