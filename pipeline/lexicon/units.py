"""Read units beside a number: measures by their symbol, money by its ISO code, per cent, abbreviated time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from pipeline.lexicon.nouns import singular
from pipeline.lexicon.numbers.digits import SPACE
from pipeline.lexicon.tables import column, rows

if TYPE_CHECKING:
    from models.record import CountKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the record writes it, its kind, what it multiplies the number by, and where its text starts and ends."""

    name: str
    kind: CountKind
    factor: Decimal
    start: int
    end: int


def _forms(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in sorted(words, key=len, reverse=True))


ROWS = {row["form"]: row for row in rows("units.csv")}
FOLDED = {form.casefold(): row for form, row in ROWS.items() if len(form) > 4}
PREFIXES = {row["form"]: row for row in rows("money_prefixes.csv")}
AFTER = re.compile(
    rf"{SPACE}?(?P<form>(?i:{_forms(list(FOLDED))})|{_forms([form for form in ROWS if len(form) <= 4])})(?![\w²³]|-[^\W\d_])"
)
NEXT = re.compile(rf"{SPACE}?(\w+|\W)")  # a number's next word or sign
NEXTS = frozenset(match[1].casefold() for form in ROWS if (match := NEXT.match(form)))
PRICE_DASH = re.compile(r",[-–—]|:-")  # 500,-
BEFORE = re.compile(rf"(?<![\w])(?P<form>{_forms(list(PREFIXES))}){SPACE}?$")
LONGEST_PREFIX = 8
SYMBOL_LETTERS = 3
TIMES = "×"
DURATIONS = column("duration_nouns.csv", "noun")


def unit_after(text: str, end: int, standard: str = "nb") -> Unit | None:
    """The unit that stands behind a number that ends there, None where none does.

    >>> unit_after("12 kvadratmeter", 2).name, unit_after("5 svenske kroner", 1).name, unit_after("70 %", 2).kind
    ('m²', 'SEK', 'percent')
    >>> unit_after("500 000,- i støtte", 7).name, unit_after("5 MNOK", 1).factor, unit_after("fem ha", 3)
    ('NOK', Decimal('1000000'), None)
    """
    dash = PRICE_DASH.match(text, end)
    if dash:
        return Unit("NOK", "money", Decimal(1), dash.start(), dash.end())
    following = NEXT.match(text, end)  # mostly no unit's: the long list of all is then not tried
    match = AFTER.match(text, end) if following and following[1].casefold() in NEXTS else None
    if match is None:
        return None
    form = match["form"]
    row = ROWS.get(form) or FOLDED[form.casefold()]
    short = form.isalpha() and len(form) <= SYMBOL_LETTERS and form.casefold() != "kr"
    if short and end and text[end - 1].isalpha():
        return None
    name, _, factor = (row["nynorsk"] if standard == "nn" and row["nynorsk"] else row["unit"]).partition(TIMES)
    return Unit(name, cast("CountKind", row["kind"]), Decimal(factor or 1), match.start("form"), match.end())


def currency_before(text: str, start: int) -> Unit | None:
    """The currency that stands before a number that starts there: "kr 500", "$20"; None where none does."""
    begin = max(0, start - LONGEST_PREFIX)
    match = BEFORE.search(text[begin:start])
    if match is None:
        return None
    row = PREFIXES[match["form"]]
    return Unit(row["unit"], "money", Decimal(row["factor"]), begin + match.start("form"), start)


def kind_of(noun: str, standard: str = "nb") -> CountKind:
    """What counting a noun makes: a duration for a noun of time, else a count.

    >>> kind_of("måneder"), kind_of("kommuner")
    ('duration', 'count')
    """
    return "duration" if singular(noun, standard) in DURATIONS else "count"
