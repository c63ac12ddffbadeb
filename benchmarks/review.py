"""Measure the list of `utdrag review` with many records: `python benchmarks/review.py [--records 100000]`.

The records are those of fixtures/releases, cut to three values of a kind and given ids, titles and days of their own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import httpx
import uvicorn

from pipeline.batch.extractor import Extractor
from pipeline.review.app import Desk, app
from pipeline.review.index import Index
from pipeline.review.patches import PatchFile, patches_path
from scrapers.sources import pages

ROOT = Path(__file__).parents[1]
ASKED = {
    "newest first": "/",
    "last page": "/?page=100000",
    "by doubt": "/?sort=doubt",
    "municipality": "/?municipality=Oslo",
    "period, sorted by title": "/?from=2015-01-01&to=2018-01-01&sort=title",
    "rare word": "/?q=responssenteret",
    "common words": "/?q=kommune+kroner",
    "kind and language": "/?kind=quotes&language=nn",
    "begun": "/?state=begun",
}
FIELDS = ("municipalities", "counties", "organizations", "people", "dates", "counts", "quotes")


def main() -> None:
    """Make the records, index them, and time the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        write(path, asked.records)
        print(f"{asked.records} records, {path.stat().st_size / 1e6:.0f} MB")
        started = time.perf_counter()
        index = Index(path)
        for _ in index.make():
            pass
        print(f"index made in {time.perf_counter() - started:.1f} s, {index.path.stat().st_size / 1e6:.0f} MB")
        address = serve(Desk(index, PatchFile(patches_path(path)), "benchmark"))
        with httpx.Client(base_url=address, timeout=60) as client:
            for name, place in ASKED.items():
                took = [timed(client, place) for _ in range(asked.times)]
                print(f"{name:28} median {statistics.median(took) * 1000:6.0f} ms   slowest {max(took) * 1000:6.0f} ms")


def write(path: Path, count: int) -> None:
    """Write the records."""
    found = [
        json.loads(one.model_dump_json())
        for one in Extractor(workers=2).extract_many(pages([str(ROOT / "fixtures" / "releases")]))
    ]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = dict(found[number % len(found)])
            record |= {field: record[field][:3] for field in FIELDS}
            record["id"] = f"{number:032x}"
            record["title"] = f"{record['title']} {number}"
            record["published"] = (date(2000, 1, 1) + timedelta(days=number % 9000)).isoformat()
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def serve(desk: Desk) -> str:
    """The address of a page served in a thread."""
    server = uvicorn.Server(uvicorn.Config(app(desk), port=0, log_level="warning", lifespan="off"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


def timed(client: httpx.Client, place: str) -> float:
    """The seconds until a page of the list is here."""
    started = time.perf_counter()
    client.get(place).raise_for_status()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
