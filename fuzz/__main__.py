"""Spoil documents and look for faults: `python -m fuzz [--documents 10000] [--seed 1] [--workers N] [--keep FOLDER]`.

The documents are those of fixtures/releases, fixtures/heldout and fixtures/pages. Every one is made from the seed and its
number, so a fault is had again with `--only NUMBER`; `--keep` writes those with a fault to a folder. Exit codes: 0 none has
one, 1 some have.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from random import Random

from fuzz.check import Outcome, check
from fuzz.mutate import spoilt

ROOT = Path(__file__).parents[1]
FOLDERS = ("releases", "heldout", "pages")


@cache
def originals() -> tuple[Path, ...]:
    """The documents that are spoilt, in order."""
    found = (path for folder in FOLDERS for path in (ROOT / "fixtures" / folder).glob("*"))
    return tuple(sorted(path for path in found if path.suffix in {".html", ".txt"}))


def made(seed: int, number: int) -> tuple[str, bytes]:
    """The spoilt document of a number: its name, and its bytes."""
    dice = Random(f"{seed} {number}")  # noqa: S311 - no secret
    path = dice.choice(originals())
    return f"{number}-{path.name}", spoilt(path.read_bytes(), dice)


def run(seed: int, number: int) -> tuple[int, str, Outcome]:
    """How the spoilt document of a number went."""
    name, data = made(seed, number)
    return number, name, check(name, data)


def main() -> int:
    """Run them, and tell what came out."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, help="the one document of this number")
    parser.add_argument("--keep", type=Path, help="where to write documents with a fault")
    asked = parser.parse_args()
    numbers = range(asked.documents) if asked.only is None else [asked.only]
    outcomes: Counter[str] = Counter()
    started = time.monotonic()
    with ProcessPoolExecutor(asked.workers) as pool:
        for number, name, outcome in pool.map(partial(run, asked.seed), numbers, chunksize=8):
            outcomes[outcome.kind] += 1
            if outcome.kind == "fault":
                print(f"{number} {name}: {outcome.reason}", flush=True)
                if asked.keep:
                    asked.keep.mkdir(parents=True, exist_ok=True)
                    (asked.keep / name).write_bytes(made(asked.seed, number)[1])
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(outcomes.items()))
    print(f"{sum(outcomes.values())} documents: {told}, in {time.monotonic() - started:.0f} s")
    return int(outcomes["fault"] > 0)


if __name__ == "__main__":
    sys.exit(main())
