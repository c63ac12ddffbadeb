"""Read records for loading: each line becomes its rows, or a reject with its number and the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic_core import from_json, to_json

from models.decode import decode
from models.errors import ReadError
from models.record import SCHEMA_VERSION
from pipeline.emit.read import record
from pipeline.load.order import lines_by_id
from pipeline.load.rows import as_they_are, digest, rows
from pipeline.load.upgrades import UPGRADES, upgraded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.record import Record
    from pipeline.load.rows import Encode, Encoded
    from pipeline.load.upgrades import Upgrade

OURS = (
    f'{{"schema_version":"{SCHEMA_VERSION}","id":"'.encode()
)  # begins a line that is the record's JSON as we write it
BYTES = 16_000_000  # lines that together are longer make a batch, however few they are


@dataclass(frozen=True, slots=True)
class Reject:
    """A line that gives no rows: its number in the file, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Loadable:
    """A record as encoded rows by table, with the line it was read from and what tells it from a changed one."""

    line: int
    id: str
    digest: str
    rows: dict[str, Encoded]


@dataclass(slots=True)
class Batch:
    """Lines that are loaded together."""

    records: list[Loadable] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.records) + len(self.rejects)


def batches(
    path: Path, size: int, encode: Encode = as_they_are, upgrades: tuple[Upgrade, ...] = UPGRADES
) -> Iterator[Batch]:
    """The lines of a records file by their ids, in batches of at most `size`. ReadError where the file cannot be read."""
    batch, length = Batch(), 0
    for number, line in lines_by_id(path):
        found = loadable(number, line, encode, upgrades)
        if isinstance(found, Reject):
            batch.rejects.append(found)
        else:
            batch.records.append(found)
        length += len(line)
        if len(batch) >= size or length >= BYTES:
            yield batch
            batch, length = Batch(), 0
    if len(batch):
        yield batch


def loadable(
    number: int, line: bytes, encode: Encode = as_they_are, upgrades: tuple[Upgrade, ...] = UPGRADES
) -> Loadable | Reject:
    """A line's record as encoded rows, or why it gives none."""
    try:
        found, checksum = _as_written(line) or _in_other_words(line.decode(errors="surrogateescape"), upgrades)
        tables = rows(found, checksum)
        return Loadable(number, found.id, checksum, {name: encode(those) for name, those in tables.items()})
    except ReadError as error:
        return Reject(number, error.reason)
    except ValueError as error:
        return Reject(number, str(error))


def _as_written(line: bytes) -> tuple[Record, str] | None:
    """The record of a line that begins as we write it, and its digest. None where that cannot be told at once."""
    if not line.startswith(OURS):
        return None
    try:
        return decode(line), sha256(line.rstrip(b"\r\n")).hexdigest()
    except ValueError:
        return None


def _in_other_words(line: str, upgrades: tuple[Upgrade, ...]) -> tuple[Record, str]:
    found = _record(line, upgrades)
    return found, digest(found)


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
