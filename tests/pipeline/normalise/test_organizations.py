"""One organisation comes out once, by the fullest name that the text gives."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate import organizations as annotate
from pipeline.normalise import organizations


def names(text: str, publisher: str | None = None) -> list[tuple[str, int]]:
    doc = spacy.blank("nb")(text)
    doc.user_data["publisher"] = publisher
    read = organizations.normalise(annotate.annotate(doc))
    return [(one.name, len(one.mentions)) for one in read.values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nasjonal kommunikasjonsmyndighet (Nkom) svarte. Nkom er enig.",
            [("Nasjonal kommunikasjonsmyndighet", 3)],
        ),
        ("Fjordlaks Midt AS vokser. Fjordlaks Midt ansetter.", [("Fjordlaks Midt AS", 2)]),
        ("Mattilsynet varslet. Mattilsynets rapport kom.", [("Mattilsynet", 2)]),
        ("Vik Fisk AS og Nes Fisk AS samarbeider.", [("Vik Fisk AS", 1), ("Nes Fisk AS", 1)]),
        ("Vestnes kommune vedtok planen.", []),
    ],
)
def test_mentions_are_joined_under_the_fullest_name(text: str, expected: list[tuple[str, int]]) -> None:
    assert names(text) == expected


def test_the_publisher_is_listed_only_where_the_text_names_it() -> None:
    assert names("Vi ansetter ti nye.", "Nes Havbruk AS") == []
    assert names("Nes Havbruk AS ansetter ti nye.", "Nes Havbruk AS") == [("Nes Havbruk AS", 1)]
