"""Time each stage, documents of growing length, and the start of the commands: python benchmarks/stages.py [--most BYTES].

Stages are timed over the documents of fixtures/releases and fixtures/heldout, in one process, by the processor's time.
Lengths are one text over and over; the seconds for a kilobyte stay about the same where time is linear.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import annotate as annotation
from pipeline.normalise import normalise
from pipeline.run import extract
from scrapers.pages import page
from scrapers.publishers import parse
from scrapers.sources import pages

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
FOLDERS = [str(ROOT / "fixtures" / name) for name in ("releases", "heldout")]
PARAGRAPH = (
    "Ordfører Kari Vik i Molde kommune sier at fem av sju skoler fikk nytt tak 12. mai 2024.\n\n"
    "– Det kostet om lag 40 millioner kroner, sier hun til Romsdals Budstikke tirsdag.\n\n"
)
STARTS = {"utdrag --help": ["--help"], "utdrag show FILE": ["show", "fixtures/releases/a01-eide-legevakt.txt"]}


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=1_000_000, help="bytes of the longest text")
    asked = parser.parse_args()
    stages()
    lengths(asked.most)
    starts()
    print(f"most memory held: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def stages() -> None:
    """Time each stage and component over the fixtures."""
    found = list(pages(FOLDERS))
    extract(found[0])  # loads the model and the tables
    spent: defaultdict[str, float] = defaultdict(float)
    words = 0
    components = annotation.COMPONENTS
    annotation.COMPONENTS = tuple(timed(one, one.__module__.removeprefix("pipeline."), spent) for one in components)
    for one in found:
        release = timed(parse, "parse", spent)(one)
        doc = timed(annotation.annotate, "annotate", spent)(release)
        timed(normalise, "normalise", spent)(doc, release)
        words += len(doc.text.split())
    annotation.COMPONENTS = components
    total = sum(spent[name] for name in ("parse", "annotate", "normalise"))
    print(
        f"{len(found)} documents, {words} words: {len(found) / total:.1f} documents, {words / total:.0f} words a second"
    )
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:28} {seconds / total:6.1%} {seconds / len(found) * 1000:8.2f} ms a document")


def timed(run: Callable[..., Any], name: str, spent: defaultdict[str, float]) -> Callable[..., Any]:
    """The function, its processor time added up under a name."""

    def timing(*given: Any) -> Any:
        started = time.process_time()
        got = run(*given)
        spent[name] += time.process_time() - started
        return got

    return timing


def lengths(most: int) -> None:
    """Time texts of growing length."""
    size = 1000
    while size <= most:
        text = (
            ("Nytt tak i Molde\n\n" + PARAGRAPH * (size // len(PARAGRAPH) + 1))
            .encode()[:size]
            .decode("utf-8", "ignore")
        )
        started = time.process_time()
        extract(page("long.txt", text.encode(), ".txt"))
        seconds = time.process_time() - started
        print(f"{size:10} bytes {seconds:8.2f} s {seconds / size * 1e6:8.2f} ms a kilobyte")
        size *= 10


def starts() -> None:
    """Time commands from their start to their end."""
    for name, arguments in STARTS.items():
        took = []
        for _ in range(5):
            started = time.perf_counter()
            command = [sys.executable, "-c", "from pipeline.cli import app; app()", *arguments]
            subprocess.run(  # noqa: S603 - our own command
                command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
            )
            took.append(time.perf_counter() - started)
        print(f"{name:28} {statistics.median(took):6.2f} s")


if __name__ == "__main__":
    main()
