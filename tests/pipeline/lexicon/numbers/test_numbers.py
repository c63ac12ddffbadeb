"""Phrases have the worth that a reader gives them; what is no number has none."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.lexicon.numbers import number

FIXTURE = Path(__file__).parents[4] / "fixtures" / "numbers.csv"
ROWS = list(csv.DictReader(FIXTURE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=[row["phrase"] for row in ROWS])
def test_a_phrase_has_its_worth(row):
    found = number(row["phrase"])
    assert found == (Decimal(row["value"]) if row["value"] else None)


def test_both_written_standards_have_rows_of_their_own():
    assert all(sum(row["language"] == code for row in ROWS) >= 20 for code in ("nb", "nn"))
