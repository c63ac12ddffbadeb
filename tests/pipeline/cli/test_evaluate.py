"""`utdrag evaluate` and `utdrag schema`."""

import json
from pathlib import Path

FOLDER = "fixtures/releases"
ROOT = Path(__file__).parents[3]


def test_a_row_for_each_field(utdrag, fixture_records):
    done = utdrag("evaluate", FOLDER, fixture_records)
    assert done.returncode == 0
    assert "municipalities" in done.stdout
    assert done.stdout.splitlines()[0] == "21 cases, 21 records"


def test_json_and_errors(utdrag, fixture_records):
    assert json.loads(utdrag("evaluate", FOLDER, fixture_records, "--json").stdout)["title"]["f1"] == 1
    first = utdrag("evaluate", FOLDER, fixture_records, "--errors").stdout.splitlines()[0]
    assert first.split("\t")[2] in {"missed", "false"}


def test_a_folder_without_answers_is_told(utdrag, fixture_records, tmp_path):
    done = utdrag("evaluate", tmp_path, fixture_records)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_the_schema_is_printed_as_committed(utdrag):
    assert utdrag("schema").stdout == (ROOT / "schema" / "record.schema.json").read_text(encoding="utf-8")
