"""What a document may take before it is given up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and megabytes that one document may take."""

    seconds: float = 60
    memory: int = 2000  # megabytes, beyond what a worker needs for itself

    @property
    def time_reason(self) -> str:
        """Why a document that took too long was given up."""
        return f"it took more than {self.seconds:g} seconds"

    @property
    def memory_reason(self) -> str:
        """Why a document that wanted too much memory was given up."""
        return f"it needs more than {self.memory} MB of memory"
