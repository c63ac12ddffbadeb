"""Choose what a number without a noun means, among what was counted before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.lexicon.numbers.phrases import scale, trim

if TYPE_CHECKING:
    from pipeline.annotate.counts.reading import Page, Site
    from pipeline.lexicon.numbers import Number
    from pipeline.spans.counts import Counted

ONE = Decimal(1)
HUNDRED = Decimal(100)
NEAR = 3  # sentences back that a noun may be understood from
RECENT = 40  # counts back that are looked at
CLOSE = 4  # how many times the size of another a count may have to be of the same thing
SORTS = ("count", "money", "measure", "percent")
NO_LONGER_CLOSE = 10  # how many times another's size a count is of another thing, if one is close
FAR = 100  # how many times another's size a count is of another thing, if anything else was counted
LONG = 10  # a bare number below is not taken for a duration
SPOKEN = re.compile(r"mill|mrd|mia|bill|trill|tusen", re.IGNORECASE)
SCALED_BELOW = 1000  # "4,7 millioner, mot 6,1": a number below takes the magnitude of the other


@dataclass(frozen=True, slots=True)
class Meant:
    """What was counted at a place, which a later number may mean; `many` where no number stood there."""

    counted: Counted
    sentence: int
    many: bool = False
    scale: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Alone:
    """A number that stands alone, with the numbers beside it and the counts read so far."""

    page: Page
    numbers: list[Number]
    place: int
    sites: dict[int, Site]
    meant: list[Meant]
    sentence: int

    @property
    def number(self) -> Number:
        """The number itself."""
        return self.numbers[self.place]


def as_meant(site: Site, sentence: int, text: str) -> Meant:
    """A count that was read, as what a later number may mean."""
    phrase = text[site.start : site.end]
    return Meant(site.counted, sentence, scale=_spoken_scale(phrase) if SPOKEN.search(phrase) else site.scale)


def named(by: str, meant: Meant | None) -> tuple[str, Meant] | None:
    """What a number means with the rule that read it, if it read anything."""
    return (by, meant) if meant else None


def _spoken_scale(phrase: str) -> Decimal:
    words = phrase.split()
    return next((worth for size in range(len(words), 0, -1) if (worth := scale(" ".join(words[:size]))) != ONE), ONE)


def worth(case: Alone, meant: Meant) -> Counted:
    """The count that the number makes of what it means, with the magnitude that it leaves to that."""
    number = case.number
    factor = left_out(case, meant)
    top = None if number.value_max is None else trim(number.value_max * factor)
    return replace(meant.counted, value=trim(number.value * factor), value_max=top, qualifier=None)


def left_out(case: Alone, meant: Meant) -> Decimal:
    """What the number is to be multiplied by where it leaves its magnitude to what it means, else 1."""
    number = case.number
    phrase = case.page.text[number.start : number.end]
    if meant.many:
        return meant.scale
    if meant.scale == ONE or scale(phrase) != ONE:
        return ONE
    spoken = meant.counted.value / meant.scale
    if number.value >= SCALED_BELOW:
        return meant.scale if spoken >= SCALED_BELOW and close(number.value, spoken) else ONE
    alike = meant.counted.kind == "money" or number.value != int(number.value) or close(number.value, spoken)
    return meant.scale if alike else ONE


def close(one: Decimal, other: Decimal) -> bool:
    """Whether neither is many times the other."""
    return bool(one and other) and 1 / Decimal(CLOSE) <= one / other <= CLOSE


def understood(case: Alone, *, here: bool = False, only: tuple[str, ...] = SORTS) -> Meant | None:
    """What the number means if it goes on with what was counted last: in its sentence first, then before it."""
    near = [
        meant
        for meant in case.meant[-RECENT:]
        if case.sentence - meant.sentence <= NEAR
        and may_be_meant(meant)
        and (meant.counted.kind in only or (meant.many and only == SORTS))
    ]
    same = [meant for meant in near if meant.sentence == case.sentence and not _too_many(case, meant)]
    if same or here:
        frames = [meant for meant in same if meant.many]
        return frames[-1] if frames else _likeliest(case, same)
    value = case.number.value
    alike = [
        meant
        for meant in near
        if not meant.many
        and meant.counted.kind in ("count", "measure", "money")
        and close(value * left_out(case, meant), meant.counted.value)
    ]
    earlier = [meant for meant in near if meant.counted.kind == "count" or meant.many]
    return next(reversed(alike or earlier or _others(case)), None)


def _likeliest(case: Alone, same: list[Meant]) -> Meant | None:
    """What was counted last in the sentence, or else before where only that is of the number's size.

    "79 kroner for pakker under to kilo og 149 for tyngre", "900 000 kroner til 60 grunneiere, noen fikk 45 000".
    """
    far = _times(case, same[-1]) if same else ONE
    alike = [meant for meant in same if _times(case, meant) <= CLOSE] if far > NO_LONGER_CLOSE else []
    if alike or far < FAR:
        return next(reversed(alike or same), None)
    return min(reversed(same), key=lambda meant: _times(case, meant))


def _times(case: Alone, meant: Meant) -> Decimal:
    """How many times the number, or the count before it, is the other."""
    one, other = case.number.value * left_out(case, meant), meant.counted.value
    return max(one / other, other / one) if one and other else ONE


def _too_many(case: Alone, meant: Meant) -> bool:
    """Whether a number is too great to be per cent like one before: "72 prosent av elevene, mens byen sto for 410"."""
    percent = meant.counted.unit == "%" and not meant.many
    return percent and case.number.value > HUNDRED and not close(case.number.value, meant.counted.value)


def _others(case: Alone) -> list[Meant]:
    """The shares and durations just before the number that are of its size: "64 dager, ned fra 71. Målet er under 50"."""
    near = [meant for meant in case.meant[-RECENT:] if case.sentence - meant.sentence <= 1]
    alike = [meant for meant in near if close(case.number.value, meant.counted.value)]
    long = case.number.value >= LONG
    return [meant for meant in alike if meant.counted.unit == "%" or (meant.counted.kind == "duration" and long)]


def last_here(case: Alone) -> Meant | None:
    """What was counted last in the sentence, whatever it is."""
    latest = case.meant[-1] if case.meant else None
    return latest if latest and latest.sentence == case.sentence else None


def last(case: Alone) -> Meant | None:
    """What was counted last, a duration left out, that of its size first."""
    near = [
        meant
        for meant in case.meant[-RECENT:]
        if case.sentence - meant.sentence <= NEAR and meant.counted.kind != "duration"
    ]
    alike = [meant for meant in near if close(case.number.value, meant.counted.value)]
    return next(reversed(alike or near), None)


def told_first(case: Alone) -> Meant | None:
    """What the last sentence that counts anything of its size counts first: "96 søkere til 60 plasser. I fjor var tallet 71"."""
    latest = last(case)
    if latest is None:
        return None
    alike = [
        meant
        for meant in case.meant[-RECENT:]
        if meant.sentence == latest.sentence
        and meant.counted.kind != "duration"
        and close(case.number.value, meant.counted.value)
    ]
    return next(iter(alike), latest)


def may_be_meant(meant: Meant) -> bool:
    """Whether a later number may mean what was counted: no duration, and no single one."""
    if meant.many:
        return True
    return meant.counted.kind != "duration" and not (meant.counted.value == 1 and meant.counted.value_max is None)
