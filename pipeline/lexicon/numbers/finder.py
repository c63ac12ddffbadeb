"""Find numbers in running text: single ones, ranges ("10–15", "mellom ti og tolv"), and pairs ("fra 9,2 til 10,8")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.numbers.cardinals import ARTICLE, VALUES
from pipeline.lexicon.numbers.digits import SPACE
from pipeline.lexicon.numbers.phrases import PHRASE, number, share
from pipeline.lexicon.numbers.spread import spread
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: its place, its value, the upper end of a range, and whether it is a share of one."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None = None
    share: bool = False


LEFT = r"(?<![\w½§/])(?<!\d[.,:])(?<![^\W\d_]-)"  # not in E39, 4.2.1, Covid-19, 22/318
RIGHT = r"(?!\w|[½²³]|[.,:/]\d|-[^\W\d_])"  # not in 17-åring, 14:30, 54/14
GLUED = (
    r"(?=(?:kr|km|kg|mm|cm|m|mill|mrd|t|kW|kWh|MW|MWh|GW|GWh|TW|TWh|g|l|dl|daa|da|ha|W|V|kV|dB|NOK|år|[%‰°€])(?![\w-]))"
)
END = rf"(?:{RIGHT}|{GLUED})"
DASH = rf"(?:[–—−-]|{SPACE}[–—-]{SPACE})"
WORD_BETWEEN = rf"{SPACE}(?:til|à|a|eller){SPACE}"
NUMBER = re.compile(
    rf"""{LEFT}(?:
        (?:mellom|millom){SPACE}(?P<from>{PHRASE}|{ARTICLE}){SPACE}og{SPACE}(?P<to>{PHRASE}){END}
      | (?P<low>{PHRASE}|{ARTICLE})(?P<between>{DASH}|{WORD_BETWEEN})(?P<high>{PHRASE}){END}
      | (?P<one>(?:minus{SPACE}|[−–-](?=\d))?{PHRASE}){END}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = "|".join(sorted({*VALUES, "halv", "null", "mellom", "millom", "minus"}, key=len, reverse=True))
_EITHER_CASE = "".join({word[0] + word[0].upper() for word in _WORD.split("|")})
# Where a number may begin: a digit or a sign before one, or a number word that ends here or goes on as one. Two patterns,
# each of which begins with one kind of character, are looked for faster than one that tries both at each.
FIGURE = re.compile(r"[\d½¼¾⅓⅔⅕⅛⅒−–-](?:(?<=\d)(?<!\d\d)|(?<=[½¼¾⅓⅔⅕⅛⅒])|(?<=[−–-])(?=\d))")
SPELLED = re.compile(rf"\b(?=[{_EITHER_CASE}])(?i:(?:{_WORD})(?:(?!\w)|(?={_WORD}|og|annen|annet|anna|tann)))")
ORDINAL = re.compile(rf"\.(?:{SPACE}[a-zæøå]|{SPACE}?[–-]{SPACE}?\d)")  # 3. plass, 1.–3. juni
SHARED = re.compile(rf"{SPACE}[^\W\d_]{{2,16}}?(?:dels?|deler|delar|delen|part(?:er|ar|en)?)(?!\w)")  # to tredjedeler
BEFORE = re.compile(r"([^\W\d_]+)[ ]$")
VAGUE = column("vague_quantities.csv", "word")
FROM = ("fra", "frå")
YEAR = re.compile(r"(?:19|20)\d\d")
WINDOW = 24  # characters before a number that may hold the word before it


# økte med 340 millioner til 2,9 mrd.: by how much, and to what
CHANGED = re.compile(
    r"\b(?:øk\w*|auk\w*|ste[gi]\w*|vok(?:s|ste|ser|st)|veks\w*|vaks|falt|fall\w*|sank|synk\w*|søkk\w*|redus\w*|hev\w*|(?:opp|ned))[ ]"
    r"med[ ](?:[^\W\d_]+[ ])?$",
    re.IGNORECASE,
)


def find(text: str) -> list[Number]:
    """The numbers of a running text in order; no bare article, no ordinal, nothing inside a name, code or clock time.

    >>> [(text[n.start:n.end], str(n.value), n.value_max and str(n.value_max))
    ...  for text in ["I 1 200 av 3,2 mill. hjem, mellom ti og tolv eller 10–15, E39, sak 54/14, 3. plass og en bil"]
    ...  for n in find(text)]
    [('1 200', '1200', None), ('3,2 mill.', '3200000', None), ('mellom ti og tolv', '10', '12'), ('10–15', '10', '15')]
    >>> [str(n.value) for n in find("økte fra 9,2 til 10,8 millioner")]
    ['9200000', '10800000']
    >>> [str(n.value) for n in find("fra 3 120 i 2023 til 3 655 i fjor")]
    ['3120', '2023', '3655']
    """
    found: list[Number] = []
    end = 0
    openings = [opening.start() for pattern in (FIGURE, SPELLED) for opening in pattern.finditer(text)]
    for start in sorted(openings):
        match = NUMBER.match(text, start) if start >= end else None
        if match:
            found += _numbers(match, text)
            end = match.end()
    return found


def _numbers(match: re.Match[str], text: str) -> Iterator[Number]:
    if match["one"]:
        yield from _one(match.start("one"), match.end("one"), text)
        return
    group = ("from", "to") if match["from"] else ("low", "high")
    low, high = spread(match[group[0]], match[group[1]])
    if low is None or high is None:
        return
    apart = match["between"] is not None and match["between"].strip() in ("til", "a", "à", "eller")
    before = _word_before(text, match.start())
    two = (
        before in FROM
        or (before == "i" and YEAR.fullmatch(match["low"]))  # fra 3 120 i 2023 til 3 655
        or CHANGED.search(text[max(0, match.start() - WINDOW) : match.start()])
    )
    if apart and (two or not _makes_range(match["between"], low, high)):
        if number(match["low"]) != 1 or match["low"].isdecimal():
            yield Number(*match.span("low"), low)
        yield Number(*match.span("high"), high)
    elif low < high:
        yield Number(match.start(), match.end(), low, high)


def _makes_range(between: str, low: Decimal, high: Decimal) -> bool:
    return high - low == 1 if between.strip() == "eller" else low < high


def _one(start: int, end: int, text: str) -> Iterator[Number]:
    phrase = text[start:end]
    if phrase[0] in "–-" and not _signed(text, start, end):
        start, phrase = start + 1, phrase[1:]
    if phrase.isdecimal() and (ORDINAL.match(text, end) or (phrase[0] == "0" and len(phrase) > 1)):
        return
    if phrase.casefold().startswith(("hundre", "tusen")) and _word_before(text, start) in VAGUE:
        return
    shared = SHARED.match(text, end)
    if shared and (value := share(text[start : shared.end()])) is not None:
        yield Number(start, shared.end(), value, share=True)
        return
    value = number(phrase)
    if value is not None:
        yield Number(start, end, value)


def _signed(text: str, start: int, end: int) -> bool:
    """Whether a hyphen or dash before a number is its sign: in a table cell of its own, or inside a sentence."""
    if start and text[start - 1] not in "\n\t":
        return text[start - 1] in " (" and start > 1 and text[start - 2] not in "\n.!?:"
    return (start > 0 and text[start - 1] == "\t") or text[end : end + 1] in ("\t", "\n", "")


def _word_before(text: str, start: int) -> str:
    match = BEFORE.search(text[max(0, start - WINDOW) : start])
    return match[1].casefold() if match else ""
