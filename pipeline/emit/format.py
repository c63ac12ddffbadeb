"""What every form of a records file can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Format(Protocol):
    """A form in which records are written and read: lines of JSON in, lines of JSON out."""

    suffix: str

    def packed(self, lines: bytes) -> bytes:
        """Whole lines as the bytes that are added to the file; the same lines always give the same bytes."""

    def lines(self, path: Path) -> Iterator[str]:
        """The lines of a file, in order. OSError, EOFError or ValueError where it cannot be read to its end."""
