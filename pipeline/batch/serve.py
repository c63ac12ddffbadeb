"""What a worker process does: load once, then give the outcome of each page it is handed, until it is let go."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from models.errors import ReleaseError, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.connection import Connection

    from models.page import Page
    from pipeline.batch.limits import Limits
    from pipeline.batch.outcome import Outcome

READY = "ready"
MEGABYTE = 1_000_000
GRACE = 30  # seconds after which a worker ends itself where nobody is left to end it


def serve(pipe: Connection, work: str, limits: Limits, reading: Mapping[str, float | bool]) -> None:
    """Answer each page of the pipe by its outcome, by the function that `work` names ("module:function"), told `reading`.

    Ctrl-C is the run's affair: it lets the worker go by closing the pipe.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    function: Callable[[Page], Outcome] = partial(resolve_name(work), **reading)
    _bound_memory(limits.memory)
    try:
        pipe.send(READY)
        while True:
            page: Page = pipe.recv()
            _alarm(limits.seconds + GRACE)
            try:
                outcome = function(page)
            except MemoryError:
                outcome = WorkerError(page.uri, limits.memory_reason)
            except Exception as error:  # noqa: BLE001 - a document's defect must not end its worker; the line names it
                outcome = ReleaseError.of(page.uri, error)
            _alarm(0)
            pipe.send(outcome)
    except (EOFError, OSError):  # the run has ended, or was ended
        os._exit(0)


def _bound_memory(megabytes: int) -> None:
    """Let the process have so much memory beyond what it has now; only Linux tells what it has, and holds to it."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on every system

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            pages = int(file.read().split()[0])
        bound = pages * resource.getpagesize() + megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def _alarm(seconds: float) -> None:
    """End the process after so many seconds, even within foreign code; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
