"""Each rule for organisations reads what it is for, and leaves the genitive outside."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.organizations import annotate
from pipeline.lexicon.priors import prior
from pipeline.spans import ORGANIZATIONS, facts, marks


def read(text: str) -> list[tuple[str, str]]:
    doc = annotate(spacy.blank("nb")(text))
    return [(facts(span, ORGANIZATIONS).name, span.label_) for span in marks(doc, ORGANIZATIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det sier Mattilsynets direktør.", [("Mattilsynet", "org-table")]),
        ("Molde sjukehus utvider.", [("Molde sjukehus", "org-head")]),
        ("Vegafjord Havbruk AS utvider.", [("Vegafjord Havbruk AS", "org-legal")]),
        ("Leknes FK vant.", [("Leknes FK", "org-club")]),
        ("Fjella Kraft utvider.", [("Fjella Kraft", "org-trade")]),
        ("Stiftelsen Sannidal utvider.", [("Stiftelsen Sannidal", "org-opening")]),
        ("Det sier leder i Fagforbundet Hordaland Kari Vik.", [("Fagforbundet Hordaland", "org-opening")]),
        ("Det melder Steinspillfestivalens styre.", [("Steinspillfestivalen", "org-definite")]),
        ("Foto: Kari Vik / Glåmbladet Foto", [("Glåmbladet Foto", "org-credit")]),
        ("Kari Vik (Venstre) stemte mot Venstre.", [("Venstre", "org-table")]),
        ("Kari Vik (Raudt, Hole) røysta.", []),
        ("Kari Vik (Senterpartiet) røysta.", []),
        ("Ordføreren i Hole smiler.", []),
    ],
)
def test_what_a_rule_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
    assert all(0 < prior("organizations", by) <= 1 for _, by in expected)
