"""Read what the header of a table's column or row says that its numbers count, and their magnitude."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.frames import tallied
from pipeline.annotate.counts.heads import WORD, head, words_after
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.numbers.phrases import MAGNITUDES
from pipeline.lexicon.register import named
from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of, unit_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.record import CountKind
    from pipeline.annotate.counts.reading import Page

FACTOR = re.compile(
    r"(?<![\d.,])(1[ .]?000(?:[ .]000)?)(?![\d.,])(?!\.\d)|\b(tusen|mill|mrd|millioner|millionar|milliarder|milliardar)\b",
    re.IGNORECASE,
)
PER = re.compile(
    r"\b(?:per|pr\.?)[ ](?:1[ .]?000(?:[ .]?000)?[ ])?[^\s()/,:]+", re.IGNORECASE
)  # per m² | per 1000 innbyggere
IN_BRACKETS = re.compile(r"\(([^()]+)\)")
MANY = re.compile(r"\b(?:antall|antalet|talet på|tallet på|tal på)(?=[ ])", re.IGNORECASE)
MONEY_HEADERS = tuple(sorted(column("money_headers.csv", "word")))
ZERO_PLURALS = tuple(sorted(column("zero_plurals.csv", "ending")))
SHORTEST_ZERO_PLURAL = 5  # letters: "Land", "Lag", "Rom" mostly head the names of them
MONTHS = column("calendar/months.csv", "form")
NO_PLURALS = ("en", "et", "a", "ene", "ane", "s")  # mostly names: Bygdelista, Sandvikstunnelen, Åsane, Bragernes
NAME_ENDS = ("land", "lag", "hus", "bygg", "felt", "rom")  # Finland, Vang Husflidslag
NO_UNIT = re.compile(  # Nr | Postnummer | Byggeår
    r"\b(?:(?:bygge|byggje)?år|årstall?|[a-zæøå.]{0,10}(?:nr|nummer)|kode|dato|plassering|rang)\b", re.IGNORECASE
)
NO_COUNTS = re.compile(  # Hverdager | Avgang | Mål
    r"(?:hver|kvar|man|måne?|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:er|ar|en)?|helge?[rn]?|helgar|(?:åp|op)ningstid(?:er)?"
    r"|tid|avgang|ankomst|framkomst|telefon|tlf|mobil|adresse|mål",
    re.IGNORECASE,
)
WORDS_START = re.compile(r"(?<=[ (/,.])\S|^\S")


@dataclass(frozen=True, slots=True)
class Header:
    """What a column counts, and what its numbers are to be multiplied by."""

    kind: CountKind
    noun: str | None
    unit: str | None
    factor: Decimal
    named: bool = True  # whether a unit is named, and not only meant by a word like "Inntekter" or "Søkere"
    doubtful: bool = False  # whether the noun may be one as well as many: Forslag 2026
    sure: bool = False  # whether the noun is that of people, or "antall" stands before it

    def within(self, whole: Header | None) -> Header:
        """What a column or row counts in a table of which something is said: "Inntekter" under "(mill. kroner)"."""
        if whole is None or self.named:
            return self
        return whole if self.doubtful or whole.kind == "percent" or whole.kind == self.kind == "money" else self


def header(text: str, page: Page) -> Header | None:
    """What the header of a column says, None where it names no unit and nothing counted.

    "Innbyggere 1.1.2026", "Endring i prosent", "Tildelt (1000 kr)".
    """
    found = unit_header(text, page)
    if found or NO_UNIT.search(text) or NO_COUNTS.fullmatch(text.strip()):
        return found
    text = PER.sub("", text)
    factor = _factor(text)
    words = WORD.findall(text)
    counted = how_many(text, page)
    if counted:
        return Header(kind_of(counted, page.standard), counted, None, factor, named=False, sure=True)
    for place, word in enumerate(words):
        lower = word.lower()
        if named(word):
            continue  # Våler (Innlandet)
        if lower.endswith(MONEY_HEADERS):
            return Header("money", None, "NOK", factor, named=False)
        tally = tallied(lower, page.standard)
        if tally:
            return Header(tally.kind, tally.noun, tally.unit, factor, named=False)
        if lower in EXCEPTIONS and any(_is_plural(noun, page) for noun in words[place + 1 : place + 2]):
            continue  # Ledige billetter
        if lower in EXCEPTIONS or _is_plural(word, page):
            people = lower in EXCEPTIONS
            doubtful = not people and singular(lower, page.standard) == lower
            kind = kind_of(word, page.standard)
            return Header(kind, word, None, factor, named=False, doubtful=doubtful, sure=people)
    return None


def counts_nothing(text: str) -> bool:
    """Whether a header is that of numbers that are no counts."""
    return bool(NO_UNIT.fullmatch(text.strip()) or NO_COUNTS.fullmatch(text.strip()))


def how_many(text: str, page: Page) -> str | None:
    """The noun that a header or caption tells the number of: "Antall streikende", "Talet på elevar"."""
    many = MANY.search(text)
    read = head(words_after(text, many.end(), out_of_place(page))) if many else None
    return read.noun if read else None


def out_of_place(page: Page) -> Callable[[str, int, int], str]:
    """What tells a word's classes by its ending, for words that stand outside the text."""
    return lambda word, _start, _end: page.kinds(word.lower(), 0, 0)


def _is_plural(word: str, page: Page) -> bool:
    lower = word.lower()
    if lower.endswith(ZERO_PLURALS):
        return len(lower) >= SHORTEST_ZERO_PLURAL and not lower.endswith(NAME_ENDS)
    if lower in MONTHS or word.isupper() or lower.endswith(NO_PLURALS):
        return False
    return page.kinds(lower, 0, 0)[0] == "N" and singular(lower, page.standard) != lower


def unit_header(text: str, page: Page) -> Header | None:
    """What a header that names a unit says, None where it names none: "Mill. kroner", "Andel (%)"."""
    for inner in IN_BRACKETS.findall(text):
        found = unit_header(inner if len(inner) > 1 else f"i {inner}", page)  # Volum (t)
        if found:
            return found  # Pris per m² (kroner)
    text = PER.sub("", text)
    if len(text.strip()) == 1 and text.strip().isalpha():
        return None  # K, V, U, T: of a league's table
    factor = _factor(text)
    for place in [match.start() for match in WORDS_START.finditer(text)]:
        unit = unit_after(text, place, page.standard)
        if unit and unit.start == place:
            return Header(unit.kind, None, unit.name, factor * unit.factor)
    if kind_of(text, page.standard) == "duration" and singular(text, page.standard) != text.lower():
        return Header("duration", text, None, Decimal(1))  # Ventetid (dager)
    return None


def _factor(text: str) -> Decimal:
    found = FACTOR.search(text)
    if found is None:
        return Decimal(1)
    return Decimal(re.sub(r"\D", "", found[1])) if found[1] else MAGNITUDES[found[2].lower()]
