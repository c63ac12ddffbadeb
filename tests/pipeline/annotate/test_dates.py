"""Dates are found, and nothing else; rows of sentences, in both written standards."""

import csv
import re
import time
from datetime import date
from pathlib import Path

import edtf
import pytest

from pipeline.annotate import dates as marking
from pipeline.annotate.sentences import annotate as split
from pipeline.annotate.tokenizer import language
from pipeline.lexicon.calendar.holidays import FORMS, RULES, falls
from pipeline.lexicon.calendar.words import words
from pipeline.normalise import dates as worth
from pipeline.normalise.context import Context
from pipeline.spans import DATES, marks

FIXTURE = Path(__file__).parents[3] / "fixtures" / "dates.csv"
ROWS = list(csv.DictReader(FIXTURE.read_text(encoding="utf-8").splitlines()))


def read(text, on, code="nb"):
    doc = marking.annotate(split(language(code)(text)))
    reading = worth.normalise(doc, Context(published=date.fromisoformat(on) if on else None))
    return sorted((mention.start, mention.text, value.edtf) for value in reading.values for mention in value.mentions)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['sentence'][:50]} ({row['on']})")
def test_a_sentence_gives_its_dates(row):
    found = [(text, value) for _, text, value in read(row["sentence"], row["on"], row["language"])]
    assert found == ([(row["text"], row["edtf"])] if row["text"] else [])


@pytest.mark.parametrize("value", sorted({row["edtf"] for row in ROWS if row["edtf"]}))
def test_every_value_parses_as_edtf(value):
    ends = value.split("/") if "T" in value else [value]
    for end in ends:
        edtf.parse_edtf(re.sub(r"(T\d\d:\d\d)$", r"\1:00", end))


def test_without_a_day_of_the_article_only_dates_with_a_year_are_given():
    found = read("I fjor og fredag 3. mai, men også 4. mai 2019 og i 2020.", None)
    assert [value for _, _, value in found] == ["2019-05-04", "2020"]


@pytest.mark.parametrize("form", FORMS)
def test_every_holiday_falls_on_a_day_each_year(form):
    assert all(falls(RULES[form], year).year == year for year in (1995, 2024))


def test_every_form_has_a_kind_of_one_letter():
    assert all(len(word.kind) == 1 for word in words().values())


@pytest.mark.parametrize("junk", ["1 ", "mai ", "« ", "1. ", "2019–", "fredag og ", "kl. 10 ", "i ", "1", "3.5."])
def test_the_time_taken_grows_with_the_length(junk):
    def taken(size):
        doc = language("nb").make_doc(junk * (size // len(junk)))
        start = time.perf_counter()
        marking.annotate(doc)
        return time.perf_counter() - start

    short, long = max(taken(20_000), 0.02), taken(80_000)
    assert long < 16 * short


def test_a_person_by_a_months_name_is_no_date():
    assert not marks(marking.annotate(split(language("nb")("Kari Mai, August Strindberg og Juni Dahl."))), DATES)
