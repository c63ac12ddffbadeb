"""Municipalities and counties in own sentences with traps: `fixtures/places.csv`, ¶ parts paragraphs."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from models.record import Source
from models.release import Block, Release
from pipeline.annotate import annotate, places, sentences
from pipeline.annotate.places.evidence import SURE
from pipeline.annotate.tokenizer import language as blank
from pipeline.lexicon.priors import prior
from pipeline.lexicon.register import counties, county_name, municipalities
from pipeline.normalise import normalise
from pipeline.normalise.places.resolve import LIKELIER, resolve
from scrapers.text import line

TABLE = Path(__file__).parents[3] / "fixtures" / "places.csv"
SENTENCES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
EASY = ("plain", "county")
SIZE = 100_000  # characters of junk
SECONDS = 20


def record(*paragraphs: str, published: str | None = "2025-05-14", language: str = "nb", publisher: str = ""):
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    texts = ("\t".join(map(line, text.split("\t"))) for text in paragraphs)
    blocks = (Block("title", "Nytt i dag"), *(Block("paragraph", text) for text in texts))
    release = Release(source, blocks, language=language, published=published, publisher=publisher or None)
    return normalise(annotate(release), release)


@pytest.mark.parametrize("row", SENTENCES, ids=[row["id"] for row in SENTENCES])
def test_places_of_a_sentence(row):
    read = record(
        *row["text"].split("¶"), published=row["published"], language=row["language"], publisher=row["publisher"]
    )
    found = [f"{one.code}{' historical' * one.historical} {one.name}" for one in read.municipalities]
    assert sorted(found) == sorted(filter(None, row["municipalities"].split("; ")))
    assert sorted(f"{one.code} {one.name}" for one in read.counties) == sorted(
        filter(None, row["counties"].split("; "))
    )
    assert [one for one in read.warnings if one.startswith("ambiguous")] == list(filter(None, [row["warnings"]]))


def test_the_table_is_large_and_two_thirds_of_it_traps():
    assert len(SENTENCES) >= 150
    assert sum(row["id"].rpartition("-")[0] not in EASY for row in SENTENCES) >= len(SENTENCES) * 2 / 3


@pytest.mark.parametrize("day", ["2008-02-01", "2019-12-31", "2021-06-01", "2025-05-14"])
def test_every_municipality_and_county_of_a_day_is_read_with_its_number(day):
    on = date.fromisoformat(day)
    current = [unit for unit in municipalities() if unit.in_force(on)]
    namesakes = Counter(unit.name for unit in current)
    texts = [
        f"{unit.name} ({county_name(unit.county_code, on)})" if namesakes[unit.name] > 1 else f"{unit.name} kommune"
        for unit in current
    ]
    authorities = [unit for unit in counties() if unit.in_force(on) and unit.name != "Oslo"]
    read = record(*texts, *(f"{unit.name} fylkeskommune" for unit in authorities), published=day)
    assert {one.code for one in read.municipalities} == {unit.code for unit in current}
    assert {one.code for one in read.counties} == {unit.code for unit in authorities}


def test_without_a_publication_date_the_numbers_of_today_and_a_warning():
    read = record("Skedsmo kommune ble til Lillestrøm kommune, og Hole kommune ligger i Buskerud.", published=None)
    assert "no-publication-date" in read.warnings
    assert [(one.code, one.historical) for one in read.municipalities] == [
        ("0231", True),
        ("3205", False),
        ("3310", False),
    ]
    assert [one.code for one in read.counties] == ["33"]


def test_before_the_tables_begin_the_first_numbers_and_a_warning():
    read = record("Nes kommune i Akershus og Sem kommune i Vestfold bygger vei.", published="1969-06-01")
    assert "date-before-tables" in read.warnings
    assert [one.code for one in read.municipalities] == ["0236", "0721"]
    assert [one.code for one in read.counties] == ["02", "07"]


def test_an_undecided_name_is_less_certain_than_a_decided_one():
    doubtful, clear = record("Bø kommune bygger.", published="2018-03-03"), record("Bø kommune bygger.")
    assert [(one.code, one.by) for one in doubtful.municipalities] == [("0821", LIKELIER)]
    assert doubtful.municipalities[0].confidence < clear.municipalities[0].confidence


def test_a_split_municipality_has_both_its_heirs():
    read = record("Avtalen ble inngått med tidligere Tysfjord kommune.")
    assert [(one.code, one.current_codes) for one in read.municipalities] == [("1850", ("1806", "1875"))]


def test_mentions_are_the_exact_characters():
    read = record("Moldes ordfører, Ås-ordføreren og ordføreren i MOLDE er enige om Nord- og Sør-Fron.")
    assert {one.name: [mention.text for mention in one.mentions] for one in read.municipalities} == {
        "Molde": ["Molde", "MOLDE"],
        "Ås": ["Ås"],
        "Nord-Fron": ["Nord-"],
        "Sør-Fron": ["Sør-Fron"],
    }


@pytest.mark.parametrize("by", sorted({*SURE, "bare", LIKELIER}))
def test_every_rule_has_a_confidence(by):
    assert 0 < prior("places", by) <= 1


@pytest.mark.clock
@pytest.mark.parametrize(
    "unit",
    ["Os ", "Våler (", "Sola: ", "Ås-", "Nes i ", "Bø, ", "Nord- og ", "tidligere Os og ", "Sande\n", "«Time» ", "Aa"],
)
def test_junk_takes_time_in_proportion_to_its_length(unit):
    doc = sentences.annotate(blank("nb").make_doc(unit * (SIZE // len(unit))))
    start = process_time()
    found, _ = resolve(places.annotate(doc), date(2018, 3, 3), "Os kommune")
    assert isinstance(found, list)
    assert process_time() - start < SECONDS
