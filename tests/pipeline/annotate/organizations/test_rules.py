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
        ("Det skrev Bergens Tidende dagen etter.", [("Bergens Tidende", "org-table")]),
        ("Kongen ga ham St. Olavs Orden.", []),
    ],
)
def test_what_a_rule_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
    assert all(0 < prior("organizations", by) <= 1 for _, by in expected)


def read_with(text: str, *ents: tuple[str, str]) -> list[str]:
    """The organisations of a text in which the encoder reads these names, one after another."""
    doc, end, spans = spacy.blank("nb")(text), 0, []
    for name, label in ents:
        start = text.index(name, end)
        end = start + len(name)
        span = doc.char_span(start, end, label)
        span._.confidence = 0.9
        spans.append(span)
    doc.set_ents(spans)
    return [facts(span, ORGANIZATIONS).name for span in marks(annotate(doc), ORGANIZATIONS)]


def test_what_the_encoder_takes_for_a_body_is_none_where_it_is_a_person_s_name_elsewhere() -> None:
    text = "Signy Fardal er redaktør. Fardal fekk kritikk, og Fardals blad vart lagt ned. Sirri er med."
    found = read_with(text, ("Signy Fardal", "PER"), ("Fardal", "ORG"), ("Fardals", "ORG"), ("Sirri", "ORG"))
    assert found == ["Sirri"]


@pytest.mark.parametrize(("labels", "bodies"), [(("PER", "PER", "ORG"), []), (("PER", "ORG", "ORG"), ["Vidar"] * 3)])
def test_a_single_name_is_what_the_encoder_takes_it_for_most_often(labels: tuple[str, ...], bodies: list[str]) -> None:
    text = "Vidar kom, Vidar såg, Vidar vann."
    assert read_with(text, *(("Vidar", label) for label in labels)) == bodies


def test_the_genitive_of_what_the_encoder_takes_for_a_body_is_undone_where_it_can_be_told() -> None:
    text = "Modems leder kom. Tidligere var Modem lite. Slaget sto mot Rangers."
    found = read_with(text, ("Modems", "ORG"), ("Rangers", "ORG"))
    assert found == ["Modem", "Modem", "Rangers"]


def test_what_the_encoder_takes_for_a_body_ends_with_its_line() -> None:
    text = "Kari Vik, sjef i Havbris Nett\nMobil 900 00 123"
    assert read_with(text, ("Havbris Nett\nMobil", "ORG")) == ["Havbris Nett"]
