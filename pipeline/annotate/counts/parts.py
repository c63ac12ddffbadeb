"""Find what a number is a part of: "ni av alarmene", "hvorav to", "av de 19 årsverkene er åtte ledige"."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.contexts import AMONG, OF, WHEREOF
from pipeline.annotate.counts.heads import WORD, of_what, words_after
from pipeline.annotate.counts.meant import RECENT, Meant, part_of
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

PARTITIVE = re.compile(r"[«–-]?[ ]?Av[ ]")
BEGINNING = 90  # characters of a sentence that may say what its numbers are parts of
ZERO = Decimal(0)


def as_part(case: Alone, left: str, right: str) -> tuple[str, Meant] | None:
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
    first = bisect_left(case.numbers, begin, key=lambda number: number.start)
    alone = first == case.place
    if not alone and first in case.sites and case.numbers[first].start - begin < BEGINNING:
        counted = case.sites[first].counted
        whole = next((one for one in case.meant[-RECENT:] if one.counted is counted), None)
        return whole if whole and counted.value >= case.number.value else None
    words = words_after(case.page.text, case.page.text.index("Av", begin) + len("Av"), case.page.kinds)
    if alone and len(words) > 1 and words[0].is_role("pronoun") and words[1].kinds[0] == "V":
        return part_of(case)  # av disse retter ni seg mot politiet
    noun = of_what(words)
    if noun is None or not alone:
        return None
    return Meant(Counted(ZERO, None, kind_of(noun.noun, case.page.standard), noun=noun.noun), case.sentence)


def _first_noun(case: Alone) -> Meant | None:
    """The noun that the sentence begins with: "Klinikkene … er blant de åtte"."""
    word = WORD.match(case.page.text, case.page.sentences[case.sentence])
    if word is None or not word[0].lower().endswith(("ene", "ane", "a")):
        return None
    noun = case.page.kinds(word[0], word.start(), word.end())[0] == "N"
    return Meant(Counted(ZERO, None, "count", noun=word[0]), case.sentence) if noun else None


def _named(by: str, meant: Meant | None) -> tuple[str, Meant] | None:
    return (by, meant) if meant else None
