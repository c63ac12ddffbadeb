"""Stamps: their lines, what they are worth, and the choice among many."""

from datetime import UTC, datetime

import pytest

from scrapers.stamps.choice import Chosen, choose
from scrapers.stamps.lines import stamps
from scrapers.stamps.value import value

FETCHED = datetime(2024, 2, 5, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "published", "updated", "rest"),
    [
        ("Publisert 30.09.2022", "30.09.2022", None, ""),
        ("Sist endra 3. mai 2021 kl. 09.15", None, "3. mai 2021 kl. 09.15", ""),
        ("Pressemelding | Dato: 03.05.2021 | Nr: 45/21", "03.05.2021", None, "Pressemelding |  | Nr: 45/21"),
        ("Oppdatert: i dag 10:15", None, "i dag 10:15", ""),
        ("Publisert: 1. mars 2020 Oppdatert: 2. mars 2020", "1. mars 2020", "2. mars 2020", ""),
        ("Publisert 24.11.05 09:14, oppdatert 25.11.05 08:30", "24.11.05 09:14", "25.11.05 08:30", ""),
        ("mandag 05. august 2024 - 14:30", "05. august 2024 - 14:30", None, ""),
        ("17.07.2026", "17.07.2026", None, ""),
        ("3. mai 2021 - Lesetid 3 min", "3. mai 2021", None, ""),
        ("Lesetid: 4 minutter | Publisert 3. mai 2021", "3. mai 2021", None, ""),
        ("Publisert av Vik kommune 3. mai 2021", "3. mai 2021", None, "av Vik kommune"),
        ("Av Kari Vik 3. mai 2021", "3. mai 2021", None, "Av Kari Vik"),
        ("16.05.2023 kl. 05.55, sist endret kl. 14.20", "16.05.2023 kl. 05.55", "16.05.2023 kl. 14.20", ""),
        ("Publisert 3. mai 2021 06:30 | Oppdatert: kl 9.05", "3. mai 2021 06:30", "3. mai 2021 kl 9.05", ""),
        ("Vikposten – Fredag 2. oktober 2015 – side 8", "2. oktober 2015", None, "Vikposten"),
        ("Publisert i Vik Dagblad 22. mai 2019", "22. mai 2019", None, "i Vik Dagblad"),
        ("Sendt: torsdag 2. februar 2023 08:15", "2. februar 2023 08:15", None, ""),
        (
            "3. juni 2018 / Birgit Røe / Hage / 12 kommentarer",
            "3. juni 2018",
            None,
            "Birgit Røe / Hage / 12 kommentarer",
        ),
        (
            "6.2.2024 14:32:18 CET | Kystverket | Pressemelding",
            "6.2.2024 14:32:18",
            None,
            "CET | Kystverket | Pressemelding",
        ),
    ],
)
def test_a_line_of_stamps_is_read(line, published, updated, rest):
    found = stamps(line)
    assert (found.published, found.updated, found.rest) == (published, updated, rest)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Pressemelding fra Vik kommune 3. mai 2021", "Pressemelding fra Vik kommune"),
        (
            "Direktoratet for samfunnssikkerhet og beredskap, 3. mai 2021",
            "Direktoratet for samfunnssikkerhet og beredskap",
        ),
        ("Mo i Rana, 3. mai 2021", "Mo i Rana"),
    ],
)
def test_a_name_beside_a_stamp_is_read_among_the_first_lines_alone(line, rest):
    assert stamps(line, opening=True).rest == rest
    assert stamps(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Høringsfrist: 30.08.2026",
        "Søknadsfrist: 1. mars 2024",
        "Neste oppdatering: 22. mai 2025",
        "Vedtaket fra 3. mai 2021 gjelder fortsatt for alle kommunene",
        "Innsatsen ble oppdatert, sier hun",
        "Lesetid 3 min",
        "",
    ],
)
def test_a_line_that_tells_another_day_is_none(line):
    assert stamps(line) is None


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        ("30. september 2022", "2022-09-30"),
        ("30. september 2022 kl. 14.00", "2022-09-30T14:00:00+02:00"),
        ("mandag 05. august 2024 - 14:30", "2024-08-05T14:30:00+02:00"),
        ("17.07.2026", "2026-07-17"),
        ("1.2.2026", "2026-02-01"),
        ("05.10.2026 - 14:30", "2026-10-05T14:30:00+02:00"),
        ("28.09.2018 11:15", "2018-09-28T11:15:00+02:00"),
        ("3. jan. 2026 14:30", "2026-01-03T14:30:00+01:00"),
        ("3. des 2019", "2019-12-03"),
        ("24.11.98", "1998-11-24"),
        ("2021-04-14T22:30:00.000Z", "2021-04-15T00:30:00+02:00"),
        ("2014-10-02T11:20:31.123+02:00", "2014-10-02T11:20:31.123000+02:00"),
        ("2014-10-02 11:20", "2014-10-02T11:20:00+02:00"),
        ("2014-10-02T11:20:00 +0200", "2014-10-02T11:20:00+02:00"),
        ("2016-05-02T00:00:00Z", "2016-05-02"),
        ("Tue, 06 Feb 2024 14:32:18 GMT", "2024-02-06T15:32:18+01:00"),
        ("i går kl. 09.05", "2024-02-04T09:05:00+01:00"),
        ("i dag", "2024-02-05"),
        ("2014-10-02T99:00", "2014-10-02"),
    ],
)
def test_words_are_worth_a_day_or_a_time_in_oslo(words, worth):
    assert value(words, FETCHED).isoformat() == worth


@pytest.mark.parametrize(
    "words",
    ["", "snart", "31.02.2020", "2020-13-01", "99.99.9999", "3 timer siden", "30. foo 2022"],
)
def test_words_that_tell_no_day_are_worth_nothing(words):
    assert value(words, FETCHED) is None


def test_today_is_no_day_where_nobody_knows_when_the_page_was_fetched():
    assert value("i dag 10:15") is None


@pytest.mark.parametrize(
    ("published", "updated", "chosen"),
    [
        (["2020-01-01", "2021-01-01"], [], ("2020-01-01", None)),
        ([None, "", "x", "2021-01-01"], [None], ("2021-01-01", None)),
        (["2020-01-01", "1.1.2020 kl. 12.00"], [], ("2020-01-01T12:00:00+01:00", None)),
        (["2020-01-02"], ["2020-01-01"], ("2020-01-02", None)),
        (["2020-01-02T10:00"], ["2020-01-02T10:00"], ("2020-01-02T10:00:00+01:00", None)),
        (["2020-01-02T10:00"], ["2020-01-02"], ("2020-01-02T10:00:00+01:00", None)),
        (["2020-01-02"], ["2020-01-03"], ("2020-01-02", "2020-01-03")),
        ([], ["2020-01-03"], (None, "2020-01-03")),
        (["0001-01-01T00:00:00", "1970-01-01T00:00:00Z"], [], (None, None)),
    ],
)
def test_the_first_good_stamp_of_each_kind_is_chosen(published, updated, chosen):
    assert choose(published, updated, FETCHED) == Chosen(*chosen)


def test_a_stamp_after_the_fetch_is_refused_and_the_next_one_taken():
    assert choose(["2024-02-06", "2024-02-05"], [], FETCHED) == Chosen("2024-02-05", None, refused=True)
    assert choose(["2024-02-05T11:30:00Z"], [], FETCHED).refused is False  # clocks differ
    assert choose(["2024-02-05T13:30:00Z"], [], FETCHED) == Chosen(None, None, refused=True)
