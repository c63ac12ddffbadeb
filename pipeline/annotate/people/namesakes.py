"""Tell names that are only what a street, a school or a prize is named after, or a part in a play."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.names import blocks
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from pipeline.annotate.people.evidence import Evidence
    from pipeline.annotate.people.words import Words


def is_namesake(words: Words, evidence: Evidence, first: int, last: int) -> bool:
    """Whether a name is only what something else is named after: "Fridtjof Nansens plass", "Stiftelsen Kari Vik"."""
    before, after = words.at(first - 1), words.at(last)
    title = evidence.ends.get(first)
    if _is_in_memory(words, title.first if title else first):
        return True
    if before == "som" and words.at(first - 2).lower() in column("stage_parts.csv", "word"):
        return True  # i rollen som Kristine Linde
    if words.joined(first) and (blocks(before, "before") or blocks(before.capitalize(), "before")):
        return True
    if words.joined(last):
        return blocks(after, "behind") and (words.at(last - 1).endswith("s") or blocks(after, "street"))
    return after in ("-", "–") and words.at(last + 1)[:1].islower() and not words.at(last + 1).isspace()


def _is_in_memory(words: Words, first: int) -> bool:
    """Whether what begins here, a name or its title, is whom a thing is called after or put up for."""
    before, thing = words.at(first - 1), words.at(first - 2).lower()
    if before in ("etter", "for") and thing in column("named_after.csv", "word"):
        return True  # oppkalt etter skipsreder Kari Vik
    return before in ("over", "av", "til") and thing.endswith(_monuments())  # minnesteinen over Kari Vik


@cache
def _monuments() -> tuple[str, ...]:
    return tuple(sorted(column("monuments.csv", "word")))
