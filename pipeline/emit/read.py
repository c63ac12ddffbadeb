"""Read records back, whatever form they were written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from models.errors import ReadError, RunError
from models.record import Record
from pipeline.emit.formats import SHARDS, format_of
from pipeline.emit.jsonl import JsonLines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.emit.format import Format


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file, in order. ReadError, with the line's number, at the first that is none."""
    for number, line in read_lines(path):
        yield record(f"{path}:{number}", line)


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a records file that are not blank, each with its number. ReadError where the file cannot be read.

    A folder is read as the shards in it; a name without a known ending as JSON lines. Bytes that are no UTF-8 become lone surrogates, so that their
    line alone is no record.
    """
    try:
        lines = (line for file in _files(path) for line in _format(file).lines(file))
        yield from ((number, line) for number, line in enumerate(lines, start=1) if not line.isspace())
    except (OSError, EOFError, ValueError, RunError) as error:
        raise ReadError(str(path), str(getattr(error, "strerror", None) or error)) from error


def is_plain(path: Path) -> bool:
    """Whether the path is a file of JSON lines, which can be read from any place."""
    return path.is_file() and isinstance(_format(path), JsonLines)


def _files(path: Path) -> list[Path]:
    """The file itself, or the shards of a folder in order."""
    return sorted(path.glob(SHARDS)) if path.is_dir() else [path]


def _format(path: Path) -> Format:
    try:
        return format_of(path)
    except RunError:
        return JsonLines()


def record(where: str, line: str) -> Record:
    """The record of a line. ReadError where it holds none."""
    try:
        return Record.model_validate_json(line.encode())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise ReadError(where, f"no valid record: {field + ': ' if field else ''}{first['msg']}") from error
    except UnicodeEncodeError as error:
        raise ReadError(where, f"no UTF-8: {error}") from error
