"""Read numbers in digits: "1 200", "1.200", "12,5", "4 ½", with any of the Unicode spaces."""

from __future__ import annotations

import re
from decimal import Decimal

SPACE = "[ \u00a0\u2000-\u200a\u202f\u205f\u3000]"  # no tab: it parts table cells
FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅛": "0.125", "⅒": "0.1"}
FRACTION = f"[{''.join(FRACTIONS)}]"
GROUPS = rf"(?:(?:{SPACE}\d{{3}}){{1,5}}|(?:\.\d{{3}}){{1,5}}|(?:['’]\d{{3}}){{1,5}}|(?:,\d{{3}}){{2,5}})(?!\d)"
# 1 200 000,50 | 12,5 | 12.5 | 4 ½
DIGITS = rf"(?:(?:[1-9]\d{{0,2}}{GROUPS}(?:,\d{{1,4}}(?!\d))?|\d{{1,15}}(?:[.,]\d{{1,6}}(?!\d))?(?!\d))(?:{SPACE}?{FRACTION})?|{FRACTION})"
SHAPE = re.compile(rf"(?P<whole>\d{{1,3}}{GROUPS}|\d+)?(?:[.,](?P<part>\d+))?{SPACE}?(?P<fraction>{FRACTION})?")


def digits(text: str) -> Decimal | None:
    """The number that the digits say, None where they say none.

    >>> digits("1 200"), digits("1.200.000"), digits("12,5"), digits("4 ½"), digits("1.234,50"), digits("3.5")
    (Decimal('1200'), Decimal('1200000'), Decimal('12.5'), Decimal('4.5'), Decimal('1234.50'), Decimal('3.5'))
    """
    match = SHAPE.fullmatch(text)
    if match is None or not text:
        return None
    whole = "".join(char for char in match["whole"] or "0" if char.isdigit())
    value = Decimal(f"{whole}.{match['part'] or 0}") if match["part"] else Decimal(whole)
    return value + _fraction(match["fraction"]) if match["fraction"] else value


def _fraction(sign: str) -> Decimal:
    over, _, under = FRACTIONS[sign].partition("/")
    return Decimal(over) / Decimal(under or 1)
