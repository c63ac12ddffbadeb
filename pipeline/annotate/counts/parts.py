"""Find what a number is a part of: "ni av alarmene", "hvorav to", "av de 19 årsverkene er åtte ledige"."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.contexts import AMONG, OF, WHERE, WHEREOF
from pipeline.annotate.counts.heads import WORD, head, of_what, words_after
from pipeline.annotate.counts.meant import RECENT, Meant, last, named
from pipeline.annotate.counts.wholes import part_of
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.heads import Word
    from pipeline.annotate.counts.meant import Alone

THE_REST = re.compile(r"\b[Rr]esten(?:,[ ]|[ ]er[ ]|[ ]på[ ]|[ ]var[ ])$")  # resten, knapt 300 000
# De fleste innbruddene, 31, skjedde i Ringsaker
APPOSED = re.compile(
    r"\bdei?[ ](?:fleste|andre|øvrige|resterende|attverande|siste)[ ]([^\W\d_]{3,40}),[ ]$", re.IGNORECASE
)
ALL_TOLD = re.compile(r"(?<!\w)([^\W\d_]{2,40}(?:ene|ane|te|de)),[ ]$")  # kommunene, 12 i alt, får
MOST_OF_THEM = re.compile(
    r"[«–-]?[ ]?(?:Flest|Færrest),[ ]$"
)  # Studentene kom fra hele landet. Flest, 96, kom fra Oslo
# færrest mål av alle, åtte, | har flest søkere, 312.
SUPERLATIVE = re.compile(
    r"\b(?:flest|fleste|færrest|færreste)[ ]([^\W\d_]{2,40})(?:[ ][^\W\d_]{1,20}){0,4},[ ]$", re.IGNORECASE
)
ENDS = re.compile(r"[ ]?(?:[,.;:)!?»\n]|$)")
IN_ALL = re.compile(r"[ ](?:i alt|til sammen|til saman|totalt)\b")
PEOPLE_OF = ("er", "ar", "or", "menn", "barn", "folk")  # av dei kvinner
DEFINITES = ("ene", "ane", "rne", "ne")
HUNDREDS = re.compile(r"\b(?:hundre|tusen|dusin|titusen|million|masse|hauge)vis (?:av|med)(?=[ ])", re.IGNORECASE)
PARTITIVE = re.compile(r"[«–-]?[ ]?Av[ ]")
BEGINNING = 90  # characters of a sentence that may say what its numbers are parts of
ZERO = Decimal(0)


def as_part(case: Alone, left: str, right: str) -> tuple[str, Meant] | None:
    """Ni av alarmene, hvorav to, av de 19 årsverkene er åtte ledige, blant de åtte som blir lagt ned."""
    if OF.match(right):
        return named("elided-of", _of(case))
    if WHEREOF.search(left):
        return named("elided-whereof", part_of(case))
    if _where(case):
        return named("elided-whereof", part_of(case))
    if THE_REST.search(left):
        return named("elided-whereof", part_of(case) or last(case))
    apposed = APPOSED.search(left) if right.startswith(",") else None
    apposed = ALL_TOLD.search(left) if IN_ALL.match(right) else apposed
    if ENDS.match(right):
        apposed = apposed or SUPERLATIVE.search(left)
    if apposed:
        counted = Counted(ZERO, None, kind_of(apposed[1], case.page.standard), noun=apposed[1])
        return "elided-of", Meant(counted, case.sentence)
    if MOST_OF_THEM.fullmatch(left) and right.startswith(",") and case.sentence:
        return named("elided-of", _first_noun(case, case.sentence - 1))
    if AMONG.search(left):
        return named("elided-among", _first_noun(case, case.sentence))
    begin = case.page.sentences[case.sentence]
    if PARTITIVE.match(case.page.text, begin):
        return named("elided-of", _whole(case, begin))
    return None


def _where(case: Alone) -> bool:
    """Whether ", der" and nothing else stands between the count before and the number: "61 millioner, der 44 kom fra"."""
    before = case.sites.get(case.place - 1)
    return before is not None and WHERE.fullmatch(case.page.text, before.end, case.number.start) is not None


def _of(case: Alone) -> Meant | None:
    words = words_after(case.page.text, case.number.end + len(" av"), case.page.kinds)
    noun = None if _are_those(words) else of_what(words)
    if noun:
        counted = Counted(case.number.value, None, kind_of(noun.noun, case.page.standard), noun=noun.noun)
        return Meant(counted, case.sentence)
    if not words or not words[0].is_role("pronoun"):
        return None
    first = _first_noun(case, case.sentence - 1) if case.sentence else None
    return part_of(case) or _hundreds(case) or first


def _hundreds(case: Alone) -> Meant | None:
    """What there are hundreds of just before the number: "hundrevis av sider, og 40 av dem er brukbare"."""
    before = case.page.text[max(0, case.number.start - BEGINNING) : case.number.start]
    found = next(reversed(list(HUNDREDS.finditer(before))), None)
    if found is None:
        return None
    end = case.number.start - len(before) + found.end()
    noun = head(words_after(case.page.text, end, case.page.kinds))
    if noun is None:
        return None
    return Meant(Counted(ZERO, None, kind_of(noun.noun, case.page.standard), noun=noun.noun), case.sentence)


def _are_those(words: list[Word]) -> bool:
    """Whether "av dei" is of those named before, and the noun behind tells which they are: "21 av dei kvinner"."""
    if len(words) < 2 or not words[0].is_role("pronoun"):
        return False
    noun = words[1].text.lower()
    return words[1].kinds[0] == "N" and noun.endswith(PEOPLE_OF) and not noun.endswith(DEFINITES)


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


def _first_noun(case: Alone, sentence: int) -> Meant | None:
    """The noun that a sentence begins with: "Klinikkene … er blant de åtte", "Naboane er usamde. 140 av dei klaga"."""
    word = WORD.match(case.page.text, case.page.sentences[sentence])
    if word is None or not word[0].lower().endswith(("ene", "ane", "a")):
        return None
    noun = case.page.kinds(word[0], word.start(), word.end())[0] == "N"
    return Meant(Counted(ZERO, None, "count", noun=word[0]), case.sentence) if noun else None
