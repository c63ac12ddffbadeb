"""A line becomes its rows, and what tells its record from a changed one does not hang on how it is written."""

import json

import pytest

from pipeline.load.reading import loadable
from pipeline.load.rows import digest


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_record_is_told_alike_as_we_write_it_and_as_others_do(kit, end):
    record = kit.record(0)
    line, told = record.model_dump_json(), digest(record)
    assert loadable(1, (line + end).encode()).digest == told
    assert loadable(1, (json.dumps(json.loads(line)) + end).encode()).digest == told
