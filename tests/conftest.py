"""What several test modules share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site import running

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def utdrag():
    """Run the real command; the finished process, its output as text."""

    def run(*arguments, **options):
        command = [sys.executable, "-c", "from pipeline.cli import app; app()", *map(str, arguments)]
        given = {
            "cwd": ROOT,
            "env": {**os.environ, "PYTHONPATH": str(ROOT)},
            "capture_output": True,
            "text": True,
            "check": False,
            "timeout": 240,
        } | options
        return subprocess.run(command, **given)  # noqa: PLW1510 - check is in what is given

    return run


@pytest.fixture(scope="session")
def fixture_records(utdrag, tmp_path_factory):
    """The records of fixtures/releases, as `utdrag run` writes them."""
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    done = utdrag("run", "fixtures/releases", "-o", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def site():
    """A real web server on this machine that answers what the test puts into its `pages`."""
    with running() as found:
        yield found
