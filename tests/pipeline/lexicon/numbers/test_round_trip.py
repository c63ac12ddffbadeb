"""What a generator writes in words is read back: all numbers to 10,000 and samples above, in every way of counting."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from pipeline.lexicon.numbers import find, number, ordinal

TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")


@dataclass(frozen=True)
class Counting:
    """One way of saying numbers."""

    one: str
    one_thousand: str
    seven: str
    tens: str
    units_first: bool
    space: str

    def units(self) -> list[str]:
        """The words for 0 to 9."""
        return ["", self.one, "to", "tre", "fire", "fem", "seks", self.seven, "åtte", "ni"]

    def below_100(self, value: int) -> str:
        """The words for 0 to 99."""
        ten, unit = divmod(value, 10)
        if value < 10:
            return self.units()[unit]
        if value < 20:
            return TEENS[unit]
        word = self.tens.split()[ten - 2]
        if not unit:
            return word
        return f"{self.units()[unit]}og{word}" if self.units_first else word + self.units()[unit]

    def below_1000(self, value: int) -> str:
        """The words for 1 to 999."""
        hundreds, rest = divmod(value, 100)
        if not hundreds:
            return self.below_100(rest)
        head = f"{self.units()[hundreds]}{self.space}hundre" if hundreds > 1 else "hundre"
        return f"{head}{self.space}og{self.space}{self.below_100(rest)}" if rest else head

    def words(self, value: int) -> str:
        """The words for a number below a million."""
        if value == 0:
            return "null"
        thousands, rest = divmod(value, 1000)
        if not thousands:
            return self.below_1000(rest)
        head = self.one_thousand if thousands == 1 else f"{self.below_1000(thousands)}{self.space}tusen"
        if not rest:
            return head
        joiner = f"{self.space}og{self.space}" if rest < 100 else self.space
        return f"{head}{joiner}{self.below_1000(rest)}"


NEW_TENS = "tjue tretti førti femti seksti sytti åtti nitti"
OLD_TENS = "tyve tredve førti femti seksti sytti åtti nitti"
COUNTINGS = {
    "bokmål": Counting("én", "tusen", "sju", NEW_TENS, units_first=False, space=" "),
    "bokmål in one word": Counting("en", "ettusen", "sju", NEW_TENS, units_first=False, space=""),
    "bokmål of old": Counting("en", "ett tusen", "syv", OLD_TENS, units_first=True, space=" "),
    "bokmål of old in one word": Counting("en", "ettusen", "syv", OLD_TENS, units_first=True, space=""),
    "nynorsk": Counting("eitt", "tusen", "sju", NEW_TENS, units_first=False, space=" "),
    "nynorsk with ein": Counting("ein", "eitt tusen", "sju", NEW_TENS, units_first=False, space=" "),
    "nynorsk in one word": Counting("ein", "eittusen", "sju", NEW_TENS, units_first=False, space=""),
}
SAMPLES = [*range(10_000), 10_000, *random.Random(6).sample(range(10_001, 1_000_000), 2_000), 999_999]  # noqa: S311


@pytest.mark.parametrize("counting", COUNTINGS.values(), ids=COUNTINGS)
def test_every_number_in_words_is_read_back(counting: Counting) -> None:
    wrong = [value for value in SAMPLES if number(counting.words(value)) != value]
    assert wrong == []


@pytest.mark.parametrize("counting", COUNTINGS.values(), ids=COUNTINGS)
def test_every_number_in_words_is_found_whole_in_a_sentence(counting: Counting) -> None:
    for value in [*range(2, 1_000), *SAMPLES[1_000::37]]:
        words = counting.words(value)
        found = find(f"De har {words} sauer.")
        assert [(n.start, n.end, n.value) for n in found] == [(7, 7 + len(words), value)], words


@pytest.mark.parametrize("counting", COUNTINGS.values(), ids=COUNTINGS)
@pytest.mark.parametrize(("word", "worth"), [("million", 10**6), ("milliardar", 10**9), ("billioner", 10**12)])
def test_magnitudes_take_what_stands_before_and_behind(counting: Counting, word: str, worth: int) -> None:
    for value, rest in [(2, 1), (12, 300), (345, 67_890), (999, 999_999)]:
        assert number(f"{counting.words(value)} {word} {counting.words(rest)}") == value * worth + rest


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "."])
def test_digits_in_groups_are_read_back(space: str) -> None:
    for value in [*range(10_000), *SAMPLES[10_000:], 1_234_567, 12_345_678_901]:
        text = f"{value:,}".replace(",", space)
        assert number(text) == value
        assert [n.value for n in find(f"Det er {text} sauer")] == [value]


ORDINALS = {
    "nb": "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte trettende fjortende "
    "femtende sekstende syttende attende nittende tjuende tjueførste tjueandre tjuetredje tjuefjerde tjuefemte "
    "tjuesjette tjuesjuende tjueåttende tjueniende trettiende trettiførste",
    "nb of old": "første annen tredje fjerde femte sjette syvende åttende niende tiende ellevte tolvte trettende "
    "fjortende femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende "
    "fireogtyvende femogtyvende seksogtyvende syvogtyvende åtteogtyvende niogtyvende tredevte enogtredevte",
    "nn": "fyrste andre tredje fjerde femte sjette sjuande åttande niande tiande ellevte tolvte trettande fjortande "
    "femtande sekstande syttande attande nittande tjuande tjuefyrste tjueandre tjuetredje tjuefjerde tjuefemte "
    "tjuesjette tjuesjuande tjueåttande tjueniande trettiande trettifyrste",
}


@pytest.mark.parametrize("words", ORDINALS.values(), ids=ORDINALS)
def test_the_days_of_a_month_are_read_as_ordinals(words: str) -> None:
    assert [ordinal(word) for word in words.split()] == list(range(1, 32))


@pytest.mark.parametrize("words", ORDINALS.values(), ids=ORDINALS)
def test_an_ordinal_is_no_cardinal(words: str) -> None:
    assert [word for word in words.split() if number(word) is not None or find(word)] == []
