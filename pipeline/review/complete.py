"""From what an analyst fills in to a value of the record: codes looked up, EDTF bounds worked out, mentions found."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from models.edtf import bounds, precision
from pipeline.lexicon.register import counties, county_name, heirs, municipalities
from pipeline.review.kinds import BY_FIELD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.record import Record
    from pipeline.lexicon.register import Unit

SURE = {"confidence": 1.0, "by": "reviewer"}
CODE = re.compile(r"\d{4}|\d{2}")


def value(
    field: str, given: Mapping[str, Any], record: Record, old: dict[str, Any] | None, where: tuple[int, int] | None
) -> dict[str, Any]:
    """The value of a kind that a filled-in form makes.

    Its mentions are those of `old`, or the characters `where` of the record's text. ValueError, in words for the
    analyst, where a field is wrong.
    """
    kind = BY_FIELD.get(field)
    if kind is None:
        raise ValueError(f"no kind of value: {field!r}")
    told = {entry.name: str(given.get(entry.name) or "").strip() for entry in kind.entries}
    for entry in kind.entries:
        if entry.required and not told[entry.name]:
            raise ValueError(f"{entry.name} is empty")
    spans = _mentions(field, record, old, where)
    day = _day(record.published)
    made: dict[str, Any]
    match field:
        case "municipalities":
            made = {**_municipality(told["code"], day), **spans}
        case "counties":
            made = {**_county(told["code"], day), **spans}
        case "dates":
            start, end = bounds(told["edtf"])
            made = {"edtf": told["edtf"], "start": start, "end": end, "precision": precision(told["edtf"]), **spans}
        case "counts":
            numbers = {name: _number(told[name]) if told[name] else None for name in ("value", "value_max")}
            made = {
                **numbers,
                "unit": told["unit"],
                "kind": told["kind"],
                "qualifier": told["qualifier"] or None,
                **spans,
            }
        case "people":
            roles = [_role(role, record, old, spans) for role in given.get("roles") or () if isinstance(role, dict)]
            made = {"name": told["name"], "party": told["party"] or None, "roles": roles, **spans}
        case _:
            made = {**told, **spans}
    return {**made, **SURE}


def _mentions(field: str, record: Record, old: dict[str, Any] | None, where: tuple[int, int] | None) -> dict[str, Any]:
    if old is not None:
        return {key: old[key] for key in ("mentions", "mention") if key in old}
    if where is None:
        raise ValueError("select the words in the article that say it")
    start, end = where
    text = record.text[start:end]
    if not text.strip():
        raise ValueError("select the words in the article that say it")
    start += len(text) - len(text.lstrip())
    mention = {"start": start, "end": start + len(text.strip()), "text": text.strip()}
    return {"mention": mention} if field in {"counts", "quotes"} else {"mentions": [mention]}


def _day(published: date | datetime | None) -> date:
    if published is None:
        return datetime.now().date()  # noqa: DTZ005 - as the extractor: today's codes where the article has no day
    return published.date() if isinstance(published, datetime) else published


def _code(text: str) -> str:
    """The number at the start of "1506 Molde"."""
    found = CODE.match(text)
    if found is None:
        raise ValueError(f"no number of a place: {text!r}")
    return found[0]


def _unit(units: tuple[Unit, ...], code: str, day: date) -> Unit:
    found = [unit for unit in units if unit.code == code]
    if not found:
        raise ValueError(f"no place has the number {code}")
    return next((unit for unit in found if unit.in_force(day)), found[-1])


def _municipality(told: str, day: date) -> dict[str, Any]:
    unit = _unit(municipalities(), _code(told), day)
    on = day if unit.in_force(day) else unit.valid_from
    return {
        "code": unit.code,
        "name": unit.name,
        "county": {"code": unit.county_code, "name": county_name(unit.county_code, on)},
        "historical": unit.ended(day),
        "current_codes": list(heirs(unit.code)),
    }


def _county(told: str, day: date) -> dict[str, Any]:
    unit = _unit(counties(), _code(told), day)
    return {"code": unit.code, "name": unit.name, "historical": unit.ended(day)}


def _role(told: Mapping[str, Any], record: Record, old: dict[str, Any] | None, spans: dict[str, Any]) -> dict[str, Any]:
    """A role; its mention is that of the same role before, else the title in the text, else the person's own."""
    title = str(told.get("title") or "").strip()
    if not title:
        raise ValueError("title is empty")
    code = str(told.get("municipality") or "").strip()
    before = next((role for role in (old or {}).get("roles", ()) if role["title"] == title), None)
    near = spans["mentions"][0]
    at = _nearest(record.text, title, near["start"])
    mention = before["mention"] if before else near if at is None else _span(record.text, at, len(title))
    return {
        "title": title,
        "organization": str(told.get("organization") or "").strip() or None,
        "municipality": _municipality(code, _day(record.published))["code"] if code else None,
        "mention": mention,
        **SURE,
    }


def _nearest(text: str, words: str, place: int) -> int | None:
    """Where some words stand in a text nearest to a place."""
    found = [match.start() for match in re.finditer(re.escape(words), text, re.IGNORECASE)]
    return min(found, key=lambda at: abs(at - place), default=None)


def _span(text: str, start: int, length: int) -> dict[str, Any]:
    return {"start": start, "end": start + length, "text": text[start : start + length]}


def _number(text: str) -> int | float:
    try:
        number = float(text.replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        raise ValueError(f"no number: {text!r}") from None
    return int(number) if number.is_integer() else number
