"""The tables that people and roles are read by are whole."""

from __future__ import annotations

import pytest

from pipeline.lexicon.names import NAME_WORD
from pipeline.lexicon.tables import rows
from pipeline.lexicon.titles import title_word

SINGLE = [
    "historic_people.csv", "kinship.csv", "applying.csv", "small_words.csv", "surnames.csv", "title_exceptions.csv",
    "title_fields.csv", "wide_titles.csv", "prefix_organizations.csv", "verb_openers.csv", "adjective_endings.csv",
    "credits.csv", "agent_endings.csv", "platforms.csv", "named_after.csv", "schooling.csv", "stage_parts.csv",
    "title_qualifier_endings.csv", "relational_titles.csv", "monuments.csv", "offices.csv", "nationalities.csv",
]  # fmt: skip
CHOICES = {
    ("given_names.csv", "origin"): {"no", "sami", "norne", "other"},
    ("given_names.csv", "word"): {"yes", "no"},
    ("name_particles.csv", "where"): {"inside", "behind"},
    ("name_blockers.csv", "where"): {"before", "within", "behind", "first", "street", "place"},
    ("organization_nouns.csv", "legal"): {"yes", "no"},
    ("title_heads.csv", "gender"): {"m", "f", "n", "a"},
    ("title_heads.csv", "compounds"): {"yes", "no", "only"},
    ("title_heads.csv", "verb"): {"yes", "no"},
    ("title_qualifiers.csv", "keep"): {"yes", "no"},
    ("no_titles.csv", "compounds"): {"yes", "no"},
    ("parties.csv", "alone"): {"yes", "no"},
    ("role_words.csv", "letter"): set("ISEWCLFHGBYZKnahwemfj"),
}


@pytest.mark.parametrize("table", SINGLE)
def test_a_table_of_one_column_has_one_word_a_row(table: str) -> None:
    values = [list(row.values()) for row in rows(table)]
    assert all(len(row) == 1 and row[0] and row[0] == row[0].strip() for row in values)
    assert len({row[0] for row in values}) == len(values)


@pytest.mark.parametrize(("table", "header"), CHOICES, ids=str)
def test_every_row_is_one_of_its_choices(table: str, header: str) -> None:
    for row in rows(table):
        assert row[header] in CHOICES[table, header], row
        assert all(row.values()), row


def test_every_given_name_is_written_as_a_name_is() -> None:
    assert [row["name"] for row in rows("given_names.csv") if not NAME_WORD.fullmatch(row["name"])] == []


@pytest.mark.parametrize(
    "row", [row for row in rows("title_heads.csv") if row["compounds"] != "only"], ids=lambda row: row["head"]
)
def test_every_head_is_a_title_in_its_own_form(row: dict[str, str]) -> None:
    title = title_word(row["head"])
    assert title is not None
    assert (title.word, title.form) == (row["head"], "indefinite")
