"""What must hold for any document, however spoilt: a valid record or a named rejection, in bounded time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from models.errors import ReleaseError
from models.record import Record
from pipeline.run import extract
from scrapers.pages import page

if TYPE_CHECKING:
    from typing import Literal

SLOW = 8.0  # processor seconds for a few thousand bytes: far beyond what is linear, whatever else the machine does


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a document went: a record, a rejection, or a fault, which says what is wrong."""

    kind: Literal["record", "rejected", "fault"]
    reason: str = ""


def check(name: str, data: bytes) -> Outcome:
    """Read a document, and see whether everything holds that is promised."""
    started = time.process_time()
    try:
        record = extract(page(name, data, PurePath(name).suffix))
    except ReleaseError as error:
        outcome = Outcome("rejected", error.reason)
    except Exception as error:  # noqa: BLE001 - whatever else comes out is the fault that is looked for
        return Outcome("fault", f"{type(error).__name__}: {error}")
    else:
        outcome = Outcome("record") if _same_again(record) else Outcome("fault", "JSON does not give the record back")
    took = time.process_time() - started
    return Outcome("fault", f"took {took:.1f} s") if took > SLOW else outcome


def _same_again(record: Record) -> bool:
    """Whether the record comes back from its JSON, which checks every offset again."""
    return Record.model_validate_json(record.model_dump_json()) == record
