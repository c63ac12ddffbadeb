"""Time a batch run and watch its memory: python benchmarks/batch.py [--documents N] [--workers 1 2] [--folder FOLDER].

The documents are those of a folder over and over, each copy with a line of its own, or short invented ones. For each
number of workers it prints documents a second, and the resident memory of the run and of its largest worker when so
many documents were done.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

import psutil

from models.page import Page
from pipeline.batch.book import Book
from pipeline.batch.engine import Run
from pipeline.batch.pool import Pool
from pipeline.batch.settings import Settings
from pipeline.batch.tally import Tally
from scrapers.sources import pages

_PLACES = ("Molde", "Aukra", "Vestnes", "Rauma", "Ørsta", "Hole")
_MEGABYTE = 1_000_000
_STEPS = 10  # lines on memory


def main() -> None:
    """Print a table for each number of workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--folder", help="documents to multiply, instead of short ones")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for workers in options.workers:
        listed = _copies(options.folder) if options.folder else _short()
        with tempfile.TemporaryDirectory() as folder:
            _measure(islice(listed, options.documents), options.documents, workers, Path(folder) / "records.jsonl")


def _short() -> Iterator[Page]:
    for number, place in enumerate(cycle(_PLACES)):
        text = f"Sak {number} i {place}\n\nOrdfører Kari Vik i {place} sier at {number} elever kom 3. mai 2022.\n"
        yield Page(uri=f"{number}.txt", content=text.encode(), media_type="text/plain")


def _copies(folder: str) -> Iterator[Page]:
    for number in count():
        for page in pages([folder]):
            assert isinstance(page, Page)
            own = f"\n<p>Kopi {number}.</p>" if page.media_type == "text/html" else f"\n\nKopi {number}.\n"
            yield Page(f"{page.uri}#{number}", page.content + own.encode(), page.media_type)


def _measure(listed: Iterator[Page], documents: int, workers: int, output: Path) -> None:
    settings = Settings(workers=workers, chunk=10)  # the first chunk is not timed: the workers are loading
    marks = [documents * step // _STEPS for step in range(1, _STEPS + 1)]
    begun = list[float]()

    def watch(tally: Tally) -> None:
        if tally.documents and not begun:
            begun.append(time.perf_counter())  # the workers have loaded
            begun.append(tally.documents)
        while marks and tally.documents >= marks[0]:
            marks.pop(0)
            run, worker = _memory()
            print(
                f"{workers} workers {tally.documents:7} documents {run:6.0f} MB the run {worker:6.0f} MB a worker",
                flush=True,
            )

    start = time.process_time()
    with Book(output, [], settings) as book, Pool(settings) as pool:
        report = Run(book, watch).over(listed, pool.outcomes, settings.chunk)
    rate = (report.new - begun[1]) / (time.perf_counter() - begun[0])
    own, stages = (time.process_time() - start) / report.new, report.tally.seconds.total() / report.new
    print(
        f"{workers} workers {rate:.1f} documents a second; a document takes {1000 * stages:.1f} ms of a worker and "
        f"{1000 * own:.1f} processor ms of the run; load {os.getloadavg()[0]:.1f}"
    )


def _memory() -> tuple[float, float]:
    """Megabytes resident in this process, and in the largest of those below it."""
    own = psutil.Process()
    below = [0]
    for process in own.children(recursive=True):
        try:
            below.append(process.memory_info().rss)
        except psutil.NoSuchProcess:
            continue
    return own.memory_info().rss / _MEGABYTE, max(below) / _MEGABYTE


if __name__ == "__main__":
    main()
