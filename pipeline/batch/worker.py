"""A worker as the run sees it: a process that is replaced when it dies, hangs or has served long enough."""

from __future__ import annotations

import signal
import sys
from multiprocessing import get_context
from types import MappingProxyType
from typing import TYPE_CHECKING

from models.errors import RunError, WorkerError
from pipeline.batch.serve import READY, serve

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from models.page import Page
    from pipeline.batch.limits import Limits
    from pipeline.batch.outcome import Outcome

LOADING = 300  # seconds that a worker may take to load
WORK = "pipeline.batch.work:work"
WARM = "pipeline.batch.warm"
NOTHING: Mapping[str, float | bool] = MappingProxyType({})
# A fork server loads once and forks in a moment, from a process without threads; where there is none, spawn
CONTEXT = get_context("spawn") if sys.platform == "win32" else get_context("forkserver")


class Worker:
    """A process that reads one page at a time, and its pipe; started when it is first needed."""

    def __init__(
        self, limits: Limits, *, work: str = WORK, recycle: int = 1000, reading: Mapping[str, float | bool] = NOTHING
    ) -> None:
        self._limits = limits
        self._work = work
        self._recycle = recycle
        self._reading = dict(reading)
        self._process: BaseProcess | None = None
        self._pipe: Connection
        self._served = 0
        self._closed = False
        self._death = ""

    def start(self) -> None:
        """Start the process and wait until it has loaded. RunError where it does not."""
        if self._work == WORK:
            CONTEXT.set_forkserver_preload([WARM])
        self._pipe, other = CONTEXT.Pipe()
        try:
            process = CONTEXT.Process(target=serve, args=(other, self._work, self._limits, self._reading), daemon=True)
            process.start()
            self._process, self._served = process, 0
            other.close()
            if self._pipe.poll(LOADING) and self._pipe.recv() == READY:
                return
        except (EOFError, OSError) as error:
            self.stop()
            raise RunError(f"a worker cannot start: {error or 'it died while loading'}") from error
        self.stop()
        raise RunError(f"a worker cannot start: it was not ready after {LOADING} seconds")

    def outcome(self, page: Page) -> Outcome:
        """The outcome of a page, whatever it does to the process.

        A process that dies is replaced, and the page tried once more: what killed it may have been a stranger.
        """
        return self._outcome(page) or self._outcome(page) or WorkerError(page.uri, self._death)

    def _outcome(self, page: Page) -> Outcome | None:
        """The outcome of a page, None where the process died of it."""
        if self._process is None and not self._closed:
            self.start()
        if self._closed:
            raise RunError("the run is over")
        try:
            self._pipe.send(page)
            if not self._pipe.poll(self._limits.seconds):
                self.stop()
                return WorkerError(page.uri, self._limits.time_reason)
            found: Outcome = self._pipe.recv()
        except (EOFError, OSError):
            self._death = self._buried()
            return None
        self._served += 1
        if self._served >= self._recycle or isinstance(found, WorkerError):
            self.stop()
        return found

    def _buried(self) -> str:
        """How the process died, when it has."""
        process = self._process
        if process:
            process.join(1)
        code = process.exitcode if process else None
        self.stop()
        return f"its worker died: {_told(code)}"

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._process = None

    def close(self) -> None:
        """End the process for good, from whatever thread: who waits for its answer gets a RunError."""
        self._closed = True
        if self._process:
            self._process.kill()


def _told(code: int | None) -> str:
    """How a process ended, in words.

    >>> _told(-11), _told(3)
    ('signal SIGSEGV', 'exit code 3')
    """
    return f"signal {signal.Signals(-code).name}" if code and code < 0 else f"exit code {code}"
