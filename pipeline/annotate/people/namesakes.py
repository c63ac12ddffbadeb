"""Tell names that are only what a street, a school or a prize is named after, or a part in a play."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.names import blocks
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from pipeline.annotate.people.words import Words


def is_namesake(words: Words, first: int, last: int) -> bool:
    """Whether a name is only what something else is named after: "Fridtjof Nansens plass", "Stiftelsen Kari Vik"."""
    before, after = words.at(first - 1), words.at(last)
    if before in ("etter", "for") and words.at(first - 2) in column("named_after.csv", "word"):
        return True  # oppkalt etter Kari Vik
    if before == "som" and words.at(first - 2).lower() in column("stage_parts.csv", "word"):
        return True  # i rollen som Kristine Linde
    if words.joined(first) and (blocks(before, "before") or blocks(before.capitalize(), "before")):
        return True
    if words.joined(last):
        return blocks(after, "behind") and (words.at(last - 1).endswith("s") or blocks(after, "street"))
    return after in ("-", "–") and words.at(last + 1)[:1].islower() and not words.at(last + 1).isspace()
