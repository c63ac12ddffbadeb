"""`utdrag review`, `utdrag export-reviewed` and `utdrag report`, as commands."""

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[3]


def test_the_page_is_served_until_it_is_ended(fixture_records, tmp_path):
    records = tmp_path / "records.jsonl"
    records.write_bytes(fixture_records.read_bytes())
    command = [sys.executable, "-c", "from pipeline.cli import app; app()", "review", str(records), "--no-browser"]
    with subprocess.Popen([*command, "--port", "0"], stderr=subprocess.PIPE, text=True, cwd=ROOT) as served:
        address = next(found[0] for line in served.stderr if (found := re.search(r"http://\S+", line)))
        assert "Responssenteret for Ringerike" in httpx.get(address, params={"q": "Responssenteret"}).text
        served.send_signal(signal.SIGINT)
        assert served.wait(20) in {0, -signal.SIGINT, 130}


def test_a_taken_port_is_said_plainly(fixture_records, utdrag):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = utdrag("review", fixture_records, "--no-browser", "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert "cannot answer on 127.0.0.1" in done.stderr


@pytest.mark.parametrize("command", [("review", "--no-browser"), ("report",), ("export-reviewed", "-o", "out.jsonl")])
def test_a_missing_file_is_said_plainly(command, utdrag, tmp_path):
    done = utdrag(command[0], tmp_path / "none.jsonl", *command[1:])
    assert done.returncode == 1
    assert "none.jsonl: " in done.stderr
    assert "Traceback" not in done.stderr


def test_records_without_decisions_are_exported_as_they_are(fixture_records, utdrag, tmp_path):
    out, gold = tmp_path / "out.jsonl", tmp_path / "gold"
    done = utdrag("export-reviewed", fixture_records, "-o", out, "--gold", gold)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes() == fixture_records.read_bytes()
    measured = utdrag("evaluate", gold, fixture_records)
    figures = {line.split()[0]: line.split()[3] for line in measured.stdout.splitlines()[2:]}
    assert set(figures.values()) == {"1.000"}


@pytest.mark.parametrize("command", ["report", "export-reviewed"])
def test_the_records_are_never_overwritten(command, fixture_records, utdrag, tmp_path):
    records = tmp_path / "records.jsonl"
    records.write_bytes(fixture_records.read_bytes())
    done = utdrag(command, records, "-o", records)
    assert done.returncode == 2
    assert "the records file itself" in done.stderr
    assert records.read_bytes() == fixture_records.read_bytes()


@pytest.mark.parametrize("command", ["report", "export-reviewed"])
def test_a_folder_that_takes_no_file_is_said_plainly(command, fixture_records, utdrag):
    done = utdrag(command, fixture_records, "-o", "/proc/ut.html")  # where not even the superuser may write
    assert done.returncode == 1
    assert "Errno" not in done.stderr


def test_decisions_that_fit_no_more_are_told(fixture_records, utdrag, tmp_path):
    records = tmp_path / "records.jsonl"
    records.write_bytes(fixture_records.read_bytes())
    one = json.loads(records.read_text(encoding="utf-8").splitlines()[0])
    patch = {"id": "1", "article": one["id"], "path": "/people/0", "old": {"name": "Ingen"}, "new": None}
    patch |= {"reviewer": "kari", "time": "2024-05-01T10:00:00Z"}
    (tmp_path / "records.patches.jsonl").write_text(json.dumps(patch) + "\n", encoding="utf-8")
    done = utdrag("export-reviewed", records, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 3
    assert "no longer fits" in done.stderr


def test_a_report_is_written(fixture_records, utdrag, tmp_path):
    done = utdrag("report", fixture_records, "-o", tmp_path / "r.html", "--language", "en")
    assert done.returncode == 0, done.stderr
    assert "Articles over time" in (tmp_path / "r.html").read_text(encoding="utf-8")
