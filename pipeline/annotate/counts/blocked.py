"""Tell the numbers that are no counts: dates, clock times, phone numbers, references, house numbers, names."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of, unit_after
from pipeline.spans import DATES, extent

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.annotate.counts.reading import Page
    from pipeline.lexicon.numbers import Number

LABELS = column("number_labels.csv", "label")
LABEL = re.compile(r"(?<!\w)([^\W\d_]+(?:\.[^\W\d_]+)?|§{1,2})\.?:?[ ]?$")  # kl. | § | St.meld. | Org.nr:
# 71 00 01 13 | 909 00 000 | +47 916 00 000 | 22240000
PHONE = re.compile(  # the first character comes first, and then what stands before it: where to look is found faster
    r"[+\d](?<![\d.,].)(?:(?<=\+)\d{2}[ ]?(?:\d{2}[ ]\d{2}[ ]\d{2}[ ]\d{2}|\d{3}[ ]\d{2}[ ]\d{3}|[2-9]\d{7})"
    r"|(?<=\d)(?:\d[ ]\d{2}[ ]\d{2}[ ]\d{2}|\d{2}[ ]\d{2}[ ]\d{3}|(?<=[2-9])\d{7}))(?![\d.,]\d)"
)
STREETS = (
    *("gata", "gate", "gaten", "gt.", "veien", "vegen", "vei", "veg", "plass", "plassen", "allé", "alleen"),
    *("bakken", "stien", "torget", "torg", "svingen"),
)
STREET_ENDS = tuple(f"{street} " for street in STREETS)
STREET = re.compile(  # Storgata 12, Kongens gate 20
    rf"(?:[A-ZÆØÅ][\w-]*(?:{'|'.join(map(re.escape, STREETS))})|[\w-]+s[ ](?:gate|vei|veg|plass|allé|torg))[ ]$"
)
POSTAL = re.compile(r"[ ][A-ZÆØÅ]")  # 6412 Molde
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")  # 14.30
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
CLOCK_WORDS = re.compile(  # klokka var nær elleve, kvart på sju, halv seks
    r"\b(?:klokk[ea]n?(?:[ ](?:er|var|nærma seg|nærmet seg|nærmer seg))?(?:[ ][^\W\d_]+)?|(?:kvart|fem|ti|tjue)[ ](?:på|over)(?:[ ]halv)?|(?<!og )(?<!en )(?<!ein )(?<!ei )(?<!et )(?<!eit )halv)[ ]$",
    re.IGNORECASE,
)
CLOCK_ENDS = ("på ", "over ", "halv ")
TIME = re.compile(r"[ ]([a-zæøå]{2,12}[ae]r|år|døgn)\b")  # 21 dager, fire år
BEFORE_HALF = re.compile(r"[ ](?:på|over)[ ]halv[ ]")  # fem på halv ti
# Alle tall i 1000 kroner | beløp oppgitt i hele 1 000 kr: no count, but what the numbers are multiplied by
MAGNITUDE = re.compile(
    r"\b(?:tall|tal|tallene|tala|beløp|beløpa|beløpene|oppgitt|oppgjeve|oppgjevne)[ ]i[ ](?:hele[ ]|heile[ ])?$",
    re.IGNORECASE,
)
THOUSAND = 1000
GOES_ON = re.compile(r"[ ]?(?:–|-|,|og|til|eller|/)[ ]?")  # kl. 9 og 14
APART = frozenset({"contact", "byline"})
LONG_CODE = 7
WINDOW = 40  # characters before a number that may name it
NAMED_BY_NUMBER = ("ORG", "PROD", "EVT")  # Alta 2; a place and its figure make no name: "Hole 16"


class Blocked:
    """The places of a document where a number is no count."""

    def __init__(self, doc: Doc, page: Page) -> None:
        places = [extent(span) for span in doc.spans.get(DATES, ())]
        places += [(start, end) for kind, start, end in page.blocks if kind in APART]
        places += [match.span() for match in PHONE.finditer(page.text)]
        places += [
            (entity.start_char, entity.end_char)
            for entity in doc.ents
            if entity.label_ in NAMED_BY_NUMBER and any(map(str.isalpha, entity.text))
        ]
        self.starts, self.ends = _cover(places)

    def __contains__(self, number: Number) -> bool:
        """Whether the number stands in a date, in a phone number or among the contacts."""
        place = bisect_right(self.starts, number.end - 1) - 1
        return place >= 0 and self.ends[place] > number.start


def _cover(places: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """The places in order, those that share a character made one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(places):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def is_labelled(text: str, number: Number, before: Number | None, *, before_labelled: bool) -> bool:
    """Whether a label makes the number a name or a clock time: "kl. 9 og 14", "§ 29", "fv. 64", "Storgata 12"."""
    if before is not None and before_labelled and GOES_ON.fullmatch(text[before.end : number.start]):
        return not _is_amount(text, number)  # nummer tre, 0,9 sekunder bak
    window = text[max(0, number.start - WINDOW) : number.start]
    label = LABEL.search(window)
    if label and (label[1].lower() in LABELS or label[1].lower().rpartition(".")[2] in LABELS):
        return not _is_amount(text, number)
    if number.value == THOUSAND and MAGNITUDE.search(window):
        return True
    lower = window.lower()
    if ("klok" in lower or lower.endswith(CLOCK_ENDS)) and CLOCK_WORDS.search(window):
        return True
    if BEFORE_HALF.match(text, number.end):
        return True
    return lower.endswith(STREET_ENDS) and STREET.search(window) is not None


def _is_amount(text: str, number: Number) -> bool:
    """Whether the number is no whole one, or of money, a measure or time, which no label numbers.

    "Volum: 3 420 tonn", "steg 12 prosent", "steg 1,1 i Bergen", "må sone 21 dager".
    """
    if "," in text[number.start : number.end]:
        return True
    time = TIME.match(text, number.end)
    if time and "duration" in (kind_of(time[1]), kind_of(time[1], "nn")):
        return True
    unit = unit_after(text, number.end)
    symbol = unit is not None and unit.kind == "measure" and unit.end - unit.start == 1  # side 4 m
    return unit is not None and unit.kind in ("percent", "money", "measure") and not symbol


def is_code(text: str, number: Number) -> bool:
    """Whether so many digits stand together that they are a bar code, an account or the like."""
    digits = text[number.start : number.end]
    return digits.isdecimal() and len(digits) >= LONG_CODE


def is_bare_name(text: str, number: Number) -> bool:
    """Whether digits without a unit are a year, a clock time or a postal number."""
    digits = text[number.start : number.end]
    if CLOCK.fullmatch(digits):
        return True
    return len(digits) == 4 and bool(YEAR.fullmatch(digits) or (digits.isdecimal() and POSTAL.match(text, number.end)))
