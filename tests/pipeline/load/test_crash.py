"""Loads that are killed, and loads at the same time: no store is ever left half full."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.errors import LoadError
from pipeline.load.loading import load
from pipeline.load.tables import TABLES
from pipeline.load.targets import store_of

ROOT = Path(__file__).parents[3]
BATCH, BATCHES = 5, 400  # so many that a load is killed long before its end
PATIENCE = 60  # seconds


PROGRAM = "from pipeline.cli import app; app()"
DYING = f"""
import os
from pathlib import Path
moved, replace = [], Path.replace
def dying(self, target):
    moved.append(self)
    if len(moved) == 6:
        os.kill(os.getpid(), 9)
    return replace(self, target)
Path.replace = dying
{PROGRAM}"""  # the power goes while the sixth file is put in place


def start(*arguments, program=PROGRAM):
    """The real command, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", program, "load", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )


def under_way(address, folder):
    """Whether a load has written something."""
    if address.startswith(("duckdb", "/")):
        return any(path.stat().st_size for path in folder.rglob("*.wal"))
    try:
        with store_of(address) as store:
            return store.execute("SELECT count(*) FROM articles") != [(0,)]
    except (LoadError, *store_of(address).failures):
        return False  # not yet made, or locked


def loaded(address):
    """How many articles a store holds."""
    with store_of(address) as store:
        return store.execute("SELECT count(*) FROM articles")[0][0] if "articles" in store.columns() else 0


def lacking(address):
    """The indexes that a store should have and has not."""
    with store_of(address) as store:
        return store.lacking(TABLES)


def test_a_killed_load_leaves_whole_batches_and_the_next_gives_the_same_tables(address, kit, tmp_path):
    records = [kit.record(number) for number in range(BATCH * BATCHES)]
    path = kit.write(tmp_path / "r.jsonl", records)
    process = start(path, "--to", address, "--batch", BATCH)
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end and not under_way(address, tmp_path):
        time.sleep(0.005)
    process.kill()
    assert process.wait() == -9, process.stderr.read()
    assert loaded(address) % BATCH == 0
    assert loaded(address) < len(records)
    tally = load([path], store_of(address))
    assert tally["new"] + tally["unchanged"] == len(records)
    tables = kit.contents(address)
    assert {name: tables[name] for name in kit.expected([])} == kit.expected(records)
    assert lacking(address) == {}
    assert {found.name for found in tmp_path.iterdir()} <= {"r.jsonl", "records.sqlite", "records.duckdb", "tables"}
    assert list(tmp_path.rglob(".utdrag-load*")) == []


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_loads_at_once_take_turns(kind, address_of, kit, tmp_path):
    address = address_of(kind)
    halves = (range(300), range(150, 450))
    paths = [kit.write(tmp_path / f"{n}.jsonl", map(kit.record, half)) for n, half in enumerate(halves)]
    both = [start(path, "--to", address, "--batch", 10) for path in paths]
    assert [process.wait(PATIENCE) for process in both] == [0, 0], [process.stderr.read() for process in both]
    tables = kit.contents(address)
    assert {name: tables[name] for name in kit.expected([])} == kit.expected(map(kit.record, range(450)))
    assert lacking(address) == {}


@pytest.mark.parametrize(
    ("kind", "words"), [("duckdb", "one writer at a time"), ("parquet", "another load is at work")]
)
def test_a_second_load_is_told_where_there_can_be_one(kind, words, address_of, kit, tmp_path):
    address = address_of(kind)
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    with store_of(address):
        process = start(path, "--to", address)
        assert process.wait(PATIENCE) == 1
    assert words in process.stderr.read()
    assert load([path], store_of(address)) == {"new": 1}


def test_a_swap_of_files_that_was_cut_short_is_finished(kit, tmp_path):
    address = str(tmp_path / "tables")
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address))
    process = start(kit.write(tmp_path / "r.jsonl", [kit.record(1)]), "--to", address, program=DYING)
    assert process.wait(PATIENCE) == -9, process.stderr.read()
    load([], store_of(address))
    tables = kit.contents(address)
    assert {name: tables[name] for name in kit.expected([])} == kit.expected([kit.record(0), kit.record(1)])
    assert len(list((tmp_path / "tables").iterdir())) == len(tables) + 1  # and the lock
