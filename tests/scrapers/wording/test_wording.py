"""The tables of wording: every row can be used, none stands twice."""

import re

import pytest

from scrapers.wording.names import as_in_text, is_body, is_name, issues_itself, sender, spelled_out
from scrapers.wording.sections import is_section
from scrapers.wording.senders import beside_stamps, sent_by
from scrapers.wording.tables import rows, words

MEANINGS = {
    "element_names.csv": "other furniture links article caption fact_box contact byline quote lead weak_lead credit sender brand no_title",
    "furniture.csv": "alone start linked heading linked_heading comments machine",
    "body_words.csv": "noun head small",
    "sections.csv": "section release obituary",
    "header_labels.csv": "sender title other",
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
        ("UiT Norges arktiske universitet", True, False),
        ("Norsk geologisk forening", True, False),
        ("Norges nasjonale fagforbund", True, False),
        ("Likestillings- og diskrimineringsombudet", True, False),
        ("Den norske kirke", True, False),
        ("Direktoratet for samfunnssikkerhet og beredskap", True, True),
        ("Foreningen for alle, sier Kari", False, False),
        ("Kommunen for dårlig rustet", False, False),
        ("Nytt kjøpesenter i Vik", False, False),
        ("Ny videregående skole på Voss", False, False),
        ("Ny Kraft AS", True, False),
        ("Politiske lag vant", False, False),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Helse- og oppvekstforbundet (HOF)", "Helse- og oppvekstforbundet"),
        ("Norges miljø- og biovitenskapelige universitet (NMBU)", "Norges miljø- og biovitenskapelige universitet"),
        ("Landsforeningen for hjerte- og lungesyke (LHL)", "Landsforeningen for hjerte- og lungesyke"),
        ("Vik kommune", "Vik kommune"),
        ("Nyheter og presse", None),
        ("PRESSEMELDING", None),
        ("Kari Vik (Ap)", None),
        ("Politi", None),
        ("Per Vik døde mandag (NTB)", None),
    ],
)
def test_a_sender_is_named_without_its_abbreviation_and_no_section_is_one(text, name):
    assert sender(text) == name


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Aktuelt", True),
        ("Nyheiter og presse", True),
        ("Pressemelding nr. 45/21", True),
        ("PRESSEMELDING:", True),
        ("MINNEORD", True),
        ("Kultur og sport", True),
        ("Presse og politi", False),
        ("Nyheter fra Vik", False),
        ("45/21", False),
        ("Nyhet fra politiet", True),
        ("Nyheter fra Vik kommune", False),
        ("Nr. 2 – 2024", True),
        ("Nr. 3, april 2021", True),
        ("Nr. 3 i Norge", False),
        ("", False),
    ],
)
def test_a_section_is_told_from_a_headline_and_a_name(text, section):
    assert is_section(text) is section


@pytest.mark.parametrize(
    ("name", "itself"),
    [
        ("Vik kommune", True),
        ("Vik Laks ASA", True),
        ("Norges Padleforbund", True),
        ("Vikposten", False),
        ("Kyst og Hav", False),
    ],
)
def test_a_body_that_tells_of_itself_is_no_paper(name, itself):
    assert issues_itself(name) is itself


@pytest.mark.parametrize(
    ("rest", "text", "name"),
    [
        ("Vik Dagblad", "Vik Dagblad 05.08.2019", "Vik Dagblad"),
        ("Nordre Follo", "Nordre Follo, 3. mai 2021", None),
        ("Vik kommune", "Vik kommune, 3. mai 2021", "Vik kommune"),
        ("Pressemelding frå Vik Kraftlag", "Pressemelding frå Vik Kraftlag, 03.05.2021", "Vik Kraftlag"),
        ("Pressemelding | Nr", "Pressemelding | Nr | 3. mai 2021", None),
        ("av Vik kommune", "Publisert 3. mai 2021 av Vik kommune", "Vik kommune"),
        ("av Norges Padleforbund", "Publisert av Norges Padleforbund 3. mai 2021", "Norges Padleforbund"),
        ("av Kari Vik", "Publisert 3. mai 2021 av Kari Vik", None),
        ("i Vik Dagblad", "Publisert i Vik Dagblad 3. mai 2021", "Vik Dagblad"),
        ("i Vik", "Publisert i Vik 3. mai 2021", None),
        ("Kari Vik / Hage / 12 kommentarer", "3. mai 2021 / Kari Vik / Hage / 12 kommentarer", None),
        (
            "Vik Padleklubb AS | Sport | Nyheter",
            "3. mai 2021 | Vik Padleklubb AS | Sport | Nyheter",
            "Vik Padleklubb AS",
        ),
    ],
)
def test_beside_stamps_a_body_may_be_named_and_a_place_is_none(rest, text, name):
    assert beside_stamps(rest, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nyhet fra Vik politidistrikt", "Vik politidistrikt"),
        ("Børsmelding fra Vik Laks ASA", "Vik Laks ASA"),
        ("Pressemelding fra Vik kommune om ny skole", None),
        ("Nytt fra Vik", None),
        ("Avsender: Vik kommune", "Vik kommune"),
        ("Frå: Vik Mållag", "Vik Mållag"),
        ("Fra Vik til Voss", None),
    ],
)
def test_a_release_says_whom_it_is_from(text, name):
    assert sent_by(text) == name
