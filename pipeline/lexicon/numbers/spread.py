"""Read the two ends of a range or pair, of which the first may leave its magnitude to the second."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.lexicon.numbers.phrases import number, scale, trim

# tre hundre, fem hundre tusen
ROUND_WORDS = re.compile(r"(?P<lead>.*[^\W\d_]) ?(?P<scale>hundre ?tusen|hundre|tusen)", re.IGNORECASE)
WORTH = {"hundre": Decimal(100), "tusen": Decimal(1000), "hundretusen": Decimal(100_000)}


def spread(low: str, high: str) -> tuple[Decimal | None, Decimal | None]:
    """The two values, the first with the magnitude that it leaves to the second.

    >>> [tuple(map(str, spread(*ends))) for ends in (("9,2", "10,8 millioner"), ("to", "tre hundre"), ("20", "30 000"))]
    [('9200000', '10800000'), ('200', '300'), ('20000', '30000')]
    >>> [tuple(map(str, spread(*ends))) for ends in (("2", "300"), ("500", "1 000"), ("500 000", "1 million"))]
    [('200', '300'), ('500', '1000'), ('500000', '1000000')]
    """
    first, second = number(low), number(high)
    if first is None or second is None or scale(low) != 1:
        return first, second
    return trim(first * _left(low, first, high, second)), second


def _left(low: str, first: Decimal, high: str, second: Decimal) -> Decimal:
    """The factor that the first number leaves to the second, 1 where none."""
    if scale(high) != 1:
        return scale(high) if first < 1000 else Decimal(1)
    words = ROUND_WORDS.fullmatch(high)
    if words:
        lead = number(words["lead"])
        plain = not ROUND_WORDS.fullmatch(low) and first < 1000 and low.casefold() not in WORTH
        return WORTH[words["scale"].replace(" ", "").casefold()] if plain and lead and first < lead else Decimal(1)
    if not low.isdecimal() or low.startswith("0"):
        return Decimal(1)
    for factor, below in ((Decimal(1000), 1000), (Decimal(100), 10)):  # 20–30 000, 2–300
        if first < below and second % factor == 0 and second < factor * 1000 and first < second / factor <= 3 * first:
            return factor if factor == 1000 or second < 1000 else Decimal(1)
    return Decimal(1)
