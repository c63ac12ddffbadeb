"""Read the number that stands as an earlier one of its sentence: "65 prosent svarte ja, tretti svarte nei", "to på 300"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.counts.contexts import RESTS
from pipeline.annotate.counts.meant import as_meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.counts.meant import Alone, Meant
    from pipeline.annotate.counts.reading import Site

BACK = 8  # numbers before that are looked at
LINKED = re.compile(r"(?:[,;]|\b(?:og|men|mens|medan|eller))[ ]$")
BEFORE = re.compile(r"(?<!\w)(\w{1,23})[ ]$")
WORDS = re.compile(r"\w+")
BEHIND = re.compile(r"[ ]([^\W\d_]{1,40})\b")
OF_EACH = re.compile(r"[ ](?:på|med|for|i)[ ]")  # 12 ladere på 150 kW og to på 300
WINDOW = 24  # characters beside a number that its neighbours are read from


def parallel(case: Alone, start: int) -> Meant | None:
    """What the last number counts that has this one's verb or preposition; the number and its qualifier start there."""
    site = _of_each(case, start) or _same_verb(case, start)
    return as_meant(site, case.sentence, case.page.text) if site else None


def _earlier(case: Alone) -> Iterator[tuple[int, Site]]:
    """The counts before the number in its sentence, with their places, the last first."""
    begin = case.page.sentences[case.sentence]
    for place in range(case.place - 1, max(-1, case.place - 1 - BACK), -1):
        if case.numbers[place].start < begin:
            return
        if place in case.sites:
            yield place, case.sites[place]


def _of_each(case: Alone, start: int) -> Site | None:
    """The count of so many each: "12 ladere på 150 kW og to på 300"."""
    text, following = case.page.text, case.place + 1
    if following == len(case.numbers) or not LINKED.search(text[max(0, start - WINDOW) : start]):
        return None
    link = text[case.number.end : case.numbers[following].start]
    if not OF_EACH.fullmatch(link):
        return None
    return next(
        (
            site
            for place, site in _earlier(case)
            if place + 1 in case.sites
            and text[site.end : case.sites[place + 1].start] == link
            and site.counted.kind == "count"
        ),
        None,
    )


def _same_verb(case: Alone, start: int) -> Site | None:
    """The count before or behind which the verb stands that stands so beside the number as well."""
    text = case.page.text
    before = BEFORE.search(text[max(0, start - WINDOW) : start])
    behind = BEHIND.match(text, case.number.end)
    if behind and LINKED.search(text[max(0, start - WINDOW) : start]) and _may_be_verb(case, behind[1]):
        return next((site for _, site in _earlier(case) if behind[1] in WORDS.findall(text, site.end, start)), None)
    if before and RESTS.match(text, case.number.end) and _may_be_verb(case, before[1]):
        return next((site for _, site in _earlier(case) if text.endswith(f" {before[1]} ", 0, site.start)), None)
    return None


def _may_be_verb(case: Alone, word: str) -> bool:
    return word == "at" or "V" in case.page.kinds(word, 0, 0)
