"""The command places, as a user meets it."""

import json

import pytest


def test_a_name_gives_every_period_of_it(utdrag):
    done = utdrag("places", "Kárášjohka", "--json")
    assert done.returncode == 0, done.stderr
    assert [(row["code"], row["name"], row["from"], row["to"]) for row in json.loads(done.stdout)] == [
        ("2021", "Karasjok", "1977-01-01", "2019-12-31"),
        ("5437", "Karasjok", "2020-01-01", "2023-12-31"),
        ("5610", "Karasjok", "2024-01-01", None),
    ]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("Våler", "--on", "2021-04-29"), ["3018", "3419"]),
        (("Våler", "i", "Solør", "--on", "2021-04-29"), ["3419"]),
        (("Skedsmo kommune",), ["0231"]),
        (("vestland", "fylkeskommune"), ["46"]),
        (("3030",), ["3030"]),
        (("Viken",), ["30"]),
        (("Akershus", "--on", "2024-05-01"), ["32"]),
    ],
)
def test_numbers_of_a_query(utdrag, arguments, codes):
    done = utdrag("places", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    assert [row["code"] for row in json.loads(done.stdout)] == codes


def test_history_goes_back_to_what_a_municipality_was_made_of_and_on_to_today(utdrag):
    made, gone = (json.loads(utdrag("places", code, "--json").stdout)[0] for code in ("3030", "0231"))
    assert [part["name"] for part in made["made_of"]] == ["Sørum", "Fet", "Skedsmo"]
    assert gone["today"] == [{"code": "3205", "name": "Lillestrøm"}]


def test_the_table_shows_numbers_names_and_days(utdrag):
    done = utdrag("places", "Skedsmo")
    assert done.returncode == 0, done.stderr
    for cell in ("0231", "Skedsmo", "Akershus", "1977-01-01", "2019-12-31", "3205"):
        assert cell in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Skedmso",), "no municipality or county 'Skedmso'; did you mean Skedsmo?"),
        (("Tromso",), "did you mean Tromsø"),
        (("Xyzzy",), "no municipality or county 'Xyzzy'\n"),
        (("9999",), "no municipality or county '9999'"),
        (
            ("Skedsmo", "--on", "2025-01-01"),
            "no municipality or county 'Skedsmo' on 2025-01-01 (0231 Skedsmo from 1977-01-01 to 2019-12-31)",
        ),
    ],
)
def test_what_is_not_there_says_so_and_ends_with_1(utdrag, arguments, message):
    done = utdrag("places", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr


@pytest.mark.parametrize("arguments", [(), ("Molde", "--on", "18.5.2018"), ("Molde", "--on", "2018-13-01")])
def test_wrong_usage_ends_with_2(utdrag, arguments):
    assert utdrag("places", *arguments).returncode == 2
