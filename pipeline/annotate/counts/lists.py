"""Read the lists of figures, one a line: the line of a number, and what the line above the list says of them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.counts.captions import caption_header
from pipeline.annotate.counts.meant import as_meant
from pipeline.annotate.counts.qualifiers import qualified

if TYPE_CHECKING:
    from pipeline.annotate.counts.headers import Header
    from pipeline.annotate.counts.meant import Alone, Meant
    from pipeline.annotate.counts.reading import Site

LISTED = ("list_item", "fact_box")
LINE = re.compile(r"(?!\d)[^\n:]{2,70}(?::[ ]{1,3}|[ ]{1,3})")  # Fiskeri og oppdrett: | Driftsresultat
OF_NAMES = r"[a-zæøå]{0,9}(?:skole|skule|barnehage|sykehus|sjukehus|sykehjem|sjukeheim|bydel|stasjon)"
NAME = rf"(?:[A-ZÆØÅ][\w.-]{{0,40}}|i|og|på|kommune|{OF_NAMES}|\([\w .]{{1,40}}\))"
NAMES = re.compile(rf"{NAME}(?:[ ]{NAME}){{0,5}}(?::[ ]|[ ]{{1,3}})")  # Elverum | Våler (Innlandet):
BULLET = re.compile(r"(?:[–•*-][ ]?)?")
GOES_ON = re.compile(r"[ ](fra|frå|i|på|til|av|ved|for|hos)[ ](?=[A-ZÆØÅ])")
FIGURES = re.compile(r"[\d., –-]+(?:[ ]?\([\d., ]+\))?")  # 34,1 (35,0)
LONGEST_LIST = 60  # lines
TWO = 2


def line_before(case: Alone) -> str:
    """What stands before a number in its line of a list, "" where it stands in none."""
    place = case.page.block_number(case.number.start)
    if place < 0:
        return ""
    kind, start, _ = case.page.blocks[place]
    found = qualified(case.page.text, case.number.start)
    line = case.page.text[start : found.start if found else case.number.start]
    shape = LINE if kind in LISTED else NAMES
    return line if shape.fullmatch(line) else ""


def label_above(case: Alone) -> str:
    """The line above a number that fills a line of a fact box, as its label: "Undersøkelser i 2020" over "11 230"."""
    place = case.page.block_number(case.number.start)
    if place < 1:
        return ""
    (kind, start, end), (kind_above, start_above, end_above) = case.page.blocks[place], case.page.blocks[place - 1]
    if kind not in LISTED or kind_above != kind or case.page.text[start:end] != _text(case):
        return ""
    above = case.page.text[start_above:end_above]
    return f"{above}: " if LINE.fullmatch(f"{above}: ") else ""


def _text(case: Alone) -> str:
    found = qualified(case.page.text, case.number.start)
    return case.page.text[found.start if found else case.number.start : case.number.end]


def of_list(case: Alone) -> Header | None:
    """What the line above the list says of its numbers: "Nedgang (prosent)", "Slik fordeler studentene seg:"."""
    place = case.page.block_number(case.number.start)
    own = case.page.blocks[place][0]
    for kind, start, end in reversed(case.page.blocks[max(0, place - LONGEST_LIST) : max(0, place)]):
        above = case.page.text[start:end]
        names = NAMES.match(above)
        if (own in LISTED and kind == own and above.rstrip()[-1:] != ":") or (
            names and FIGURES.fullmatch(above, names.end())
        ):
            continue
        return caption_header(above, case.page)
    return None


def of_two_above(case: Alone) -> Meant | None:
    """What the two lines above in the list both count: "Byggfag: 540 kontrakter", "Helsefag: 495 kontrakter", "Elektro: 438"."""
    place = case.page.block_number(case.number.start)
    if place < TWO or case.page.blocks[place][0] not in LISTED:
        return None
    sites = [_first_in(case, kind_start_end) for kind_start_end in case.page.blocks[place - TWO : place]]
    first, second = sites
    if first is None or second is None:
        return None
    same = (first.counted.noun, first.counted.unit) == (second.counted.noun, second.counted.unit)
    return as_meant(second, case.sentence, case.page.text) if same else None


def of_line_above(case: Alone) -> Meant | None:
    """What the line above counts that goes on as this one does: "– 12 barn fra Moss", "– 9 fra Sarpsborg"."""
    text, place = case.page.text, case.page.block_number(case.number.start)
    before = case.sites.get(case.place - 1)
    if place < 1 or before is None or not BULLET.fullmatch(text, case.page.blocks[place][1], case.number.start):
        return None
    above = case.page.blocks[place - 1][1]
    here, there = GOES_ON.match(text, case.number.end), GOES_ON.match(text, before.end)
    same = (
        here and there and here[1] == there[1] and before.start >= above and BULLET.fullmatch(text, above, before.start)
    )
    return as_meant(before, case.sentence, text) if same else None


def _first_in(case: Alone, block: tuple[str, int, int]) -> Site | None:
    """The first count of a block just above the number, None where it counts nothing."""
    found = None
    for place in range(case.place - 1, -1, -1):
        if case.numbers[place].start < block[1]:
            break
        if case.numbers[place].start < block[2]:
            found = case.sites.get(place)
    return found
