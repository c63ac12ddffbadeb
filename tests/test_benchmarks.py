"""Every benchmark can still be run: it says what it measures, and imports what there is."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.stem)
def test_a_benchmark_tells_how_it_is_run(path):
    done = subprocess.run(
        [sys.executable, str(path), "--help"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    missing = [name for name in ("goose3", "readability") if f"No module named '{name}'" in done.stderr]
    if missing:
        pytest.skip(f"needs the extra bench: {missing[0]}")
    assert done.returncode == 0, done.stderr
    assert "usage" in done.stdout
