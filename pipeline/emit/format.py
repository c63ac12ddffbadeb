"""What every form of a records file can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Format(Protocol):
    """A form in which records are written and read: lines of JSON in, lines of JSON out.

    A form that cannot grow in place, chunk by chunk, has a file beside it that does, and is made from that when the
    run has come to its end.
    """

    suffix: str

    def ready(self) -> None:
        """Nothing where the form can be written here; OutputError where what it needs is not installed."""

    def grown(self, path: Path) -> Path:
        """The file that grows as the output at `path` is written."""

    def packed(self, lines: bytes) -> bytes:
        """Whole lines as the bytes that are added to that file; the same lines always give the same bytes."""

    def finish(self, path: Path) -> None:
        """Make the output at `path` from the file that has grown, where it is not that itself."""

    def lines(self, path: Path) -> Iterator[str]:
        """The lines of an output, in order. OSError, EOFError or ValueError where it cannot be read to its end."""


class InPlace:
    """A form that grows in place."""

    def ready(self) -> None:
        """Nothing: it needs nothing that is not installed with utdrag."""

    def grown(self, path: Path) -> Path:
        """The output itself."""
        return path

    def finish(self, path: Path) -> None:
        """Nothing: the output is there."""
