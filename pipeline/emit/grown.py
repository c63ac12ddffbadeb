"""A file that grows chunk by chunk and can be cut back to any earlier size."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from models.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class GrownFile:
    """The file at `path`, its first `size` bytes kept and whatever stands behind them cut off.

    OutputError where it is shorter than that: something else has changed it.
    """

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self.size = size

    def __enter__(self) -> Self:
        found = self.path.stat().st_size if self.path.exists() else 0
        if found < self.size:
            raise OutputError(
                str(self.path),
                f"it is gone or was cut: {found} bytes where the run left {self.size}; --fresh starts anew",
            )
        try:
            self._file = self.path.open("ab", buffering=0)
            self._file.truncate(self.size)
        except OSError as error:
            raise OutputError(str(self.path), f"it cannot be written: {error.strerror or error}") from error
        return self

    def add(self, chunk: bytes) -> int:
        """Add a chunk and see it safely to the disk; the file's new size. OutputError where that cannot be done."""
        try:
            rest = memoryview(chunk)
            while rest:
                rest = rest[self._file.write(rest) :]
            if chunk:
                os.fsync(self._file.fileno())
        except OSError as error:
            raise OutputError(str(self.path), f"it cannot be written: {error.strerror or error}") from error
        self.size += len(chunk)
        return self.size

    def cut(self, size: int) -> None:
        """Keep the first `size` bytes alone."""
        self._file.truncate(size)
        self.size = size

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Cut off what a broken write left, where the disk still lets us, and close."""
        self._file.truncate(self.size)
        self._file.close()
