"""What stands beside a records file, and how it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.emit.formats import format_of, has_ending

if TYPE_CHECKING:
    from pathlib import Path


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file that exists, so that writing the one would throw the other away."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one is not there, or is an address and no path
        return False


def rejects_path(records: Path) -> Path:
    """Where the rejected documents of a records file are told: `records.jsonl.gz` has `records.rejects.jsonl`.

    >>> from pathlib import Path
    >>> rejects_path(Path("out/records.jsonl.gz")).as_posix()
    'out/records.rejects.jsonl'
    """
    return _beside(records, ".rejects.jsonl")


def report_path(records: Path) -> Path:
    """Where a run's report stands: `records.jsonl` has `records.report.json`."""
    return _beside(records, ".report.json")


def state_path(records: Path) -> Path:
    """Where a run keeps how far it has come: `records.jsonl` has `records.jsonl.state`."""
    return records.with_name(f"{records.name}.state")


def _beside(records: Path, ending: str) -> Path:
    stem = records.name[: -len(format_of(records).suffix)] if has_ending(records.name) else records.stem
    return records.with_name(stem + ending)
