"""Read the number, noun or unit and qualifier of a count whose noun stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.blocked import is_bare_name
from pipeline.annotate.counts.contexts import WHEREOF
from pipeline.annotate.counts.heads import head, words_after
from pipeline.annotate.counts.qualifiers import means_size, qualified
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.numbers.phrases import MAGNITUDES
from pipeline.lexicon.units import PRICE_DASH, currency_before, kind_of, unit_after
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.record import CountKind
    from pipeline.annotate.counts.heads import Head
    from pipeline.lexicon.numbers import Number

MONEY = "NOK"
HEADINGS = ("title", "heading")
PIECE = "stykk"
TONNE, HOUR = "t", "time"
MINUTES = re.compile(r"[ ](?:og[ ])?[0-5]?\d[ ]?min")  # 1 t 20 min
ONE = Decimal(1)
# i Gol ville 412 ha nynorsk: no hectares
MODAL = re.compile(r"\b(?:vil|ville|vel|skal|skulle|kan|kunne|må|måtte|bør|burde|å)[ ]$")
OF_WHOLE = re.compile(r"\b[Aa]v(?:[ ](?:de|dei|alle|totalt|i alt|til sammen|til saman))*[ ]$")  # av de 19 årsverkene
PART_OF = re.compile(r"[«–-]?[ ]?Av[ ]")
# vi er nå 5,5 millioner, i 2040 blir vi 1,4 millioner
_ONLY = r"(?:(?:nå|no|snart|bare|berre|alt|allerede|rundt|nesten|over|under|omtrent|til sammen|til saman)[ ]){0,2}$"
PEOPLE = re.compile(
    rf"\b(?:(?:vi|me)[ ](?:er|var|blir|vert|ble|blei|vart)|(?:er|var|blir|vert|ble|blei|vart)[ ](?:vi|me))[ ]{_ONLY}",
    re.IGNORECASE,
)
ENDS_IN_MILLION = re.compile(r"(?:mill|mrd|[mb]illion\w*|milliard\w*)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Site:
    """A count at its place, with the rule that read it."""

    start: int
    end: int
    by: str
    counted: Counted
    scale: Decimal = ONE  # the magnitude that the number leaves to another: "4,7 millioner, mot 6,1"


@dataclass(frozen=True, slots=True)
class Page:
    """What reading a count needs of the document: its text, standard and sentences, and what tells a word's classes."""

    text: str
    standard: str
    sentences: tuple[int, ...]
    kinds: Callable[[str, int, int], str]
    blocks: tuple[tuple[str, int, int], ...] = ()  # each block's kind, start and end

    def is_heading(self, place: int) -> bool:
        """Whether a place of the text is in its title or in a heading."""
        return self.kind_at(place) in HEADINGS

    def kind_at(self, place: int) -> str:
        """The kind of the block that a place of the text is in, "" between blocks."""
        number = self.block_number(place)
        kind, _, end = self.blocks[number] if number >= 0 else ("", 0, 0)
        return kind if place < end else ""

    def block_number(self, place: int) -> int:
        """Which block begins last before a place of the text, -1 where none does."""
        return bisect_right(self.blocks, place, key=lambda block: block[1]) - 1


def beside(page: Page, number: Number, sentence: str) -> Site | None:
    """The count whose noun, unit or currency stands beside the number, None where none does."""
    site = _money_or_unit(page, number) or _noun(page, number, sentence) or _million(page, number)
    return with_qualifier(page, site, sentence) if site else None


def with_qualifier(page: Page, site: Site, sentence: str) -> Site:
    """The count with the words that qualify it."""
    found = qualified(page.text, site.start)
    if found is None:
        return site
    counted = site.counted
    sized = means_size(page.text, found, sentence, counted.kind, counted.unit or counted.noun or "", int(counted.value))
    if not sized:
        return site
    return replace(site, start=found.start, counted=replace(counted, qualifier=found.qualifier))


def _money_or_unit(page: Page, number: Number) -> Site | None:
    before = currency_before(page.text, number.start)
    if before:
        dash = PRICE_DASH.match(page.text, number.end)  # kr 500,-
        end = dash.end() if dash else number.end
        return _site(number, (before.start, end), "money", before.kind, unit=before.name, factor=before.factor)
    after = unit_after(page.text, number.end, page.standard)
    if after is None or (after.name == "ha" and MODAL.search(page.text[max(0, number.start - 12) : number.start])):
        return None
    if after.name == PIECE and (noun := _of_pieces(page, number, after.end)):
        return noun
    if after.name == TONNE and MINUTES.match(page.text, after.end):
        return _site(number, (number.start, after.end), "unit", "duration", unit=HOUR)
    by = {"money": "money", "percent": "percent", "measure": "unit"}.get(after.kind, "unit")
    return _site(number, (number.start, after.end), by, after.kind, unit=after.name, factor=after.factor)


def _of_pieces(page: Page, number: Number, end: int) -> Site | None:
    """The count of a noun behind "stk": "25 stk. sau"."""
    end += page.text.startswith(".", end)
    words = words_after(page.text, end, page.kinds)
    found = head(words)
    if found is None or page.kinds(found.noun, found.end - len(found.noun), found.end)[0] != "N":
        return None
    return _site(number, (number.start, found.end), "noun", "count", noun=found.noun)


def _noun(page: Page, number: Number, sentence: str) -> Site | None:
    words = words_after(page.text, number.end, page.kinds)
    if not words or (is_bare_name(page.text, number) and not _is_plain_plural(page, words[0].text)):
        return None
    found = head(words, one=number.value == 1)
    if found and number.value > 1 and _is_definite_neuter(page, found.noun):
        return None  # fem drept og 12 såret
    if found is None or (_is_adjective(page, found) and _in_parts(page, number, sentence, found.noun)):
        return None  # av de 19 årsverkene er åtte ledige
    if found.noun.lower() in MAGNITUDES:  # ti friske millioner
        factor = MAGNITUDES[found.noun.lower()]
        unit = unit_after(page.text, found.end, page.standard)
        end = unit.end if unit else found.end
        return _site(number, (number.start, end), "money", "money", unit=unit.name if unit else MONEY, factor=factor)
    unit = unit_after(page.text, found.end - len(found.noun) - 1, page.standard)  # to hele kilometer
    if unit and unit.end == found.end:
        return _site(number, (number.start, unit.end), "unit", unit.kind, unit=unit.name, factor=unit.factor)
    by = "noun-adjective" if found.adjectives else "noun"
    return _site(number, (number.start, found.end), by, kind_of(found.noun, page.standard), noun=found.noun)


def _is_definite_neuter(page: Page, noun: str) -> bool:
    """Whether a form is a neuter's definite singular, of which nobody counts several."""
    lower = noun.lower()
    return lower.endswith("et") and lower not in EXCEPTIONS and f"{singular(lower, page.standard)}et" == lower


def _is_adjective(page: Page, found: Head) -> bool:
    return page.kinds(found.noun, found.end - len(found.noun), found.end) == "A"


def _in_parts(page: Page, number: Number, sentence: str, noun: str) -> bool:
    """Whether the number is a part of what was named: "av de 19 årsverkene er åtte ledige", "av dei 260 akutte"."""
    left = page.text[max(0, number.start - 40) : number.start]
    if OF_WHOLE.search(left):  # av de 62 ansatte
        return WHEREOF.search(left) is not None and noun.lower() not in EXCEPTIONS
    return bool(PART_OF.match(sentence) or WHEREOF.search(left))


def _is_plain_plural(page: Page, word: str) -> bool:
    """Whether the word is sure to be a plural noun, so that "2016 elever" are no year."""
    return page.kinds(word, 0, 0) == "N" and singular(word, page.standard) != word.lower()


def _million(page: Page, number: Number) -> Site | None:
    """Of millions and no noun, crowns are meant; people where "vi er" stands before."""
    if not ENDS_IN_MILLION.search(page.text, number.start, number.end):
        return None
    if PEOPLE.search(page.text[max(0, number.start - 40) : number.start]):
        return _site(number, (number.start, number.end), "million", "count", unit="person")
    return _site(number, (number.start, number.end), "million", "money", unit=MONEY)


def _site(  # noqa: PLR0913 - what a count is made of, by name
    number: Number,
    extent: tuple[int, int],
    by: str,
    kind: CountKind,
    *,
    noun: str | None = None,
    unit: str | None = None,
    factor: Decimal = ONE,
) -> Site:
    value_max = None if number.value_max is None else number.value_max * factor
    return Site(*extent, by, Counted(number.value * factor, value_max, kind, noun, unit))
