"""Read the label before a number that stands alone: "Medlemmer: 73", and in a list of places "Bergen: 410"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.headers import caption_header
from pipeline.annotate.counts.meant import Meant, understood
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

LABEL = re.compile(r"(?:^|[\n\t.;,(][ ]*)(?:[^\W\d_]+[ ]){0,2}([^\W\d_-]+)[ ]?:[ ]?$")  # Medlemmer: 73
_NAMES = r"(?:[A-ZÆØÅ][\w.-]*|i|og|på|kommune|\([\w .]+\))(?:[ ](?:[A-ZÆØÅ][\w.-]*|i|og|på|kommune|\([\w .]+\))){0,5}"
PLACE = re.compile(rf"{_NAMES}(?::[ ]|[ ]{{1,3}})$")
ROW = re.compile(rf"{_NAMES}:?[ ]{{1,3}}[\d., –-]+(?:[ ]?\([\d., ]+\))?")  # Elverum 34,1 (35,0)
LONGEST_LIST = 60  # lines
ENDS = re.compile(r"[ ]?(?:\n|$|\()")
PLURAL = ("er", "ar", "ene", "ane", "folk", "barn", "år")
ZERO_PLURALS = tuple(sorted(column("zero_plurals.csv", "ending")))


def label(case: Alone, left: str, right: str) -> Meant | None:
    """What the label says, None where there is no label or it says nothing that is counted."""
    found = LABEL.search(left)
    if found and (noun := _counted(case, found[1], found.start(1) - len(left))):
        return Meant(Counted(Decimal(0), None, kind_of(noun, case.page.standard), noun=noun), case.sentence)
    if PLACE.fullmatch(left) and ENDS.match(right):
        head = _head_of_list(case)
        return Meant(head, case.sentence) if head else understood(case) if left.endswith(": ") else None
    return None


def _head_of_list(case: Alone) -> Counted | None:
    """What the line above a list of places says of their numbers: "Nedgang (prosent)"."""
    blocks = case.page.blocks
    place = bisect_right(blocks, case.number.start, key=lambda block: block[1]) - 1
    for _, start, end in reversed(blocks[max(0, place - LONGEST_LIST) : max(0, place)]):
        above = case.page.text[start:end]
        if not ROW.fullmatch(above):
            head = caption_header(above, case.page)
            return Counted(Decimal(0), None, head.kind, head.noun, head.unit) if head else None
    return None


def _counted(case: Alone, word: str, offset: int) -> str | None:
    lower = word.lower()
    start = case.number.start + offset
    if case.page.kinds(word, start, start + len(word))[0] == "P":
        return None
    if lower in EXCEPTIONS or lower.endswith(ZERO_PLURALS):
        return word
    noun = case.page.kinds(word, start, start + len(word))[0] == "N"
    plural = lower.endswith(PLURAL) and singular(lower, case.page.standard) != lower
    return word if noun and plural else None
