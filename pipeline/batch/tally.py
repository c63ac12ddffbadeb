"""What a run has done so far, in numbers."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Self

from models.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.batch.outcome import Outcome


@dataclass(slots=True)
class Tally:
    """Numbers of an output since it was begun, over all the runs that made it."""

    documents: int = 0
    records: int = 0
    duplicates: int = 0  # documents with the title and text of an earlier one
    rejects: Counter[str] = field(default_factory=Counter)  # by reason
    warnings: Counter[str] = field(default_factory=Counter)  # by code
    seconds: Counter[str] = field(default_factory=Counter)  # by stage, all workers together

    @classmethod
    def read(cls, text: str) -> Self:
        """The tally that was written as `text`."""
        return cls.of(json.loads(text))

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """The tally with these fields."""
        counters = {name: Counter(told[name]) for name in ("rejects", "warnings", "seconds")}
        return cls(told["documents"], told["records"], told["duplicates"], **counters)

    def plus(self, other: Self) -> Self:
        """Both together."""
        pairs = ((getattr(self, part.name), getattr(other, part.name)) for part in fields(self))
        return type(self)(*(one + more for one, more in pairs))

    def text(self) -> str:
        """The tally as JSON."""
        return json.dumps(self.fields())

    def fields(self) -> dict[str, object]:
        """The numbers by name; those of reasons, codes and stages with the greatest first."""
        return {
            "documents": self.documents,
            "records": self.records,
            "duplicates": self.duplicates,
            "rejects": dict(self.rejects.most_common()),
            "warnings": dict(self.warnings.most_common()),
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.most_common()},
        }

    def count(self, outcome: Outcome, *, written: bool) -> None:
        """Count a document, and whether its record is in the output."""
        self.documents += 1
        if isinstance(outcome, ReleaseError):
            self.rejects[reason(outcome)] += 1
            return
        self.records += written
        if written:
            self.warnings.update(code.partition(":")[0] for code in outcome.warnings)
        self.seconds.update(outcome.seconds)

    @property
    def rejected(self) -> int:
        """How many documents were rejected."""
        return self.rejects.total()


def reason(error: ReleaseError) -> str:
    """Why a document was rejected, without what is peculiar to it.

    >>> reason(ReleaseError("a.html", "internal error: ValueError: 17"))
    'internal error'
    """
    return error.reason.partition(":")[0]
