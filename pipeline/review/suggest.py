"""Suggest what words that an analyst has selected are worth, so that the form is filled in already."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pipeline.annotate.phrase import marked
from pipeline.lexicon.register import named
from pipeline.normalise import counts, dates
from pipeline.normalise.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.record import Record
    from pipeline.lexicon.register import Level

TRIMMED = " \n\t,;:"


def suggest(field: str, record: Record, start: int, end: int) -> dict[str, Any]:
    """What the form of a kind holds for the characters `start` to `end` of a record: {} where nothing is known."""
    words = record.text[start:end].strip(TRIMMED)
    match field:
        case "municipalities":
            return _place(words, "municipality", record)
        case "counties":
            return _place(words, "county", record)
        case "organizations":
            return {"name": words.removesuffix("s") if words.endswith("ens") else words}
        case "people":
            return {"name": words, "party": "", "roles": []}
        case "dates":
            return _first(
                dates.normalise(marked(words), Context(_day(record), language=record.language)).values, "edtf"
            )
        case "counts":
            names = ("value", "value_max", "unit", "kind", "qualifier")
            return _first(counts.normalise(marked(words), Context(None, language=record.language)).values, *names)
        case "quotes":
            return {"speaker": "", "text": words.strip('«»“”"–- ')}
    return {}


def _day(record: Record) -> date | None:
    return record.published.date() if isinstance(record.published, datetime) else record.published


def _place(words: str, level: Level, record: Record) -> dict[str, Any]:
    day = _day(record) or datetime.now().date()  # noqa: DTZ005 - as the extractor does without a day
    bare = words.removesuffix(" kommune").removesuffix(" fylkeskommune")
    found = named(bare, level) or named(bare.removesuffix("s"), level)
    unit = next((unit for unit in found if unit.in_force(day)), found[-1] if found else None)
    return {"code": f"{unit.code} {unit.name}"} if unit else {}


def _first(values: Iterable[Any], *names: str) -> dict[str, Any]:
    value = next(iter(values), None)
    return {name: part for name, part in value.model_dump(mode="json").items() if name in names} if value else {}
