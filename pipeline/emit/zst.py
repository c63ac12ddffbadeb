"""Records as JSON lines packed by Zstandard (`.jsonl.zst`)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pipeline.emit.format import InPlace

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEVEL = 9
PARAMETER = zstd.CompressionParameter
OPTIONS: dict[int, int] = {PARAMETER.compression_level: LEVEL, PARAMETER.checksum_flag: 1}


class Zstandard(InPlace):
    """One record a line, a Zstandard frame for each chunk: the frames together are one Zstandard file."""

    suffix = ".jsonl.zst"

    def packed(self, lines: bytes) -> bytes:
        """The lines as one frame."""
        return zstd.compress(lines, options=OPTIONS)

    def lines(self, path: Path) -> Iterator[str]:
        """The lines of a file, in order; none of an empty one, which is no frame yet."""
        if not path.stat().st_size:
            return
        try:
            with zstd.open(path, "rt", encoding="utf-8") as file:
                yield from file
        except zstd.ZstdError as error:
            raise ValueError(f"no Zstandard file: {error}") from error
