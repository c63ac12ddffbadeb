"""Several workers at once, their outcomes in the order of the pages, and never more pages in memory than needed."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

from models.page import Page
from pipeline.batch.outcome import Outcome
from pipeline.batch.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from models.errors import ReleaseError
    from pipeline.batch.settings import Settings

AHEAD = 16  # pages for each worker that may wait or be done before their turn
BYTES_AHEAD = 64_000_000


class Pool:
    """Worker processes, each with a thread that hands it pages and waits for it.

    Each worker has a pipe of its own, with no lock that a worker killed at a bad moment could take with it.
    """

    def __init__(self, settings: Settings) -> None:
        self._workers = [
            Worker(settings.limits, work=settings.work, recycle=settings.recycle, reading=settings.reading)
            for _ in range(settings.workers)
        ]

    def __enter__(self) -> Self:
        self._threads = ThreadPoolExecutor(len(self._workers))
        self._idle = SimpleQueue[Worker]()
        for worker in self._workers:
            self._idle.put(worker)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.stop()

    def outcomes(self, listed: Iterable[Page | ReleaseError]) -> Iterator[Outcome]:
        """The outcome of each page, in order; an error of the listing is its own."""
        waiting = deque[tuple[int, Future[Outcome]]]()
        size = 0
        for item in listed:
            weight = len(item.content) if isinstance(item, Page) else 0
            while waiting and (len(waiting) >= AHEAD * len(self._workers) or size + weight > BYTES_AHEAD):
                done, future = waiting.popleft()
                size -= done
                yield future.result()
            size += weight
            waiting.append((weight, self._begun(item)))
        while waiting:
            yield waiting.popleft()[1].result()

    def _begun(self, item: Page | ReleaseError) -> Future[Outcome]:
        if isinstance(item, Page):
            return self._threads.submit(self._one, item)
        future = Future[Outcome]()
        future.set_result(item)
        return future

    def _one(self, page: Page) -> Outcome:
        worker = self._idle.get()
        try:
            return worker.outcome(page)
        finally:
            self._idle.put(worker)
