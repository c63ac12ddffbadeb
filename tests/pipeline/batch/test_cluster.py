"""A run on a Ray cluster: the same records as without one, whatever dies, and nothing done twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from pipeline.emit.read import read_records

ROOT = Path(__file__).parents[3]
DOCUMENTS = 48
CHUNK = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cluster") / "in"
    folder.mkdir()
    for number in range(DOCUMENTS):
        text = f"Skole nummer {number} i Molde\n\nSkolen i Molde fikk {100 + number} elever.\n" * (number % 12 > 0)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def started(*arguments):
    return subprocess.Popen(
        [sys.executable, "-c", "from pipeline.cli import app; app()", "run", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )


def actors(process):
    """The processes of the actors of a run."""
    below = psutil.Process(process.pid).children(recursive=True)
    return [one for one in below if "Reader" in "".join(one.cmdline()[:1])]


def lines(output):
    return sorted(record.model_dump_json() for record in read_records(output))


@pytest.mark.timeout(900)  # Ray starts a dozen processes
def test_a_killed_actor_costs_nothing_and_a_second_run_finds_all_done(folder, tmp_path):
    pytest.importorskip("ray", reason="the extra utdrag[ray] is not installed")
    output, local = tmp_path / "shards", tmp_path / "local.jsonl"
    process = started(folder, "-o", output, "--engine", "ray", "--chunk", CHUNK)
    while process.poll() is None and not [*output.glob("part-*.jsonl.zst")]:
        time.sleep(0.05)
    victims = actors(process)
    assert victims
    victims[0].send_signal(signal.SIGKILL)
    told = process.communicate(timeout=300)[1]
    assert process.returncode == 3, told
    assert len([*output.glob("part-*.jsonl.zst")]) == DOCUMENTS // CHUNK
    assert started(folder, "-o", local).wait(timeout=300) == 3
    assert lines(output) == lines(local)
    again = started(folder, "-o", output, "--engine", "ray", "--chunk", CHUNK)
    assert "nothing new" in again.communicate(timeout=300)[1]
    assert again.returncode == 3
