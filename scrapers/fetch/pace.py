"""One request at a time to a host, and a pause between two."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from threading import Event, Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class StoppedError(Exception):
    """The fetcher was closed while a request waited for its turn."""


class Pace:
    """The turns of the hosts; threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._free: dict[str, float] = {}  # host to the time from which it may be asked again
        self._stopped = Event()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """Wait for a host's turn, and hold it while the block runs; the next comes `delay` seconds after its end."""
        with self._lock:
            turn = self._turns[host]
        with turn:
            self.sleep(self._free.get(host, 0.0) - time.monotonic())
            try:
                yield
            finally:
                self.hold(host, delay)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so many seconds from now."""
        self._free[host] = max(self._free.get(host, 0.0), time.monotonic() + seconds)

    def sleep(self, seconds: float) -> None:
        """Wait. StoppedError where the fetcher is closed meanwhile."""
        if self._stopped.wait(max(0.0, seconds)):
            raise StoppedError

    def stop(self) -> None:
        """End every wait."""
        self._stopped.set()
