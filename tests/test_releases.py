"""Every release of fixtures/releases gives its answer."""

import os
from pathlib import Path

import pytest

from models.record import Record
from pipeline.evaluate.answers import read_cases
from pipeline.evaluate.items import answer_items, record_items
from pipeline.evaluate.score import score

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "fixtures" / "releases"
CASES = read_cases(FOLDER)
EXACT = ("title", "lead", "published", "updated", "language")
# What the rules reach over all fixtures, rounded down: no change may lose it.
FLOORS = {
    "title": 1,
    "lead": 1,
    "published": 1,
    "updated": 1,
    "publisher": 0.97,
    "language": 1,
    "municipalities": 0.96,
    "counties": 0.92,
    "organizations": 0.98,
    "people": 0.99,
    "roles": 0.98,
    "dates": 0.99,
    "date_values": 0.99,
    "counts": 0.99,
    "count_values": 0.99,
    "quotes": 0.99,
}


@pytest.fixture(scope="module")
def records(fixture_records):
    lines = fixture_records.read_text(encoding="utf-8").splitlines()
    return {Path(one.source.uri).stem: one for one in map(Record.model_validate_json, lines)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_page_is_read_right(case, records):
    got, answer = record_items(records[case.stem]), answer_items(case.answer)
    assert {name: got[name] for name in EXACT} == {name: answer.need[name] for name in EXACT}


@pytest.mark.parametrize("name", FLOORS)
def test_no_field_falls_below_what_it_reached(name, records):
    assert score(CASES, records.values()).fields[name].f1 >= FLOORS[name]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_rerun_gives_the_same_bytes(seed, fixture_records, utdrag, tmp_path):
    again = tmp_path / "again.jsonl"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
    assert utdrag("run", "fixtures/releases", "-o", again, env=environment).returncode == 0
    assert again.read_bytes() == fixture_records.read_bytes()


def test_every_value_says_how_sure_it_is_and_who_read_it(records):
    for record in records.values():
        for name in ("municipalities", "counties", "organizations", "people", "dates", "counts", "quotes"):
            for value in getattr(record, name):
                assert 0 < value.confidence <= 1
                assert value.by
