"""What the answers of a gold folder say otherwise about an article."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from pipeline.evaluate.answers import read_cases
from pipeline.evaluate.items import FIELDS, answer_items, record_items

if TYPE_CHECKING:
    from pathlib import Path

    from models.record import Record
    from pipeline.evaluate.answers import Answer


class Gold:
    """The answers of a folder, by the stem of the document they answer for. ReadError where the folder has none."""

    def __init__(self, folder: Path) -> None:
        self._answers: dict[str, Answer] = {case.stem: case.answer for case in read_cases(folder)}

    def differences(self, record: Record) -> list[tuple[str, str, str]]:
        """Each difference as (field, "missed" or "false", what it is); [] where there is none, or no answer."""
        answer = self._answers.get(PurePath(record.source.uri).stem)
        if answer is None:
            return []
        asked, got = answer_items(answer), record_items(record)
        found = []
        for field in FIELDS:
            if field.endswith("_values"):
                continue  # what "dates" and "counts" say already
            need, may, has = asked.need[field], asked.may[field], got[field]
            found += [(field, "missed", _told(item)) for item in (need - has).elements()]
            found += [(field, "false", _told(item)) for item in (has - need - may).elements()]
        return found


def _told(item: object) -> str:
    return " · ".join(str(part) for part in item if part) if isinstance(item, tuple) else str(item)
