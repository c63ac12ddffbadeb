"""Read one number phrase: a cardinal with its halves, decimals, magnitude and sign, or a fraction."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pipeline.lexicon.numbers.cardinals import ARTICLE, CARDINAL, integer
from pipeline.lexicon.numbers.digits import DIGITS, SPACE, digits
from pipeline.lexicon.numbers.ordinals import ordinal
from pipeline.lexicon.tables import rows

MAGNITUDES = {row["word"]: Decimal(row["value"]) for row in rows("magnitudes.csv")}
_WORDS = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
MAGNITUDE = rf"(?:{SPACE}?(?:(?:mill|mrd|mia)\.|(?:{_WORDS})(?!\w|-[^\W\d_])))"  # 3 mill., 3 millioner
ONE_AND_HALF = r"(?:halvann(?:en|a|an|et)|halvtann(?:en|a|an|et)|halvanden)"
HALF = rf"(?:{SPACE}og{SPACE}(?:{ARTICLE}{SPACE})?halv[te]?)"  # to og en halv
DECIMALS = rf"(?:{SPACE}komma(?:{SPACE}null){{0,3}}(?:{SPACE}{CARDINAL})?)"  # null komma fem
QUARTERS = rf"(?:(?:tre|{ARTICLE}){SPACE}?kvart)"  # tre kvart
PAIR = rf"(?:{ARTICLE}{SPACE}par(?:{SPACE}hundre)?)"  # et par, eit par hundre
SPELLED = "|".join(
    (
        ONE_AND_HALF,
        PAIR,
        QUARTERS,
        rf"{ARTICLE}{SPACE}halv[te]?(?={SPACE}[^\W\d_])",  # en halv time
        rf"halv(?={MAGNITUDE})",
        rf"(?:{CARDINAL}|{ARTICLE}){HALF}",
        rf"(?:{CARDINAL}|null){DECIMALS}?",
        rf"{ARTICLE}(?={MAGNITUDE})",  # en million
    )
)
SIMPLE = rf"{DIGITS}{HALF}?|(?![\d½¼¾⅓⅔⅕⅛⅒])(?:{SPELLED})"  # no word begins with a digit: none is looked for there
PHRASE = rf"(?:(?:{SIMPLE})(?:{MAGNITUDE}{{1,2}})?)"
SIGN = re.compile(rf"(?:minus{SPACE}|[−–-])")
PARTS = re.compile(rf"(?P<simple>.+?)(?P<magnitude>{MAGNITUDE}{{1,2}})?", re.IGNORECASE)
TAIL = re.compile(rf"(?P<head>.+?(?:milli|billi|trilli)\w+)(?:{SPACE}og)?{SPACE}(?P<rest>.+)", re.IGNORECASE)
SHARE_PARTS = re.compile(
    rf"(?P<over>.+){SPACE}(?P<under>[^\W\d_]{{2,16}}?)(?:dels?|deler|delar|delen|part(?:er|ar|en)?)", re.IGNORECASE
)
SLASHED = re.compile(rf"(?:(?P<whole>\d{{1,4}}){SPACE})?(?P<over>\d{{1,3}})/(?P<under>[1-9]\d{{0,2}})")
LONGEST = 160


@lru_cache(maxsize=10_000)
def number(text: str) -> Decimal | None:
    """The number that a whole phrase says, None where it says none. Of a lone article it is one.

    >>> [str(number(text)) for text in ("halvannen", "ein og ein halv million", "3,2 mill.", "null komma fem", "½")]
    ['1.5', '1500000', '3200000', '0.5', '0.5']
    >>> [str(number(text)) for text in ("et dusin", "eit par", "minus 3", "−1,6", "tre kvart", "en million to hundre")]
    ['12', '2', '-3', '-1.6', '0.75', '1000200']
    >>> round(number("to tredjedeler"), 3), number("ein firedel"), number("tre"), number("trehjul")
    (Decimal('0.667'), Decimal('0.25'), Decimal('3'), None)
    """
    text = re.sub(rf"{SPACE}+", " ", text.strip())
    if not text or len(text) > LONGEST:
        return None
    sign = SIGN.match(text)
    if sign:
        value = number(text[sign.end() :])
        return None if value is None else -value
    value = _plain(text)
    if value is not None:
        return value
    tail = TAIL.fullmatch(text)
    if tail:
        head, rest = number(tail["head"]), number(tail["rest"])
        return head + rest if head is not None and rest is not None and rest < head else None
    return share(text)


def share(text: str) -> Decimal | None:
    """The worth of a fraction in words or with a stroke: "to tredjedeler", "3/4", "1 1/2"; else None."""
    match = SLASHED.fullmatch(text)
    if match:
        return Decimal(match["whole"] or 0) + Decimal(match["over"]) / Decimal(match["under"])
    match = SHARE_PARTS.fullmatch(text)
    if match is None:
        return None
    over = integer(match["over"]) or (int(match["over"]) if match["over"].isdecimal() else None)
    under = 2 if match["under"].casefold() == "halv" else ordinal(match["under"]) or integer(match["under"])
    return Decimal(over) / Decimal(under) if over and under else None


@lru_cache(maxsize=10_000)
def scale(text: str) -> Decimal:
    """What the magnitude at the end of a phrase multiplies by, 1 where there is none."""
    match = PARTS.fullmatch(text)
    value = Decimal(1)
    for word in re.findall(r"[^\W\d_]+", match["magnitude"] or "") if match else ():
        value *= MAGNITUDES[word.casefold()]
    return value


def _plain(text: str) -> Decimal | None:
    match = PARTS.fullmatch(text)
    if match is None:
        return None
    value = _simple(match["simple"].casefold())
    return None if value is None else trim(value * scale(text))


def _simple(text: str) -> Decimal | None:
    value = digits(text)
    if value is not None:
        return value
    if re.fullmatch(ONE_AND_HALF, text):
        return Decimal("1.5")
    if re.fullmatch(PAIR, text):
        return Decimal(200 if text.endswith("hundre") else 2)
    if re.fullmatch(QUARTERS, text):
        return Decimal("0.75") if text.startswith("tre") else Decimal("0.25")
    if re.fullmatch(rf"(?:{ARTICLE} )?halv[te]?", text):
        return Decimal("0.5")
    half = re.search(rf"{HALF}$", text)
    if half:
        whole = _simple(text[: half.start()])
        return None if whole is None else whole + Decimal("0.5")
    whole_words, comma, decimals = text.partition(" komma")
    value = Decimal(0) if whole_words == "null" else _decimal(integer(whole_words))
    return _with_decimals(value, decimals.split()) if comma and value is not None else value


def _with_decimals(whole: Decimal, words: list[str]) -> Decimal | None:
    """Null komma null fem."""
    zeros = 0
    while zeros < len(words) and words[zeros] == "null":
        zeros += 1
    rest = integer(" ".join(words[zeros:])) if words[zeros:] else None
    if rest is None and words[zeros:]:
        return None
    return Decimal(f"{whole}.{'0' * zeros}{'' if rest is None else rest}") if words else None


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def trim(value: Decimal) -> Decimal:
    """The same number without decimals where they say nothing."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
