"""Read the number in brackets behind a count: that of another time or place, "3 420 tonn (3 150)", "31 mm (normalt 142)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.counts.meant import Meant, as_meant, close, understood
from pipeline.lexicon.register import named

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

# (3 150) | (normalt 142) | (barn 75) | (1. kvartal 2023: 744,0)
OPENS = re.compile(
    r"[ ]\((?:(?P<word>(?:[1-4]\.[ ]kvartal[ ])?(?:19|20)\d\d:|normalt|vanligvis|vanlegvis|mot|(?:opp |ned )?fr[aå]|i fjor:?|året før:?)[ ]"
    r"|(?P<who>[a-zæøå]{4,16}):?[ ])?"
)
CLOSES = re.compile(r"(?P<word>[ ](?:i[ ](?:fjor|\d{4})|året[ ]før|sist))?\)")
PLACE = re.compile(
    r"(?:\n|[,:;][ ]|(?<!\w)[a-zæøå]{1,20}[ ])([A-ZÆØÅ][\w-]{1,24})[ ]\($"
)  # Volda (34), but Kari Sande (34)
NEXT_PLACE = 40  # characters
LISTED = ("list_item", "fact_box", "table_row")


def behind_place(case: Alone) -> Meant | None:
    """What was counted before, shared out among municipalities: "61 flyttet hit. De kom fra Volda (34) og Ulstein (12)"."""
    if not _is_behind_place(case, case.place):
        return None
    beside = [place for place in (case.place - 1, case.place + 1) if 0 <= place < len(case.numbers)]
    near = (place for place in beside if abs(case.numbers[place].start - case.number.start) <= NEXT_PLACE)
    return understood(case, only=("count",)) if any(_is_behind_place(case, place) for place in near) else None


def _is_behind_place(case: Alone, place: int) -> bool:
    number, text = case.numbers[place], case.page.text
    found = PLACE.search(text[max(0, number.start - NEXT_PLACE) : number.start])
    return found is not None and text.startswith(")", number.end) and bool(named(found[1], "municipality"))


def in_brackets(case: Alone) -> Meant | None:
    """What the count right before the brackets counts, None where the number stands in none or tells something else."""
    before, text = case.sites.get(case.place - 1) or case.sites.get(case.place - 2), case.page.text  # a year between
    closes = CLOSES.match(text, case.number.end)
    if before is None or closes is None:
        return None
    opens = OPENS.fullmatch(text, before.end, case.number.start)
    if opens is None:
        return None
    meant = as_meant(before, case.sentence, text)
    if opens["word"] or closes["word"]:
        return meant
    listed = not opens["who"] and case.page.kind_at(case.number.start) in LISTED
    told = listed or before.counted.kind in ("money", "measure", "percent")
    alike = told and close(case.number.value, before.counted.value / meant.scale)
    return replace(meant, many=True) if alike else None
