"""The report of a run: what its output holds, what was rejected and why, which documents say the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.batch.tally import Tally


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, and what its output holds after it."""

    output: str
    report: str  # where it is written
    rejects: str  # where the rejected documents are told
    tally: Tally
    new: int  # documents of this run
    passed: int  # documents that an earlier run had done, or that were listed twice
    others: Mapping[str, int]  # files of folders and archives that are no documents, by suffix
    elapsed: float  # seconds of this run
    finished: bool  # whether the sources were read to their end

    def fields(self) -> Mapping[str, object]:
        """The report as it is written, but for the duplicates."""
        return {
            "output": self.output,
            "finished": self.finished,
            "new_documents": self.new,
            "passed_over": self.passed,
            "other_files": dict(self.others),
            "elapsed": round(self.elapsed, 3),
            **self.tally.fields(),
        }


def write_report(report: Report, duplicates: Iterable[tuple[str, str, str]]) -> None:
    """Write the report beside the output, whole or not at all: one duplicate a line, however many there are."""
    path = Path(report.report)
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(report.fields(), ensure_ascii=False, indent=1).removesuffix("\n}"))
        file.write(',\n "duplicate_documents": [')
        gap = "\n  "
        for name, uri, first in duplicates:
            file.write(gap + json.dumps({"id": name, "uri": uri, "duplicate_of": first}, ensure_ascii=False))
            gap = ",\n  "
        file.write("]\n}\n")
    part.replace(path)
