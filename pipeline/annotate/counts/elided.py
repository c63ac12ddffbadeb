"""Find the noun of a number that stands alone: "hele 45 har", "mot 29 i 2008", "Hole 16 og Jevnaker 14"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.annotate.counts.blocked import is_bare_name
from pipeline.annotate.counts.contexts import (
    COORDINATED,
    COPULA,
    JOINS,
    LABEL,
    MORE,
    OF,
    OPENS,
    RESTS,
    SAME,
    WHEREOF,
)
from pipeline.annotate.counts.heads import of_what, words_after
from pipeline.annotate.counts.qualifiers import qualified
from pipeline.annotate.counts.reading import Site
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.reading import Page
    from pipeline.lexicon.numbers import Number

NEAR = 3  # sentences back that a noun may be understood from
SAME_VALUE = 6  # sentences back that "de ti" may mean "ti personer" in
TO_NEXT = 28  # characters from "av" to the number of "to av landets tre"


@dataclass(frozen=True, slots=True)
class Meant:
    """What was counted at a place, which a later number may mean; `many` where no number stood there."""

    counted: Counted
    sentence: int
    many: bool = False


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

    def between(self, place: int) -> str:
        """The text between a number and the next one, "" where there is none."""
        if not 0 <= place < len(self.numbers) - 1:
            return ""
        return self.page.text[self.numbers[place].end : self.numbers[place + 1].start]


def alone(case: Alone) -> Site | None:
    """The count that a number standing alone makes, None where nothing tells what it counts."""
    number, text = case.number, case.page.text
    if is_bare_name(text, number) or (number.value == 1 and number.end - number.start < 5) or number.share:
        return None
    found = qualified(text, number.start)
    start = found.start if found else number.start
    left = text[max(case.page.sentences[case.sentence], start - 80) : start]
    right = text[number.end : number.end + 40]
    read = _beside_numbers(case) or _by_words(case, left, right, qualified=found is not None)
    if read is None:
        return None
    by, meant = read
    counted = replace(
        meant, value=number.value, value_max=number.value_max, qualifier=found.qualifier if found else None
    )
    return Site(start, number.end, by, counted)


def _beside_numbers(case: Alone) -> tuple[str, Counted] | None:
    """What the number shares with the one before or behind it: "33 mot 8 stemmer", "fra 96 til 71", "10 og 15 km"."""
    before, behind = case.between(case.place - 1), case.between(case.place)
    previous, following = case.sites.get(case.place - 1), _next_in_row(case)
    if behind in JOINS["pair"] and case.place + 1 in case.sites:
        return "pair", case.sites[case.place + 1].counted
    if before in JOINS["pair"] and previous and previous.by in ("pair", "elided-pair"):
        return "elided-pair", previous.counted
    if behind == " til " and case.place + 1 not in case.sites:
        meant = _meant(case)
        return ("elided-pair", meant) if meant else None
    return ("elided-row", following.counted) if following else None


def _next_in_row(case: Alone) -> Site | None:
    """The count at the end of a row of numbers: "to, tre eller fire dager"."""
    place, between = case.place, case.between(case.place)
    while between in JOINS["row"]:
        place += 1
        if place in case.sites:
            return case.sites[place] if between in JOINS["end"] else None
        between = case.between(place)
    return None


def _by_words(case: Alone, left: str, right: str, *, qualified: bool) -> tuple[str, Counted] | None:
    """What the words around the number say that it counts."""
    if OF.match(right):
        return _of(case)
    if WHEREOF.search(left):
        return _named("elided-whereof", _meant(case))
    label = LABEL.search(left)
    if label:
        return _named("label", _label(case, label[1]))
    if MORE.match(right):
        return _named("elided-more", _meant(case))
    if left.rstrip().endswith(" mot"):
        return _named("elided-against", _meant(case, here=True))
    rests = RESTS.match(right) is not None
    if COORDINATED.search(left) and (rests or qualified) and (meant := _meant(case, here=True)):
        return "elided-coordinated", meant
    if qualified:
        return _named("elided-qualified", _meant(case))
    if COPULA.search(left) and rests:
        return _named("elided-copula", _meant(case))
    if SAME.search(left):
        return _named("elided-same", _same_value(case))
    return _named("elided-subject", _subject(case, left))


def _named(by: str, meant: Counted | None) -> tuple[str, Counted] | None:
    return (by, meant) if meant else None


def _of(case: Alone) -> tuple[str, Counted] | None:
    """Ni av alarmene, fire av de ti, to av dem."""
    text, number = case.page.text, case.number
    words = words_after(text, number.end + len(" av"), case.page.kinds)
    following = case.place + 1
    if following < len(case.numbers) and case.numbers[following].start - number.end < TO_NEXT:
        site = case.sites.get(following)
        return _named("pair", site.counted if site else _same_value(replace(case, place=following)) or _meant(case))
    noun = of_what(words)
    if noun:
        return "elided-of", Counted(number.value, None, kind_of(noun.noun, case.page.standard), noun=noun.noun)
    return _named("elided-of", _meant(case)) if words and words[0].is_role("pronoun") else None


def _label(case: Alone, noun: str) -> Counted | None:
    """Medlemmer: 73."""
    kinds = case.page.kinds(noun.lower(), 0, 0)
    if kinds[0] != "N" or not noun.lower().endswith(OPENS):
        return None
    return Counted(case.number.value, None, kind_of(noun, case.page.standard), noun=noun)


def _subject(case: Alone, left: str) -> Counted | None:
    """To ble skadd (of the persons in the sentence before)."""
    words = words_after(case.page.text, case.number.end, case.page.kinds, 1)
    if left.strip('«"–- ') or not words or words[0].kinds[0] != "V":
        return None
    meant = _meant(case)
    return meant if meant and meant.kind == "count" else None


def _same_value(case: Alone) -> Counted | None:
    """What an earlier count of the same value counted."""
    for meant in reversed(case.meant):
        if case.sentence - meant.sentence > SAME_VALUE:
            return None
        if meant.counted.value == case.number.value and meant.counted.kind == "count" and not meant.many:
            return meant.counted
    return None


def _meant(case: Alone, *, here: bool = False) -> Counted | None:
    """What the number counts if it goes on with what was counted last: in its sentence first, then before it."""
    near = [meant for meant in case.meant[-40:] if case.sentence - meant.sentence <= NEAR]
    same = [meant for meant in near if meant.sentence == case.sentence and _may_be_meant(meant)]
    if same or here:
        return same[-1].counted if same else None
    earlier = [meant for meant in near if _may_be_meant(meant) and meant.counted.kind != "measure"]
    return earlier[-1].counted if earlier else None


def _may_be_meant(meant: Meant) -> bool:
    if meant.many:
        return True
    return meant.counted.kind != "duration" and not (meant.counted.value == 1 and meant.counted.value_max is None)
