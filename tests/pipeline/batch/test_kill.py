"""Whatever ends a run, the same command goes on, and the output is that of a run nobody disturbed."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PLACES = ("Molde", "Aukra", "Vestnes", "Rauma", "Ørsta")
KILLS = 25
DOCUMENTS = 400
CHUNK = 4


def write_documents(folder, count):
    folder.mkdir()
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        bad = not number % 50
        text = "" if bad else f"Skole nummer {number} i {place}\n\nSkolen i {place} fikk {100 + number} elever.\n"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def command(folder, output, *options):
    given = ["run", str(folder), "-o", str(output), "--workers", "2", "--chunk", str(CHUNK), *options]
    return [sys.executable, "-c", "from pipeline.cli import app; app()", *given]


def started(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command(*arguments),
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def finished(*arguments):
    process = started(*arguments)
    told = process.communicate(timeout=200)[1]
    return process.returncode, told


def size(path):
    return path.stat().st_size if path.exists() else 0


def wait_for_growth(process, path, times):
    """Wait until the file has grown so many times, or the run is over."""
    for _ in range(times):
        before = size(path)
        while process.poll() is None and size(path) <= before:
            time.sleep(0.005)


def content(output):
    return [path.read_bytes() for path in (output, output.with_name("records.rejects.jsonl"))]


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many") / "in"
    write_documents(folder, DOCUMENTS)
    return folder


@pytest.fixture(scope="module")
def undisturbed(documents, tmp_path_factory):
    output = tmp_path_factory.mktemp("undisturbed") / "records.jsonl"
    assert finished(documents, output)[0] == 3
    return output


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Some documents, and the output of a run over them that nobody disturbed."""
    folder = tmp_path_factory.mktemp("few")
    write_documents(folder / "in", 100)
    assert finished(folder / "in", folder / "records.jsonl")[0] == 3
    return folder / "in", folder / "records.jsonl"


@pytest.mark.timeout(900)  # a machine at other work too takes long to start a process 26 times
def test_kills_at_random_moments_leave_no_trace(documents, undisturbed, tmp_path):
    chance = random.Random(8)  # noqa: S311 - moments
    kills = amid = rounds = 0
    while kills < KILLS:
        output = tmp_path / str(rounds) / "records.jsonl"
        process = started(documents, output)
        wait_for_growth(process, output, chance.choice((0, 1, 1, 2)))
        time.sleep(chance.uniform(0, 0.15))
        if process.poll() is None:
            with suppress(ProcessLookupError):  # it has ended just now
                os.killpg(process.pid, signal.SIGKILL)
            kills += 1
            amid += size(output) > 0
        else:  # it was quicker than this test: another round
            assert content(output) == content(undisturbed)
            rounds += 1
        process.communicate()
    code, told = finished(documents, output)
    assert code == 3, told
    assert amid > KILLS // 2
    assert content(output) == content(undisturbed)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_how_to_go_on(few, tmp_path, number):
    documents, _ = few
    output = tmp_path / "records.jsonl"
    process = started(documents, output)
    wait_for_growth(process, output, 2)
    os.killpg(process.pid, number)
    told = process.communicate(timeout=200)[1]
    assert process.returncode == 130
    assert told.count("\n") == 1
    assert "the same command goes on" in told
    assert output.read_bytes().endswith(b"\n")
    report = json.loads((tmp_path / "records.report.json").read_text(encoding="utf-8"))
    assert (report["finished"], report["documents"] % CHUNK) == (False, 0)


def with_little_room(folder, output):
    """Run where no file may grow over 40 kB."""
    bound = (40_000, 40_000)
    process = started(folder, output, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, bound))
    told = process.communicate(timeout=200)[1]
    return process.returncode, told


def test_a_file_that_cannot_grow_is_told_and_the_run_goes_on_when_it_can(few, tmp_path):
    documents, undisturbed = few
    output = tmp_path / "records.jsonl"
    code, told = with_little_room(documents, output)
    assert (code, told.count("\n")) == (1, 1), told
    assert "cannot be written" in told
    assert 0 < size(output) <= 40_000
    assert finished(documents, output)[0] == 3
    assert content(output) == content(undisturbed)


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(few, tmp_path):
    documents, undisturbed = few
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=80k", "none", disk], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk of its own may not be mounted here")
    try:
        code, told = finished(documents, disk / "records.jsonl")
        assert (code, told.count("\n")) == (1, 1), told
        assert "cannot be written" in told
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        assert finished(documents, disk / "records.jsonl")[0] == 3
        assert content(disk / "records.jsonl") == content(undisturbed)
    finally:
        subprocess.run(["umount", disk], check=True)
