"""Every form in which records are written, chosen by the name of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import OutputError
from pipeline.emit.gz import Gzip
from pipeline.emit.jsonl import JsonLines
from pipeline.emit.parquet import Parquet
from pipeline.emit.zst import Zstandard

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.emit.format import Format

FORMATS: tuple[Format, ...] = (JsonLines(), Gzip(), Zstandard(), Parquet())
SHARDS = f"part-*{Zstandard.suffix}"  # the files of a folder of records


def is_records(path: Path) -> bool:
    """Whether the name is one of a records file, or the folder one of shards."""
    return next(path.glob(SHARDS), None) is not None or has_ending(path.name)


def has_ending(name: str) -> bool:
    """Whether a name ends as that of a records file does."""
    return name.lower().endswith(tuple(form.suffix for form in FORMATS))


def format_of(path: Path) -> Format:
    """The form of a records file by its name. OutputError where the name has none of the endings."""
    for form in FORMATS:
        if path.name.lower().endswith(form.suffix):
            return form
    known = ", ".join(form.suffix for form in FORMATS)
    raise OutputError(str(path), f"the name of a records file ends in one of {known}")
