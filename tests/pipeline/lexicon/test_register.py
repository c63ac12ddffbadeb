"""The register over time: every name on each of its days from 2008 on gives its number; the counts are the README's."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from pipeline.lexicon.place_words import likeliest, newspapers, regions, settlements, villages
from pipeline.lexicon.register import (
    continues,
    counties,
    county_name,
    county_then,
    fold,
    heirs,
    municipalities,
    municipality,
    named,
    names,
    successors,
    today,
)
from pipeline.lexicon.tables import rows, text

FIRST, LAST = date(2008, 1, 1), date(2026, 12, 31)
DAY = timedelta(days=1)
YEARS = range(FIRST.year, LAST.year + 1)
IN_FORCE = {unit.code for unit in municipalities() if unit.valid_to is None}


def days(unit):
    """The first and last day of a unit and every first of a month between, from 2008 on."""
    first, last = max(unit.valid_from, FIRST), min(unit.valid_to - DAY if unit.valid_to else LAST, LAST)
    months = [date(year, month, 1) for year in YEARS for month in range(1, 13)]
    return sorted({first, last, *(day for day in months if first <= day <= last)}) if first <= last else []


def counts(header):
    """The column of the README's table of numbers in force, by year."""
    table = re.findall(
        r"^\| (?:from )?(\d{4})(?:-(\d{4}))? \| (\d+) \| (\d+) \|$", text("kommuner/README.md"), re.MULTILINE
    )
    column = {"municipalities": 2, "counties": 3}[header]
    return {
        year: int(row[column])
        for row in table
        for year in range(int(row[0]), int(row[1] or (row[0] if int(row[0]) < 2024 else LAST.year)) + 1)
    }


def test_every_name_of_a_municipality_on_each_of_its_days_gives_its_number():
    checked = 0
    for unit in municipalities():
        for day in days(unit):
            codes = [found.code for found in municipality(unit.name, day)]
            assert unit.code in codes, (unit, day)
            assert any(county.code == unit.county_code and county.in_force(day) for county in counties()), (unit, day)
            checked += 1
    assert checked > 80_000


def test_every_name_of_a_county_on_each_of_its_days_gives_its_number():
    for unit in counties():
        for day in days(unit):
            assert [found.code for found in named(unit.name, "county") if found.in_force(day)] == [unit.code]


@pytest.mark.parametrize("table", ["navn.csv", "navn_genitiv.csv", "fylkesnavn.csv"])
def test_every_other_name_gives_the_number_of_its_day(table):
    for row in rows(f"kommuner/{table}"):
        units = names()[fold(row["name"])]
        assert row["code"] in {unit.code for unit in units}, row
        for unit in units:
            for day in days(unit):
                assert unit.code in {found.code for found in named(row["name"]) if found.in_force(day)}


@pytest.mark.parametrize(("level", "units"), [("municipalities", municipalities), ("counties", counties)])
def test_as_many_are_in_force_each_year_as_the_readme_says(level, units):
    expected = counts(level)
    assert set(YEARS) <= set(expected)
    for year, number in expected.items():
        for day in (date(year, 1, 1), date(year, 12, 31)):
            assert sum(unit.in_force(day) for unit in units()) == number, (level, day)


def test_no_number_has_two_names_on_one_day():
    for year in YEARS:
        current = Counter(unit.code for unit in municipalities() if unit.in_force(date(year, 7, 1)))
        assert set(current.values()) == {1}


def test_every_municipality_has_heirs_that_are_in_force():
    for unit in municipalities():
        assert heirs(unit.code), unit
        assert set(heirs(unit.code)) <= IN_FORCE
        assert all(today(code) for code in heirs(unit.code))


@pytest.mark.parametrize(
    ("name", "day", "codes"),
    [
        ("Skedsmo", date(2019, 12, 31), ["0231"]),
        ("Skedsmo", date(2020, 1, 1), []),
        ("Lillestrøm", date(2020, 1, 1), ["3030"]),
        ("Lillestrøm", date(2024, 1, 1), ["3205"]),
        ("Bø", date(2019, 12, 31), ["0821", "1867"]),
        ("Bø", date(2020, 1, 1), ["1867"]),
        ("KÁRÁŠJOHKA", date(2021, 6, 1), ["5437"]),
        ("ás kommune", date(2021, 6, 1), []),
        ("Ås kommune", date(2021, 6, 1), ["3021"]),
        ("Kvam herad", date(2025, 1, 1), ["4622"]),
    ],
)
def test_numbers_of_a_name_on_a_day(name, day, codes):
    assert [unit.code for unit in municipality(name, day)] == codes


@pytest.mark.parametrize(
    ("code", "now"),
    [("0231", ("3205",)), ("1243", ("4624",)), ("1850", ("1806", "1875")), ("0716", ("3905",)), ("0301", ("0301",))],
)
def test_heirs_of_a_number(code, now):
    assert heirs(code) == now


def test_a_number_that_only_moved_has_one_successor_and_goes_on():
    moved = next(unit for unit in municipalities() if unit.code == "0426")
    assert (successors("0426"), continues(moved, date(2025, 1, 1))) == (("3419",), True)
    assert county_then("3419", date(2019, 1, 1)) == "04"


def test_a_county_that_is_no_more_has_the_name_it_had_last():
    assert county_name("12", date(2025, 1, 1)) == "Hordaland"
    with pytest.raises(KeyError):
        county_name("99", date(2025, 1, 1))


@pytest.mark.parametrize("table", [regions, likeliest, newspapers])
def test_counties_of_a_table_exist(table):
    known = {unit.code for unit in counties()}
    for name, codes in table().items():
        assert set(codes) <= known, name


def test_villages_lie_in_municipalities_of_today():
    assert {village.code for several in villages().values() for village in several} <= IN_FORCE
    assert set(settlements().values()) <= IN_FORCE
    assert set(villages()) <= {name for name, units in names().items() if units[-1].level == "municipality"}
