"""Read the label before a number that stands alone: "Medlemmer: 73", and in a list of places "Bergen: 410"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.headers import MONEY_HEADERS, ZERO_PLURALS, unit_header
from pipeline.annotate.counts.lists import NAMES, label_above, line_before, of_list, of_two_above
from pipeline.annotate.counts.meant import Meant, understood
from pipeline.lexicon.names import is_given
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.register import named
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.headers import Header
    from pipeline.annotate.counts.meant import Alone

LABEL = re.compile(r"(?:^|[\n\t.;,(][ ]*)(?:[^\W\d_]+[ ]){0,2}([^\W\d_-]+)[ ]?:[ ]?$")  # Medlemmer: 73
LABEL_OF = re.compile(  # Undersøkelser i 2020: 11 230
    r"([^\W\d_-]{3,40})[ ](?:i|på|ved|hos|per|fra|frå|for|av)[ ](?:[^\W\d_][\w-]*[ ]?|\d{4}){1,4}:[ ]$"
)
OF_EACH = re.compile(  # Mandater: Høyre 7, Ap 4 og Sp 4
    r"([^\W\d_]{3,40}):[ ](?:[A-ZÆØÅ][\w-]{0,24}[ ]\d{1,3}(?:[ ]\d{3})?(?:,| og)[ ]){0,20}[A-ZÆØÅ][\w-]{0,24}[ ]"
)
LONGEST = 300
UNIT = re.compile(r"\(([^()\d]{1,30})\):?[ ]{1,3}$")  # Slaktet volum (tonn) 14 200
ENDS = re.compile(r"[ ]?(?:\n|$|\()")
PLURAL = ("er", "ere", "ar", "ene", "ane", "folk", "barn", "år")
NO_NAMES = ("ere", "arar", "ene", "ane", "inger", "ingar", "joner", "jonar")  # no name ends so: Reineiere
ZERO = Decimal(0)
WHOLE_CROWNS = 100_000  # from here on the number is taken as it stands


def label(case: Alone, left: str, right: str) -> Meant | None:
    """What the label says, None where there is no label or it says nothing that is counted."""
    ends = ENDS.match(right) is not None
    line = line_before(case) if ends else ""
    whole = of_list(case) if line else None
    own = _unit(case, line) or (whole if whole and whole.kind == "percent" else None)
    if own:
        return _as_meant(case, own)
    noun = _noun(case, left, case.number.start - len(left))
    if ends and not noun:
        noun = _noun(case, label_above(case) or (f"{line.rstrip(' :')}: " if whole else ""))
    if not noun and (found := OF_EACH.fullmatch(_line_before(case))):
        noun = _noun(case, f"{found[1]}: ")
    if noun:
        return Meant(Counted(ZERO, None, kind_of(noun, case.page.standard), noun=noun), case.sentence)
    if whole:
        return _as_meant(case, whole)
    if line.endswith(": ") and NAMES.fullmatch(line):
        goes_on = bool(case.meant) and case.sentence - case.meant[-1].sentence <= 1
        return understood(case) if goes_on or named(line.rstrip(": ")) else None
    return of_two_above(case) if line else _crowns(case, left)


def _crowns(case: Alone, left: str) -> Meant | None:
    """Crowns where a sum's label stands before so many that no thousands are left out: "Egenkapital: 650 000"."""
    found = LABEL.search(left)
    if found is None or not found[1].lower().endswith(MONEY_HEADERS) or case.number.value < WHOLE_CROWNS:
        return None
    return Meant(Counted(ZERO, None, "money", unit="NOK"), case.sentence)


def _line_before(case: Alone) -> str:
    """What stands before a number in its line, "" where that is much."""
    start = case.page.text.rfind("\n", max(0, case.number.start - LONGEST), case.number.start) + 1
    return case.page.text[start : case.number.start] if case.number.start - start <= LONGEST else ""


def _unit(case: Alone, line: str) -> Header | None:
    found = UNIT.search(line)
    return unit_header(found[1], case.page) if found else None


def _as_meant(case: Alone, head: Header) -> Meant:
    return Meant(Counted(ZERO, None, head.kind, head.noun, head.unit), case.sentence, many=True, scale=head.factor)


def _noun(case: Alone, text: str, start: int | None = None) -> str | None:
    """The counted noun in the text of a label, which may stand elsewhere than before the number."""
    found = LABEL.search(text) or LABEL_OF.fullmatch(text)
    if found is None:
        return None
    word, lower = found[1], found[1].lower()
    if named(word) or is_given(word) or lower.endswith(MONEY_HEADERS):
        return None  # Ringsaker: 120 | Peter: 3 | Driftsinntekter: 1 360
    if lower in EXCEPTIONS or lower.endswith(ZERO_PLURALS):
        return word
    place = (0, 0) if start is None else (start + found.start(1), start + found.end(1))
    kinds = case.page.kinds(word if place[1] else lower, *place)
    plural = lower.endswith(PLURAL) and singular(lower, case.page.standard) != lower
    sure = kinds[0] == "N" or (kinds[0] == "P" and lower.endswith(NO_NAMES))
    return word if plural and sure else None
