"""The tables of wording: every row can be used, none stands twice."""

import re

import pytest

from scrapers.wording.names import as_in_text, is_body, is_name, spelled_out
from scrapers.wording.tables import rows, words

MEANINGS = {
    "element_names.csv": "other furniture links article caption fact_box contact byline quote lead weak_lead credit sender brand no_title",
    "furniture.csv": "alone start linked heading linked_heading comments machine",
    "body_words.csv": "noun small",
}


@pytest.mark.parametrize("name", MEANINGS)
def test_every_row_has_a_meaning_that_is_asked_for_and_stands_once(name):
    table = [tuple(row.values()) for row in rows(name)]
    assert len(set(table)) == len(table)
    assert {meaning for _, meaning in table} == set(MEANINGS[name].split())
    assert all(words(name, meaning) for meaning in MEANINGS[name].split())


def test_every_phrase_is_a_pattern():
    assert all(re.compile(row["phrase"]) for row in rows("furniture.csv"))


def test_every_month_has_its_number():
    assert {int(row["month"]) for row in rows("months.csv")} == set(range(1, 13))


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Vik kommune", True, True),
        ("Kulturdepartementet", True, True),
        ("Jæren Røde Kors Hjelpekorps", True, False),
        ("Politiet rykket ut i natt", False, False),
        ("Vi bygger.", False, False),
        ("Pressemelding", True, False),
    ],
)
def test_names_of_bodies_are_told_from_other_lines(text, name, body):
    assert (is_name(text), is_body(text)) == (name, body)


def test_an_abbreviation_is_spelled_out_by_the_page_itself():
    assert spelled_out("KV", ["Kyst Verk"], "") == "Kyst Verk"
    assert spelled_out("SSB", ["Forside"], "Statistisk sentralbyrå (SSB)") == "SSB"


def test_a_site_is_called_as_the_text_calls_it():
    assert as_in_text("www.Vikposten.no", "sier han til Vikposten.") == "Vikposten"
    assert as_in_text("Vikposten", "sier han til Vikposten.") == "Vikposten"
