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
from scrapers.pages import read as page
from scrapers.publishers import parse

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


def is_edtf(value):
    """The library reads clock times with seconds only, and no interval of two of them: each end is given to it."""
    ends = value.split("/") if "T" in value else [value]
    return all(edtf.parse_edtf(re.sub(r"(T\d\d:\d\d)$", r"\1:00", end)) for end in ends)


@pytest.mark.parametrize("value", sorted({row["edtf"] for row in ROWS if row["edtf"]}))
def test_every_value_of_a_row_parses_as_edtf(value):
    assert is_edtf(value)


@pytest.mark.parametrize("folder", ["releases", "heldout"])
def test_every_value_of_a_release_parses_as_edtf(folder):
    paths = [path for path in sorted((FIXTURE.parent / folder).iterdir()) if path.suffix != ".json"]
    found = {value for path in paths for _, _, value in read(parse(page(path)).text, "2024-06-05")}
    assert len(found) > 100
    assert all(map(is_edtf, found))


@pytest.mark.parametrize("on", ["2024-02-29", "0001-01-01", "9999-12-31"])
def test_every_row_gives_edtf_or_nothing_on_the_edges_of_the_calendar(on):
    text = "\n\n".join(row["sentence"] for row in ROWS)
    assert all(map(is_edtf, {value for _, _, value in read(text, on)}))


def test_without_a_day_of_the_article_only_dates_with_a_year_are_given():
    found = read("I fjor og fredag 3. mai, men også 4. mai 2019 og i 2020.", None)
    assert [value for _, _, value in found] == ["2019-05-04", "2020"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Den ble vist 12. april/3. mai 2024.", ["2024-04-12", "2024-05-03"]),
        ("Vi møtes 3. mars og 5. mai 2023.", ["2023-03-03", "2023-05-05"]),
        ("Vi møtes 3., 5. og 7. mai 2023.", ["2023-05-03", "2023-05-05", "2023-05-07"]),
    ],
)
def test_dates_of_a_list_share_their_year(text, values):
    assert [value for _, _, value in read(text, "2025-06-01")] == values


@pytest.mark.parametrize("form", FORMS)
def test_every_holiday_falls_on_a_day_each_year(form):
    assert all(falls(RULES[form], year).year == year for year in (1995, 2024))


def test_every_form_has_a_kind_of_one_letter():
    assert all(len(word.kind) == 1 for word in words().values())


JUNK = (
    *("1 ", "1", "1. ", "1.1.", "3.5.", "12.11–", "2019 ", "2019–", "« ", "i ", "om to ", "hver fredag ", "første og "),
    *("mai ", "3. mai ", "\n\n3. mai", "fredag og ", "natt til ", "kl. 10 ", "dagen etter ", "Kari Vik 3. mai "),
)


@pytest.mark.clock
@pytest.mark.parametrize("junk", JUNK)
def test_the_time_taken_grows_with_the_length(junk):
    def taken(size):
        doc = language("nb").make_doc(junk * (size // len(junk)))
        start = time.process_time()
        worth.normalise(marking.annotate(split(doc)), Context(published=date(2024, 6, 5)))
        return time.process_time() - start

    short, long = max(taken(6_000), 0.01), taken(48_000)
    assert long < 24 * short  # eight times as long: eight times the time, not sixty-four


@pytest.mark.clock
@pytest.mark.parametrize("junk", ["1"])
def test_a_megabyte_takes_seconds(junk):
    doc = language("nb").make_doc(junk * (1_000_000 // len(junk)))
    start = time.process_time()
    worth.normalise(marking.annotate(doc), Context(published=date(2024, 6, 5)))
    assert time.process_time() - start < 15


def test_a_person_by_a_months_name_is_no_date():
    assert not marks(marking.annotate(split(language("nb")("Kari Mai, August Strindberg og Juni Dahl."))), DATES)
