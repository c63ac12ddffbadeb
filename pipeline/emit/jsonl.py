"""Records as JSON lines (`.jsonl`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.emit.format import InPlace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class JsonLines(InPlace):
    """One record a line."""

    suffix = ".jsonl"

    def packed(self, lines: bytes) -> bytes:
        """The lines as they are."""
        return lines

    def lines(self, path: Path) -> Iterator[str]:
        """The lines of a file, in order."""
        with path.open(encoding="utf-8", errors="surrogateescape") as file:
            yield from file
