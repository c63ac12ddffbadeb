"""Every release of fixtures/releases gives its answer."""

import os
from pathlib import Path

import pytest

from models.record import Record
from pipeline.evaluate.answers import read_cases
from pipeline.evaluate.items import FIELDS, answer_items, record_items
from pipeline.evaluate.score import score

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "fixtures" / "releases"
CASES = read_cases(FOLDER)
EXACT = ("title", "lead", "published", "updated", "publisher", "language")
# What the rules reach over all fixtures, rounded down: no change may lose it.
FLOORS: dict[str, float] = {}


@pytest.fixture(scope="module")
def records(fixture_records):
    lines = fixture_records.read_text(encoding="utf-8").splitlines()
    return {Path(one.source.uri).stem: one for one in map(Record.model_validate_json, lines)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_page_is_read_right(case, records):
    got, answer = record_items(records[case.stem]), answer_items(case.answer)
    assert {name: got[name] for name in EXACT} == {name: answer.need[name] for name in EXACT}


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_falls_below_what_it_reached(name, records):
    assert score(CASES, records.values()).fields[name].f1 >= FLOORS[name]


def test_a_rerun_gives_the_same_bytes(fixture_records, utdrag, tmp_path):
    again = tmp_path / "again.jsonl"
    assert (
        utdrag(
            "run", "fixtures/releases", "-o", again, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
        ).returncode
        == 0
    )
    assert again.read_bytes() == fixture_records.read_bytes()


def test_every_value_says_how_sure_it_is_and_who_read_it(records):
    for record in records.values():
        for name in ("municipalities", "counties", "organizations", "people", "dates", "counts", "quotes"):
            for value in getattr(record, name):
                assert 0 < value.confidence <= 1
                assert value.by
