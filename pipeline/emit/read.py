"""Read records back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from models.errors import ReadError
from models.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file of JSON lines, in order. ReadError, with the line's number, at the first that is none."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(f"{path}:{number}", line)
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), str(getattr(error, "strerror", None) or error)) from error


def _record(where: str, line: str) -> Record:
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise ReadError(where, f"no valid record: {field + ': ' if field else ''}{first['msg']}") from error
