"""How many documents the sources list, counted in a process beside the run, so that the time left can be told."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.batch.worker import CONTEXT, WARM
from scrapers.sources import FILES, pages, source_of
from scrapers.sources.address import Address
from scrapers.sources.listing import Listing
from scrapers.sources.source import chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

OFTEN = 1000  # documents after which the count looks whether anyone still wants it


def countable(sources: Iterable[str]) -> bool:
    """Whether the documents can be counted without asking the web for them, as addresses and lists of them cannot."""
    return not any(isinstance(source_of(source) or chosen(source, FILES), (Address, Listing)) for source in sources)


@contextmanager
def counting(sources: Sequence[str], max_bytes: int) -> Iterator[Callable[[], int | None]]:
    """A function that gives the number of documents, None as long as they are not counted."""
    CONTEXT.set_forkserver_preload([WARM])  # the workers are forked from the same server
    pipe, other = CONTEXT.Pipe()
    process = CONTEXT.Process(target=_count, args=(other, sources, max_bytes), daemon=True)
    process.start()
    other.close()
    found: list[int] = []

    def total() -> int | None:
        if not found and not pipe.closed and pipe.poll():
            try:
                found.append(pipe.recv())
            except (EOFError, OSError):  # the count failed, which is no harm to the run
                pipe.close()
        return found[0] if found else None

    try:
        yield total
    finally:
        process.kill()
        process.join()
        pipe.close()


def _count(pipe: Connection, sources: Sequence[str], max_bytes: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(10)  # the run comes first
    count = 0
    for _ in pages(sources, max_bytes=max_bytes):
        count += 1
        if not count % OFTEN and pipe.poll():  # the other end was closed
            return
    pipe.send(count)
