"""Records as one Parquet file (`.parquet`), a row a record."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

from models.errors import OutputError
from pipeline.emit.zst import Zstandard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = 2000  # rows of a group: what is in memory at a time
SIZE = "utdrag.grown_size"  # how large the grown file was that a Parquet file was made from


class Parquet:
    """A Parquet file, made at the end of a run from a file of lines packed by Zstandard that grows beside it."""

    suffix = ".parquet"
    _grown = Zstandard()

    def ready(self) -> None:
        """Nothing where pyarrow is installed; OutputError where it is not."""
        if find_spec("pyarrow") is None:
            raise OutputError("pyarrow", "Parquet needs it: pip install 'utdrag[parquet]'")

    def grown(self, path: Path) -> Path:
        """`records.parquet` has `records.parquet.jsonl.zst`, itself a records file."""
        return path.with_name(path.name + self._grown.suffix)

    def packed(self, lines: bytes) -> bytes:
        """The lines as one frame of Zstandard."""
        return self._grown.packed(lines)

    def finish(self, path: Path) -> None:
        """Make the Parquet file, whole or not at all, where it is not that of the grown file already."""
        from pyarrow import RecordBatch  # noqa: PLC0415 - an extra
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

        from pipeline.emit.arrow import record_schema  # noqa: PLC0415 - imports the extra

        grown = self.grown(path)
        size = str(grown.stat().st_size)
        if path.exists() and _made_from(path) == size:
            return
        schema = record_schema({SIZE: size})
        part = path.with_name(f".{path.name}.part")
        try:
            with part.open("wb") as file, ParquetWriter(file, schema, compression="zstd") as writer:
                rows = map(json.loads, self._grown.lines(grown))
                while group := [*islice(rows, ROWS)]:
                    writer.write_batch(RecordBatch.from_pylist(group, schema=schema))
            with part.open("rb") as written:
                os.fsync(written.fileno())
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise OutputError(str(path), f"it cannot be written: {error.strerror or error}") from error

    def lines(self, path: Path) -> Iterator[str]:
        """The rows of a file as lines of JSON, in order."""
        self.ready()
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415

        with path.open("rb") as file:
            for batch in ParquetFile(file).iter_batches(batch_size=ROWS):
                for row in batch.to_pylist():
                    yield json.dumps(row, ensure_ascii=False)


def _made_from(path: Path) -> str | None:
    """The size of the grown file that a Parquet file was made from, None where it is no such file."""
    from pyarrow import ArrowException  # noqa: PLC0415
    from pyarrow.parquet import read_schema  # noqa: PLC0415

    try:
        metadata: dict[bytes, bytes] = read_schema(path).metadata or {}
    except (ArrowException, OSError):
        return None
    return metadata.get(SIZE.encode(), b"").decode() or None
