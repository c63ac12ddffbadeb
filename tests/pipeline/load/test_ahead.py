"""Reading in a process of its own gives what reading here gives, and ends when the load does."""

import multiprocessing
import os
import signal

import pytest

from models.errors import ReadError
from pipeline.load.ahead import batches_ahead
from pipeline.load.reading import batches


def test_the_batches_are_those_that_are_read_here(kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", map(kit.record, range(5)))
    path.write_text("{\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert list(batches_ahead(path, 2)) == list(batches(path, 2))
    assert [len(batch) for batch in batches(path, 2)] == [2, 2, 2]


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(ReadError, match=r"missing\.jsonl: No such file"):
        list(batches_ahead(tmp_path / "missing.jsonl", 2))


def test_a_load_that_breaks_off_leaves_no_process(kit, tmp_path):
    reading = batches_ahead(kit.write(tmp_path / "r.jsonl", map(kit.record, range(500))), 1)
    next(reading)
    reading.close()
    assert multiprocessing.active_children() == []


def test_a_reader_that_is_killed_is_told(kit, tmp_path):
    reading = batches_ahead(kit.write(tmp_path / "r.jsonl", map(kit.record, range(500))), 1)
    next(reading)
    (process,) = multiprocessing.active_children()
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(ReadError, match="was killed"):
        list(reading)
