"""What a run is told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.batch.limits import Limits

if TYPE_CHECKING:
    from scrapers.fetch.manners import Manners


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works; of these `drop_duplicates`, `chunk` and `min_confidence` have a part in the bytes that it writes."""

    workers: int = field(default_factory=cores)
    limits: Limits = field(default_factory=Limits)
    recycle: int = 1000  # documents after which a worker is replaced, so that no leak can grow
    drop_duplicates: bool = False
    min_confidence: float = 0  # a value that is less sure is left out
    max_bytes: int = 20_000_000  # a larger document is rejected
    manners: Manners | None = None  # by which web addresses are fetched
    fresh: bool = False  # throw away what an earlier run left
    retry_rejects: bool = False  # try again what an earlier run rejected
    chunk: int = 50  # documents between two points from which a run can go on
    work: str = "pipeline.batch.work:work"  # the function from page to outcome, by its name

    @property
    def least(self) -> str:
        """The least confidence as it is put down with an output."""
        return f"{self.min_confidence:g}"
