"""Read the number that goes on with what was counted before: "det er nå 18", "to ble stanset", "de ni første"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.counts.contexts import (
    AGE,
    BECAME,
    CLAUSE,
    COPULA,
    FIRST,
    FORMER,
    FROM,
    OBJECT,
    OTHERS,
    PARTICLE,
    POLLED,
    PREPOSITIONS,
    REMAINING,
    RESTS,
    SAME,
    TALLY,
)
from pipeline.annotate.counts.heads import ROLES, words_after
from pipeline.annotate.counts.meant import Meant, close, last_here, named, told_first, understood
from pipeline.annotate.counts.wholes import same_value

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

FINITE = re.compile(r"[ ][^\W\d_]+[ae]r\b")  # of what looks so, one stands before the number


def goes_on(case: Alone, left: str, right: str, *, qualified: bool) -> tuple[str, Meant] | None:
    """What the number counts if it goes on with what was counted before, with the rule that says so."""
    rests = RESTS.match(right) is not None
    verb = follows(case, "V")
    if qualified and (rests or verb or follows(case, "D")):
        return named("elided-qualified", understood(case))
    told = _told(case, left, right) if rests or FORMER.match(right) or REMAINING.match(right) else None
    if told:
        return "elided-copula", told
    if SAME.search(left):
        return named("elided-same", same_value(case))
    if verb and CLAUSE.fullmatch(left):
        return named("elided-subject", _subject(case, here=not FIRST.fullmatch(left)))
    inverted = _is_object(case, left) and not FINITE.match(right)
    if verb and (OTHERS.search(left) or inverted):
        return named("elided-subject", _subject(case, here=False))
    if rests and _is_object(case, left):
        return named("elided-object", understood(case))
    if rests and FROM.search(left):
        return named("elided-object", understood(case, here=True))
    return None


def _told(case: Alone, left: str, right: str) -> Meant | None:
    """What "er tallet 29", "det ble 31", "er det 18", "de ni første", "de tre andre" and "de siste ti" count."""
    if FORMER.match(right):
        return last_here(case) if SAME.search(left) else None
    if REMAINING.match(right):
        return understood(case, only=("count",)) if SAME.search(left) else None
    if TALLY.search(left):
        return told_first(case)
    if OTHERS.search(left) and (latest := last_here(case)):
        return latest
    time = _time_before(case) if BECAME.fullmatch(left) else None
    return time or (understood(case) if COPULA.search(left) else None)


def _time_before(case: Alone) -> Meant | None:
    """The duration that the sentence before ends with: "Hun kom for å være i ett år. Det ble 31."."""
    latest = case.meant[-1] if case.meant else None
    return latest if latest and latest.counted.kind == "duration" and case.sentence - latest.sentence == 1 else None


def _subject(case: Alone, *, here: bool) -> Meant | None:
    """What was counted last that so many may be of: "To ble stanset" (of seven firms)."""
    meant = understood(case, here=here, only=("count",))
    if meant is None or meant.many or close(case.number.value, meant.counted.value):
        return meant
    return meant if case.number.value <= meant.counted.value else None


def _is_object(case: Alone, left: str) -> bool:
    """Whether a preposition, a verb or a verb's particle stands right before the number, and no age is meant."""
    particle = PARTICLE.search(left)
    if particle and _kinds(case, left, particle)[0] == "V":
        return True
    found = OBJECT.search(left)
    whole = case.number.value == int(case.number.value)
    if found is None or (whole and AGE.search(left) and not POLLED.search(left)):
        return False
    verb = _kinds(case, left, found)[0] == "V"
    return verb or found[1].lower() in PREPOSITIONS or (found[1].lower(), "idle") in ROLES


def _kinds(case: Alone, left: str, found: re.Match[str]) -> str:
    """The classes of a word before the number; a qualifier between them does not matter."""
    start = case.number.start - len(left) + found.start(1)
    return case.page.kinds(found[1], start, start + len(found[1]))


def follows(case: Alone, kind: str) -> bool:
    """Whether the word behind the number is of a class."""
    words = words_after(case.page.text, case.number.end, case.page.kinds, 1)
    return bool(words) and words[0].kinds[0] == kind
