"""Choose the whole that a number is a part of, and the count that has the number's own value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.counts.contexts import OF_ALL
from pipeline.annotate.counts.meant import NEAR, RECENT, Meant, left_out, may_be_meant

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone
    from pipeline.annotate.counts.reading import Site

AHEAD = 12  # numbers behind a heading that may say what its number counts
SAME_VALUE = 6  # sentences back that "de ti" may mean "ti personer" in


def part_of(case: Alone) -> Meant | None:
    """What was counted last that the number may be a part of."""
    wholes = []
    for meant in reversed(case.meant[-RECENT:]):
        if case.sentence - meant.sentence > NEAR:
            break
        top = meant.counted.value_max or meant.counted.value
        size = case.number.value * left_out(case, meant)
        whole = meant.counted.kind == "duration" if meant.sentence == case.sentence else may_be_meant(meant)
        if meant.counted.kind != "percent" and (meant.many or top >= size) and (whole or may_be_meant(meant)):
            wholes.append(meant)
    here = [meant for meant in wholes if meant.sentence == case.sentence]
    counts = [meant for meant in wholes if meant.counted.kind == "count" and case.sentence - meant.sentence <= 1]
    return next(iter(here or counts or wholes), None)


def same_value(case: Alone) -> Meant | None:
    """What an earlier count of the same value counted."""
    for meant in reversed(case.meant[-RECENT:]):
        if case.sentence - meant.sentence > SAME_VALUE:
            return None
        if meant.counted.value == case.number.value and meant.counted.kind == "count" and not meant.many:
            return meant
    return None


def ahead(case: Alone) -> Meant | None:
    """What the text below a heading counts by the heading's number."""
    for place in range(case.place + 1, min(case.place + AHEAD, len(case.numbers))):
        whole = None if place in case.sites else _of_next(case, place)
        site = whole or case.sites.get(place)
        value = case.numbers[place].value if whole or site is None else site.counted.value
        if site and value == case.number.value and site.counted.kind != "duration":
            return Meant(site.counted, case.sentence)
    return None


def _of_next(case: Alone, place: int) -> Site | None:
    """The count behind "av" that a number alone is a part of: "112 av 340 tilsette"."""
    following = case.sites.get(place + 1)
    linked = following and OF_ALL.fullmatch(case.page.text, case.numbers[place].end, following.start)
    return following if linked else None
