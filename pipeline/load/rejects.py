"""Tell which lines of a records file were not loaded, and why, in a file beside it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from pipeline.load.reading import Reject


def rejects_path(records: Path) -> Path:
    """Where the rejected lines of a records file are told.

    >>> from pathlib import Path
    >>> [rejects_path(Path(name)).as_posix() for name in ("out/records.jsonl", "records.jsonl.gz", "records.parquet")]
    ['out/records.load-rejects.jsonl', 'records.load-rejects.jsonl', 'records.load-rejects.jsonl']
    """
    return records.with_name(f"{records.name.partition('.')[0]}.load-rejects.jsonl")


class RejectsFile:
    """A line of JSON for each rejected line of `records`: its number and the reason.

    The file appears whole when the block ends without an error. Where nothing is rejected there is none, and that of
    an earlier load is removed, so that it is never taken for this one's.
    """

    def __init__(self, records: Path) -> None:
        self.path = rejects_path(records)
        self._part = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        return self

    def write(self, reject: Reject) -> None:
        """Add a rejected line."""
        if self._file is None:
            self._file = self._part.open("w", encoding="utf-8", newline="\n")
        self._file.write(json.dumps({"line": reject.line, "reason": reject.reason}, ensure_ascii=False) + "\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
        if kind is not None:
            self._part.unlink(missing_ok=True)
        elif self._file is not None:
            self._part.replace(self.path)
        else:
            self.path.unlink(missing_ok=True)
