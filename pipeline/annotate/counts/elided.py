"""Find the noun of a number that stands alone: "hele 45 har", "mot 29 i 2008", "Hole 16 og Jevnaker 14"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.blocked import is_bare_name
from pipeline.annotate.counts.contexts import (
    AGAINST,
    AMONG,
    COORDINATED,
    COPULA,
    MORE,
    OBJECT,
    OF,
    RESTS,
    SAME,
    TALLY,
    WHEREOF,
    is_money,
)
from pipeline.annotate.counts.heads import of_what, words_after
from pipeline.annotate.counts.labels import label
from pipeline.annotate.counts.meant import (
    Meant,
    ahead,
    last,
    last_here,
    left_out,
    part_of,
    same_value,
    understood,
    worth,
)
from pipeline.annotate.counts.pairs import beside_numbers
from pipeline.annotate.counts.people import people
from pipeline.annotate.counts.qualifiers import qualified
from pipeline.annotate.counts.reading import MONEY, Site
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

Read = tuple[str, Meant] | None
LEFT, RIGHT = 90, 40  # characters beside the number that are looked at
HUNDRED, ZERO = Decimal(100), Decimal(0)
CROWNS = Counted(ZERO, None, "money", unit=MONEY)
SCORE = re.compile(r"\d+[–-]\d+")  # 3-1
PARTITIVE = re.compile(r"[«–-]?[ ]?Av[ ]")


def alone(case: Alone) -> Site | None:
    """The count that a number standing alone makes, None where nothing tells what it counts."""
    number, text = case.number, case.page.text
    if is_bare_name(text, number) or (number.value == 1 and number.end - number.start < 5) or number.share:
        return None
    if number.value_max is not None and SCORE.fullmatch(text, number.start, number.end):
        return None
    found = qualified(text, number.start)
    start = found.start if found else number.start
    left = text[max(case.page.sentences[case.sentence], start - LEFT) : start]
    right = text[number.end : number.end + RIGHT]
    read = beside_numbers(case) or _by_words(case, left, right, qualified=found is not None)
    if read is None:
        return None
    by, meant = read
    counted = replace(worth(case, meant), qualifier=found.qualifier if found else None)
    return Site(start, number.end, by, counted, left_out(case, meant))


def _by_words(case: Alone, left: str, right: str, *, qualified: bool) -> Read:
    """What the words around the number say that it counts."""
    return (
        _as_part(case, left, right)
        or _named("label", label(case, left, right))
        or _as_parallel(case, left, right, qualified=qualified)
        or _named("elided-heading", ahead(case) if case.page.is_heading(case.number.start) else None)
        or _named("elided-money", _money(case, left))
        or _named("elided-people", people(case))
        or _as_goes_on(case, left, right, qualified=qualified)
    )


def _named(by: str, meant: Meant | None) -> Read:
    return (by, meant) if meant else None


def _as_part(case: Alone, left: str, right: str) -> Read:
    """Ni av alarmene, hvorav to, av de 19 årsverkene er åtte ledige, blant de åtte som blir lagt ned."""
    if OF.match(right):
        return _named("elided-of", _of(case))
    if WHEREOF.search(left):
        return _named("elided-whereof", part_of(case))
    if AMONG.search(left):
        return _named("elided-among", _first_noun(case))
    begin = case.page.sentences[case.sentence]
    if PARTITIVE.match(case.page.text, begin):
        return _named("elided-of", _whole(case, begin))
    return None


def _of(case: Alone) -> Meant | None:
    words = words_after(case.page.text, case.number.end + len(" av"), case.page.kinds)
    noun = of_what(words)
    if noun:
        counted = Counted(case.number.value, None, kind_of(noun.noun, case.page.standard), noun=noun.noun)
        return Meant(counted, case.sentence)
    return part_of(case) if words and words[0].is_role("pronoun") else None


def _whole(case: Alone, begin: int) -> Meant | None:
    """What the sentence begins with a part of: the count or the noun behind its "Av"."""
    first = next((place for place in range(case.place) if case.numbers[place].start >= begin), None)
    between = "" if first is None else case.page.text[begin : case.numbers[first].start]
    if first is not None and first in case.sites and len(between) < LEFT:
        whole = next((one for one in case.meant if one.counted is case.sites[first].counted), None)
        return whole if whole and whole.counted.value >= case.number.value else None
    noun = of_what(words_after(case.page.text, case.page.text.index("Av", begin) + len("Av"), case.page.kinds))
    if noun is None or first is not None:
        return None
    return Meant(Counted(ZERO, None, kind_of(noun.noun, case.page.standard), noun=noun.noun), case.sentence)


def _first_noun(case: Alone) -> Meant | None:
    """The noun that the sentence begins with: "Klinikkene … er blant de åtte"."""
    begin = case.page.sentences[case.sentence]
    noun = of_what(words_after(case.page.text, begin, case.page.kinds, 1)) or of_what(
        words_after(" " + case.page.text[begin : begin + LEFT], 0, case.page.kinds, 1)
    )
    return Meant(Counted(ZERO, None, "count", noun=noun.noun), case.sentence) if noun else None


def _as_parallel(case: Alone, left: str, right: str, *, qualified: bool) -> Read:
    """1 600 færre, mot 29 i 2008, Hole 16 og Jevnaker 14."""
    if MORE.match(right):
        return _named("elided-more", understood(case))
    if AGAINST.search(left):
        return _named("elided-against", last_here(case) or understood(case))
    if COORDINATED.search(left) and (qualified or RESTS.match(right)):
        return _named("elided-coordinated", understood(case, here=True))
    return None


def _money(case: Alone, left: str) -> Meant | None:
    return Meant(CROWNS, case.sentence) if case.number.value >= HUNDRED and is_money(left) else None


def _as_goes_on(case: Alone, left: str, right: str, *, qualified: bool) -> Read:
    rests = RESTS.match(right) is not None
    verb = _follows(case, "V")
    if qualified and (rests or verb or _follows(case, "D")):
        return _named("elided-qualified", understood(case))
    if rests and TALLY.search(left):
        return _named("elided-copula", last(case))
    if rests and COPULA.search(left):
        return _named("elided-copula", understood(case))
    if SAME.search(left):
        return _named("elided-same", same_value(case))
    if verb and not left.strip('«"–- '):
        meant = understood(case)
        return _named("elided-subject", meant if meant and meant.counted.kind == "count" else None)
    if rests and OBJECT.search(left):
        return _named("elided-object", understood(case))
    return None


def _follows(case: Alone, kind: str) -> bool:
    words = words_after(case.page.text, case.number.end, case.page.kinds, 1)
    return bool(words) and words[0].kinds[0] == kind
