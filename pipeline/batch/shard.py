"""One shard: its documents read, its outcomes written, so that its records are there whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import uuid4

from fsspec.core import split_protocol

from models.errors import ReadError, ReleaseError
from models.page import Page
from pipeline.batch.book import document_key
from pipeline.batch.shards import place
from pipeline.batch.tally import Tally
from pipeline.emit.rejects import reject_line
from pipeline.emit.zst import Zstandard
from scrapers.sources import pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.batch.pool import Pool
    from pipeline.batch.shards import File, Shard

FORM = Zstandard()
PART = ".part"
CHUNK = 50  # records of a Zstandard frame


def write_shard(shard: Shard, output: str, pool: Pool, max_bytes: int) -> Tally:
    """Read the shard's documents and write its rejects, its report and, last of all, its records; give its tally.

    A shard is done when its records are there under their name: what was written before is written anew.
    """
    system, root = place(output)
    stem = f"{root}/{shard.name}"
    part = f"{stem}.{uuid4().hex[:8]}{PART}"  # an actor that was given up may be at it still
    tally, contents, rejects = Tally(), list[tuple[str, str, str]](), list[str]()
    outcomes = pool.outcomes(_once(_pages(shard.files, max_bytes)))
    with system.open(part, "wb") as file:
        while group := [*islice(outcomes, CHUNK)]:
            lines = ""
            for outcome in group:
                tally.count(outcome, written=True)
                if isinstance(outcome, ReleaseError):
                    rejects.append(reject_line(outcome))
                else:
                    lines += f"{outcome.line}\n"
                    contents.append((outcome.content.hex(), outcome.id, outcome.uri))
            file.write(FORM.packed(lines.encode()) if lines else b"")
    if rejects:
        system.pipe_file(f"{stem}.rejects.jsonl", "".join(f"{line}\n" for line in rejects).encode())
    told = {"files": [(one.address, one.size) for one in shard.files], "tally": tally.fields(), "contents": contents}
    system.pipe_file(f"{stem}.json", json.dumps(told).encode())
    system.mv(part, stem + FORM.suffix)
    return tally


def _once(listed: Iterable[Page | ReleaseError]) -> Iterator[Page | ReleaseError]:
    seen = set[bytes]()
    for item in listed:
        key = document_key(item)
        if key not in seen:
            seen.add(key)
            yield item


def _pages(listed: Iterable[File], max_bytes: int) -> Iterator[Page | ReleaseError]:
    """The documents of the files; a file that lies elsewhere is fetched first, and its documents keep its address."""
    for file in listed:
        if split_protocol(file.address)[0] is None:
            yield from pages([file.address], max_bytes=max_bytes)
        elif file.size < 0:
            yield ReadError(file.address, "no such file")
        else:
            yield from _fetched(file.address, max_bytes)


def _fetched(address: str, max_bytes: int) -> Iterator[Page | ReleaseError]:
    system, path = place(address)
    with TemporaryDirectory() as folder:
        here = str(Path(folder) / path.rpartition("/")[2])
        try:
            system.get_file(path, here)
        except OSError as error:
            yield ReadError(address, (error.strerror or str(error)).lower())
            return
        for item in pages([here], max_bytes=max_bytes):
            yield _named(item, here, address)


def _named(item: Page | ReleaseError, here: str, address: str) -> Page | ReleaseError:
    """The document with the address of its file where it has the path of the copy."""
    if isinstance(item, Page):
        return replace(item, uri=_moved(item.uri, here, address))
    return type(item)(_moved(item.source, here, address), item.reason)


def _moved(uri: str, here: str, address: str) -> str:
    return address + uri.removeprefix(here) if uri.startswith(here) else uri
