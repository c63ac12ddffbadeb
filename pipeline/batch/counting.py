"""How many documents the sources list, counted in a process beside the run, so that the time left can be told."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.batch.worker import CONTEXT, WARM
from scrapers.sources import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

OFTEN = 1000  # documents after which the count looks whether anyone still wants it


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
