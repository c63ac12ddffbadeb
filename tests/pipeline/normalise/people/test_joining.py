"""Mentions of one person are joined, and two people never are."""

from __future__ import annotations

import pytest

from pipeline.normalise.people.joining import Called, join, surname


def people(*names: str, block: int | None = None) -> list[list[str]]:
    """The names of each person, of mentions that stand in blocks of their own unless all stand in one."""
    mentions = []
    for place, name in enumerate(names):
        full = not name.startswith("~")  # ~Vik: a mention by part of a name
        text = name.lstrip("~")
        mentions.append(Called(100 * place, 100 * place + len(text), text, full, place if block is None else block))
    return [[mention.name for mention in group.mentions] for group in join(mentions)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Kari Vik", "Kari Vik"], [["Kari Vik", "Kari Vik"]]),
        (["Kari Vik", "~Vik"], [["Kari Vik", "Vik"]]),
        (["Kari Vik", "~Kari"], [["Kari Vik", "Kari"]]),
        (["Kari Anne Vik", "Kari Vik"], [["Kari Anne Vik", "Kari Vik"]]),
        (["Kari A. Vik", "Kari Anne Vik"], [["Kari A. Vik", "Kari Anne Vik"]]),
        (["Terje Kvam-Lunde", "Terje Kvam Lunde"], [["Terje Kvam-Lunde", "Terje Kvam Lunde"]]),
        (["Vigdis Aas", "Vigdis Ås"], [["Vigdis Aas", "Vigdis Ås"]]),
        (["Kristin de Jong", "~de Jong"], [["Kristin de Jong", "de Jong"]]),
        (["Toril Brydal", "Torill Brydal"], [["Toril Brydal", "Torill Brydal"]]),
        (["Per Brydalen", "Per Brydal"], [["Per Brydalen", "Per Brydal"]]),
        (["Kari Sandberg", "~Sanberg"], [["Kari Sandberg", "Sanberg"]]),
        (["John Dahl jr.", "~Dahl"], [["John Dahl jr.", "Dahl"]]),
        (["Anne-Grete Vik", "~Anne-Grete"], [["Anne-Grete Vik", "Anne-Grete"]]),
    ],
    ids=str,
)
def test_mentions_of_one_person_are_joined(names: list[str], expected: list[list[str]]) -> None:
    assert people(*names) == expected


@pytest.mark.parametrize(
    "names",
    [
        ["Kari Vik", "Ola Vik"],
        ["Anders Hauge-Lien", "Jon Hauge-Lien", "Oda Hauge-Lien"],
        ["Kari Vik", "Karin Dal"],
        ["Per Vik", "Pål Vik"],
        ["Kari Vik", "Kari Bø"],
        ["Ola Nes", "Ola Moe"],
        ["Anne Lise Berg", "Anne Mari Berg"],
        ["Hans P. Aas", "Hans K. Aas"],
    ],
    ids=str,
)
def test_two_people_are_kept_apart(names: list[str]) -> None:
    assert people(*names) == [[name] for name in names]
    assert people(*names, block=0) == [[name] for name in names]


def test_names_side_by_side_are_no_misspellings_of_each_other() -> None:
    assert people("Toril Brydal", "Torill Brydal", block=0) == [["Toril Brydal"], ["Torill Brydal"]]


def test_a_surname_of_two_is_the_one_named_last_before_it() -> None:
    assert people("Kari Vik", "Ola Vik", "~Vik") == [["Kari Vik"], ["Ola Vik", "Vik"]]
    assert people("Kari Vik", "Ola Vik", "~Kari", "~Vik") == [["Kari Vik", "Kari", "Vik"], ["Ola Vik"]]


def test_a_part_of_no_known_name_is_nobody() -> None:
    assert people("Kari Vik", "~Tønnesen") == [["Kari Vik"]]


def test_people_come_in_the_order_of_their_first_mention() -> None:
    assert people("Siv Bø", "Kari Vik", "~Bø") == [["Siv Bø", "Bø"], ["Kari Vik"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Kari Vik", "Vik"), ("Live van der Meer", "van der Meer"), ("Maria de la Cruz", "de la Cruz")],
)
def test_a_surname_keeps_its_particles(name: str, expected: str) -> None:
    assert surname(name) == expected
