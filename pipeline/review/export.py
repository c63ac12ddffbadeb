"""Take decisions out again: corrected records, and answers in the form of a gold folder."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from pipeline.emit.lines import LinesFile
from pipeline.emit.read import read_records
from pipeline.review.apply import review
from pipeline.review.patches import PatchFile, patches_path

if TYPE_CHECKING:
    from models.record import Record
    from pipeline.review.patches import Patch


UNFIT = re.compile(r"[/\\\x00-\x1f\ud800-\udfff]")  # what the name of a file cannot hold
LONGEST = 200  # bytes of a name


@dataclass(slots=True)
class Exported:
    """What was written: records, decisions applied, answers, and the patches that fit nothing any more."""

    records: int = 0
    decisions: int = 0
    answers: int = 0
    stale: list[Patch] = field(default_factory=list)


def export(records: Path, output: Path, gold: Path | None, *, only_done: bool) -> Exported:
    """Write the corrected records to `output`, whole or not at all, and their answers to the folder `gold`.

    Two documents of one stem get answers `NAME.json` and `NAME-2.json`. ReadError where the records or the patches cannot
    be read.
    """
    patches = PatchFile(patches_path(records))
    told = Exported()
    stems: dict[str, int] = {}
    if gold:
        gold.mkdir(parents=True, exist_ok=True)
    with LinesFile(output) as lines:
        for record in read_records(records):
            reviewed = review(record, patches.of(record.id))
            if only_done and not reviewed.done:
                continue
            corrected = reviewed.corrected()
            lines.write(corrected.model_dump_json())
            told.records += 1
            told.decisions += reviewed.decisions
            told.stale += reviewed.stale
            if gold:
                _write_answer(gold, corrected, stems)
                told.answers += 1
    return told


def _write_answer(folder: Path, record: Record, stems: dict[str, int]) -> None:
    stem = UNFIT.sub("_", PurePath(record.source.uri).stem).encode()[:LONGEST].decode(errors="ignore").strip(".")
    stem = stem or f"answer-{sum(stems.values()) + 1}"
    stems[stem] = stems.get(stem, 0) + 1
    name = stem if stems[stem] == 1 else f"{stem}-{stems[stem]}"
    path = folder / f"{name}.json"
    path.write_text(json.dumps(answer(record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def answer(record: Record) -> dict[str, Any]:
    """The record in the form of an answer: what an analyst would write down, without offsets."""
    return {
        "language": record.language,
        "title": record.title,
        "lead": record.lead,
        "published": record.published and record.published.isoformat()[:16],
        "updated": record.updated and record.updated.isoformat()[:16],
        "publisher": record.publisher,
        "municipalities": [
            {"name": one.name, "county": one.county.name, "code": one.code}
            | ({"historical": True} if one.historical else {})
            for one in record.municipalities
        ],
        "counties": [one.name for one in record.counties],
        "organizations": [one.name for one in record.organizations],
        "people": [
            {"name": one.name, "party": one.party}
            | {"roles": [{"title": role.title, "organization": role.organization} for role in one.roles]}
            for one in record.people
        ],
        "dates": [{"text": mention.text, "value": one.edtf} for one in record.dates for mention in one.mentions],
        "counts": [
            {"text": one.mention.text, "value": float(one.value)}
            | ({"value_max": float(one.value_max)} if one.value_max is not None else {})
            | {"unit": one.unit}
            | ({"qualifier": one.qualifier} if one.qualifier else {})
            for one in record.counts
        ],
        "quotes": [{"speaker": one.speaker, "text": one.text} for one in record.quotes],
    }
