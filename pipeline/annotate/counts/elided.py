"""Find the noun of a number that stands alone: "hele 45 har", "mot 29 i 2008", "Hole 16 og Jevnaker 14"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.blocked import is_bare_name, is_code
from pipeline.annotate.counts.brackets import behind_place, in_brackets
from pipeline.annotate.counts.contexts import (
    AGAINST,
    BRACKETED,
    COORDINATED,
    MORE,
    MORE_OF_IT,
    NAMED,
    NEW,
    RESTS,
    begins_with_money,
    is_money,
)
from pipeline.annotate.counts.goes_on import follows, goes_on
from pipeline.annotate.counts.heads import WORD
from pipeline.annotate.counts.kinds import CALENDAR
from pipeline.annotate.counts.labels import label
from pipeline.annotate.counts.lists import of_line_above
from pipeline.annotate.counts.meant import ONE, SCALED_BELOW, Meant, last_here, left_out, named, understood, worth
from pipeline.annotate.counts.pairs import beside_numbers
from pipeline.annotate.counts.parallel import parallel
from pipeline.annotate.counts.parts import as_part
from pipeline.annotate.counts.people import people
from pipeline.annotate.counts.qualifiers import qualified
from pipeline.annotate.counts.reading import MONEY, Site
from pipeline.annotate.counts.votes import votes
from pipeline.annotate.counts.wholes import ahead
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

Read = tuple[str, Meant] | None
LEFT, RIGHT = 90, 40  # characters beside the number that are looked at
HUNDRED, ZERO = Decimal(100), Decimal(0)
CROWNS = Counted(ZERO, None, "money", unit=MONEY)
SCORE = re.compile(r"\d+[–-]\d+")  # 3-1
FEWER = re.compile(r"[ ](?:flere|fleire|færre)\b")
BEHIND = re.compile(r"(?:,|;|\bog|\bmot)[ ](?:i[ ]|på[ ]|for[ ])?([^,;]{3,24})[ ]$")


def alone(case: Alone) -> Site | None:
    """The count that a number standing alone makes, None where nothing tells what it counts."""
    number, text = case.number, case.page.text
    if (
        is_bare_name(text, number)
        or is_code(text, number)
        or (number.value == 1 and number.end - number.start < 5)
        or number.share
    ):
        return None
    if number.value_max is not None and SCORE.fullmatch(text, number.start, number.end):
        return None
    found = qualified(text, number.start)
    start = found.start if found else number.start
    left = text[max(case.page.sentences[case.sentence], start - LEFT) : start]
    right = text[number.end : number.end + RIGHT]
    read = (
        named("elided-coordinated", parallel(case, start))
        or beside_numbers(case)
        or _by_words(case, left, right, qualified=found is not None)
    )
    if read is None:
        return None
    by, meant = read
    counted = replace(worth(case, meant), qualifier=found.qualifier if found else None)
    return Site(start, number.end, by, counted, left_out(case, meant))


def _by_words(case: Alone, left: str, right: str, *, qualified: bool) -> Read:
    """What the words around the number say that it counts."""
    return (
        as_part(case, left, right)
        or named("label", label(case, left, right))
        or named("elided-bracket", in_brackets(case) or behind_place(case))
        or named("label", of_line_above(case))
        or named("elided-pair", votes(case, left, right))
        or _as_parallel(case, left, right, qualified=qualified)
        or named("elided-heading", ahead(case) if case.page.is_heading(case.number.start) else None)
        or named("elided-money", _money(case, left))
        or named("elided-people", people(case))
        or goes_on(case, left, right, qualified=qualified)
    )


def _as_parallel(case: Alone, left: str, right: str, *, qualified: bool) -> Read:
    """1 600 færre, mot 29 i 2008, Hole 16 og Jevnaker 14."""
    if MORE_OF_IT.match(right) or NEW.match(right):
        return named("elided-more", understood(case, only=("count", "measure")))
    if MORE.match(right):
        counted, latest = understood(case), last_here(case)
        return named("elided-more", counted or latest if FEWER.match(right) else latest or counted)
    if BRACKETED.search(left) and right.startswith(")"):
        return named("elided-bracket", _bracket_before(case))
    if AGAINST.search(left):
        return named("elided-against", last_here(case) or understood(case))
    parallel = COORDINATED.search(left) or NAMED.search(left)
    if parallel and (qualified or RESTS.match(right) or follows(case, CALENDAR)):
        return named("elided-coordinated", understood(case, here=True) or _time_here(case, left))
    if RESTS.match(right) and _behind_date(case, left):
        return named("elided-coordinated", understood(case, here=True))
    return None


def _time_here(case: Alone, left: str) -> Meant | None:
    """The duration just told of, where "i" goes on with it: "lærer i tolv år, og rektor i seks"."""
    latest = last_here(case) if left.endswith(" i ") else None
    return latest if latest and latest.counted.kind == "duration" else None


def _bracket_before(case: Alone) -> Meant | None:
    """What the number in the last brackets of the sentence counts."""
    site = case.sites.get(case.place - 1)
    before = last_here(case)
    if site is None or before is None or before.counted is not site.counted:
        return None
    return before if case.page.text[site.start - 1 : site.start] == "(" else None


def _behind_date(case: Alone, left: str) -> bool:
    """Whether a date that a comma or "og" parts off stands right before the number: "61 beslag, året før 48"."""
    found = BEHIND.search(left)
    if found is None:
        return False
    start = case.number.start - len(left) + found.start(1)
    return case.page.text[start : start + 1] == found[1][0] and all(
        case.page.kinds(word[0], start + word.start(), start + word.end()) == CALENDAR
        for word in WORD.finditer(found[1])
    )


def _money(case: Alone, left: str) -> Meant | None:
    begin, latest = case.page.sentences[case.sentence], last_here(case)
    subject = begins_with_money(case.page.text[begin : begin + LEFT]) and left.endswith(
        (" på ", " er ", " var ", " til ")
    )
    if case.number.value < HUNDRED or not (subject or is_money(left)):
        return None
    if latest and latest.counted.kind == "money" and latest.scale > ONE and case.number.value < SCALED_BELOW:
        return latest  # et overskudd på 3,2 millioner av en omsetning på 190
    return Meant(CROWNS, case.sentence)
