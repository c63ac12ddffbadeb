"""Read what a number shares with the one beside it: "33 mot 8 stemmer", "fra 96 til 71", "10, 15 eller 20 km"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.counts.contexts import JOINS, OF_ALL, RESTS
from pipeline.annotate.counts.meant import ONE, Meant, as_meant, understood
from pipeline.annotate.counts.qualifiers import qualified
from pipeline.annotate.counts.wholes import same_value

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone
    from pipeline.annotate.counts.reading import Site

TO_NEXT = 28  # characters from "av" to the number of "to av landets tre"
LONGEST_ROW = 12  # numbers that share the noun behind the last
PAIRED = ("pair", "elided-pair")


def beside_numbers(case: Alone) -> tuple[str, Meant] | None:
    """What the number before or behind the number counts, where the two are a pair or a row."""
    before, behind = _between(case, case.place - 1), _between(case, case.place)
    previous, following = case.sites.get(case.place - 1), case.sites.get(case.place + 1)
    if behind in JOINS["pair"] and following:
        return "pair", _meant(case, following)
    if before in JOINS["pair"] and previous and previous.by in PAIRED:
        return "elided-pair", _meant(case, previous)
    if OF_ALL.fullmatch(behind) and len(behind) < TO_NEXT:
        meant = _meant(case, following) if following else _all(case)
        return ("pair", meant) if meant else None
    if before == " av " and previous is None and RESTS.match(case.page.text, case.number.end):  # 1 av 9
        meant = understood(case)
        return ("elided-pair", meant) if meant and meant.counted.kind == "count" else None
    if behind == " til ":
        meant = understood(case)
        return ("elided-pair", meant) if meant else None
    row = _end_of_row(case)
    return ("elided-row", _meant(case, row)) if row else None


def _meant(case: Alone, site: Site) -> Meant:
    return as_meant(site, case.sentence, case.page.text)


def _all(case: Alone) -> Meant | None:
    """What "to av de fire" is of, by another count of four or by what was counted last."""
    whole = type(case)(case.page, case.numbers, case.place + 1, case.sites, case.meant, case.sentence)
    meant = same_value(whole) or understood(whole)
    return replace(meant, scale=ONE) if meant and meant.counted.kind == "count" else None


def _end_of_row(case: Alone) -> Site | None:
    """The count at the end of a row of numbers: "to, tre eller fire dager"."""
    place, between = case.place, _between(case, case.place)
    while between in JOINS["row"] and place - case.place < LONGEST_ROW:
        place += 1
        if place in case.sites:
            return case.sites[place] if between in JOINS["end"] else None
        between = _between(case, place)
    return None


def _between(case: Alone, place: int) -> str:
    """The text between a number and the next one, without what qualifies that; "" where there is none."""
    if not 0 <= place < len(case.numbers) - 1:
        return ""
    start, end = case.numbers[place].end, case.numbers[place + 1].start
    if end - start > TO_NEXT * 2:
        return ""
    found = qualified(case.page.text, end)
    return case.page.text[start : max(start, found.start if found else end)]
