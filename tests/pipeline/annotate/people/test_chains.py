"""Chains are the runs of words that are written as names are."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.people.chains import chains
from pipeline.annotate.people.words import Words


def texts(text: str) -> list[str]:
    words = Words(spacy.blank("nb")(text))
    return [" ".join(words.at(i) for i in range(*span)) for span in chains(words, frozenset())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i går kom Kari Vik hit", ["Kari Vik"]),
        ("med Live M. van der Berg", ["Live M. van der Berg"]),
        ("med John Dahl Jr. her", ["John Dahl Jr."]),
        ("med Mohammed «Momo» Yusuf", ["Mohammed « Momo » Yusuf"]),
        ("med «Havdrønn» og Kari Vik", ["Havdrønn", "Kari Vik"]),
        ("Tekst: Line Bamle Foto: Zahid Iqbal", ["Line Bamle", "Zahid Iqbal"]),
        ("Kari Vik, Ola Nes", ["Kari Vik", "Ola Nes"]),
        ("NRK og VG", []),
    ],
)
def test_chains_of_a_text(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_chain_longer_than_any_name_is_cut_before_given_names() -> None:
    assert texts("Kari Vik Ola Nes " * 5) == ["Kari Vik", "Ola Nes"] * 5
