"""Run every benchmark and write one page: `python -m benchmarks [--write] [--cnn FOLDER]`, which makes docs/benchmarks.md.

Each is run with arguments that keep all of them under half an hour on two cores; run one by itself for more. The page reader
beside others needs the extra `bench` (and a later pip than 23.2 to install it).
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
RECORDS = "RECORDS"  # stands for a records file of the fixtures
CNN = ("--cnn", "CNN")  # left out where no pipeline to measure by is given
BENCHMARKS: tuple[tuple[str, ...], ...] = (
    ("stages",),
    ("encoder", "fixtures/releases/*.txt", *CNN),
    ("dates",),
    ("counts",),
    ("places",),
    ("pages", "--rounds", "2"),
    ("batch", "--documents", "400", "--folder", "fixtures/releases"),
    ("load", RECORDS, "--records", "20000"),
    ("review", "--records", "20000", "--times", "3"),
    ("accuracy",),
    ("confidence",),
)


def main() -> int:
    """Run them one after another; 1 where one fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", nargs="+", help="names of benchmarks")
    parser.add_argument("--cnn", type=Path, help="spaCy pipeline made by training.yardstick, read beside the encoder")
    asked = parser.parse_args()
    failed, parts = (
        0,
        [f"# Benchmarks\n\n`python -m benchmarks --write` on {os.cpu_count()} cores, {platform.machine()}."],
    )
    with tempfile.TemporaryDirectory() as folder:
        records = str(Path(folder) / "records.jsonl")
        run(
            [
                sys.executable,
                "-c",
                "from pipeline.cli import app; app()",
                "run",
                "fixtures/releases",
                "-o",
                records,
                "-q",
            ]
        )
        for name, *arguments in BENCHMARKS:
            if asked.only and name not in asked.only:
                continue
            known = [part for part in arguments if asked.cnn or part not in CNN]
            meant = {RECORDS: [records], CNN[1]: [str(asked.cnn)]}
            done = run(
                [sys.executable, f"benchmarks/{name}.py", *chain(*(meant.get(part) or files(part) for part in known))]
            )
            failed += done.returncode != 0
            shown = " ".join(["python", f"benchmarks/{name}.py", *known])
            text = f"## {name}\n\n`{shown}`\n\n```\n{done.stdout.strip()}\n```"
            print(text, flush=True)
            if done.returncode:
                print(done.stderr[-2000:], file=sys.stderr)
            parts.append(text)
            if asked.write:
                PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return int(failed > 0)


def files(argument: str) -> list[str]:
    """The files that a pattern means, or the argument as it is."""
    return sorted(map(str, ROOT.glob(argument))) if "*" in argument else [argument]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """The finished command, its output as text."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
