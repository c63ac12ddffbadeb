"""From a page to its outcome: the one pure function that every engine shares."""

from __future__ import annotations

from hashlib import sha256
from time import perf_counter
from typing import TYPE_CHECKING

from models.errors import ReleaseError
from pipeline.batch.outcome import Done
from pipeline.run import attempt

if TYPE_CHECKING:
    from models.page import Page
    from models.record import Record
    from pipeline.batch.outcome import Outcome


def work(page: Page, *, least: float = 0, fast: bool = False) -> Outcome:
    """The outcome of a page, its values at least as sure as `least`, read by the encoder's `fast` setting or not.

    It depends on nothing else but for the seconds it took.
    """
    found = attempt(page, fast=fast)
    if isinstance(found, ReleaseError):
        return found
    record, seconds = found
    start = perf_counter()
    record = record.above(least) if least else record
    line = record.model_dump_json()
    return Done(
        id=record.id,
        uri=record.source.uri,
        line=line,
        content=content_hash(record),
        warnings=record.warnings,
        seconds={**seconds, "emit": perf_counter() - start},
    )


def content_hash(record: Record) -> bytes:
    """16 bytes that two records share where title and text are the same, letter by letter."""
    return sha256(f"{record.title}\0{record.text}".encode()).digest()[:16]
