"""Records as JSON lines packed by gzip (`.jsonl.gz`)."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from pipeline.emit.format import InPlace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Gzip(InPlace):
    """One record a line, a gzip member for each chunk: the members together are one gzip file."""

    suffix = ".jsonl.gz"

    def packed(self, lines: bytes) -> bytes:
        """The lines as one member, without the time of day, so that it is the same tomorrow."""
        return gzip.compress(lines, mtime=0)

    def lines(self, path: Path) -> Iterator[str]:
        """The lines of a file, in order."""
        try:
            with gzip.open(path, "rt", encoding="utf-8", errors="surrogateescape") as file:
                yield from file
        except zlib.error as error:
            raise ValueError(f"no gzip file: {error}") from error
