"""Write records and rejects as JSON lines."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from pipeline.emit.lines import LinesFile

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from models.errors import ReleaseError
    from models.record import Record


def rejects_path(records: Path) -> Path:
    """Where the rejected documents of a records file are told: `records.jsonl` has `records.rejects.jsonl`.

    >>> from pathlib import Path
    >>> rejects_path(Path("out/records.jsonl")).as_posix()
    'out/records.rejects.jsonl'
    """
    return records.with_name(f"{records.stem}.rejects.jsonl")


def reject_line(error: ReleaseError) -> str:
    """A rejected document as a line of JSON: which document, what kind of error, and the reason."""
    fields = {"uri": error.source, "error": type(error).__name__, "reason": error.reason}
    return json.dumps(fields, ensure_ascii=False)


class JsonLines:
    """Records to `path`, one a line; rejected documents to the rejects file beside it.

    Both files appear whole when the block ends without an error. Where no document is rejected there is no rejects
    file, and one of an earlier run is removed, so that it is never taken for this run's.
    """

    def __init__(self, path: Path) -> None:
        self.records = LinesFile(path)
        self.rejects = LinesFile(rejects_path(path))

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.records)
            stack.enter_context(self.rejects)
            self._stack = stack.pop_all()
        return self

    def write(self, record: Record) -> None:
        """Add a record."""
        self.records.write(record.model_dump_json())

    def reject(self, error: ReleaseError) -> None:
        """Add a rejected document."""
        self.rejects.write(reject_line(error))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)
        if kind is None and not self.rejects.count:
            self.rejects.path.unlink()
