"""What a run is told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.batch.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapers.fetch.manners import Manners


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works; `drop_duplicates`, `chunk`, `min_confidence` and `fast` have a part in the bytes that it writes."""

    workers: int = field(default_factory=cores)
    limits: Limits = field(default_factory=Limits)
    recycle: int = 1000  # documents after which a worker is replaced, so that no leak can grow
    drop_duplicates: bool = False
    min_confidence: float = 0  # a value that is less sure is left out
    fast: bool = False  # read by the encoder's fast setting
    max_bytes: int = 20_000_000  # a larger document is rejected
    manners: Manners | None = None  # by which web addresses are fetched
    fresh: bool = False  # throw away what an earlier run left
    retry_rejects: bool = False  # try again what an earlier run rejected
    chunk: int = 50  # documents between two points from which a run can go on
    work: str = "pipeline.batch.work:work"  # the function from page to outcome, by its name

    @property
    def reading(self) -> Mapping[str, float | bool]:
        """What the function from page to outcome is told, by name, where it is told anything."""
        asked: dict[str, float | bool] = {"least": self.min_confidence, "fast": self.fast}
        return {name: value for name, value in asked.items() if value}

    @property
    def read_by(self) -> Mapping[str, str]:
        """What decides each record beside the code, as it is put down with an output."""
        return {"min_confidence": f"{self.min_confidence:g}", "fast": str(self.fast)}
