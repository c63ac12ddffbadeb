"""Read records for loading: each line becomes its rows, or a reject with its number and the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic_core import from_json, to_json

from models.errors import ReadError
from models.record import SCHEMA_VERSION
from pipeline.emit.read import record
from pipeline.load.order import lines_by_id
from pipeline.load.rows import Rows, digest, rows
from pipeline.load.upgrades import UPGRADES, upgraded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.record import Record
    from pipeline.load.upgrades import Upgrade

OURS = f'{{"schema_version":"{SCHEMA_VERSION}","id":"'  # begins a line that is the record's JSON as we write it
CHARACTERS = 16_000_000  # lines that together are longer make a batch, however few they are


@dataclass(frozen=True, slots=True)
class Reject:
    """A line that gives no rows: its number in the file, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Loadable:
    """A record as rows, with the line it was read from and what tells it from a changed one."""

    line: int
    id: str
    digest: str
    rows: Rows


@dataclass(slots=True)
class Batch:
    """Lines that are loaded together."""

    records: list[Loadable] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.records) + len(self.rejects)


def batches(path: Path, size: int, upgrades: tuple[Upgrade, ...] = UPGRADES) -> Iterator[Batch]:
    """The lines of a records file by their ids, in batches of at most `size`. ReadError where the file cannot be read."""
    batch, characters = Batch(), 0
    for number, line in lines_by_id(path):
        found = loadable(number, line, upgrades)
        if isinstance(found, Reject):
            batch.rejects.append(found)
        else:
            batch.records.append(found)
        characters += len(line)
        if len(batch) >= size or characters >= CHARACTERS:
            yield batch
            batch, characters = Batch(), 0
    if len(batch):
        yield batch


def loadable(number: int, line: str, upgrades: tuple[Upgrade, ...] = UPGRADES) -> Loadable | Reject:
    """A line's record as rows, or why it gives none."""
    try:
        found = _record(line, upgrades)
        checksum = sha256(line.rstrip("\r\n").encode()).hexdigest() if line.startswith(OURS) else digest(found)
        return Loadable(number, found.id, checksum, rows(found, checksum))
    except ReadError as error:
        return Reject(number, error.reason)
    except ValueError as error:
        return Reject(number, str(error))


def _record(line: str, upgrades: tuple[Upgrade, ...]) -> Record:
    try:
        return record("", line)
    except ReadError:
        fields = _fields(line)
        if fields is None or fields.get("schema_version", SCHEMA_VERSION) == SCHEMA_VERSION:
            raise
    return record("", to_json(upgraded(fields, upgrades)).decode())


def _fields(line: str) -> dict[str, object] | None:
    try:
        fields = from_json(line.encode())
    except ValueError:
        return None
    return fields if isinstance(fields, dict) else None
