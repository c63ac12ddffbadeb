"""Answers: what a careful analyst would write down after reading a release, one JSON file a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from models.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path


class Answered(BaseModel):
    """A part of an answer; where it is optional, missing it and finding it are both right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    optional: bool = False


class PlaceAnswer(Answered):
    """A municipality; the county tells namesakes apart."""

    name: str
    county: str | None = None
    code: str | None = None
    historical: bool = False


class NameAnswer(Answered):
    """An organisation."""

    name: str


class RoleAnswer(Answered):
    """A role of a person."""

    title: str
    organization: str | None


class PersonAnswer(Answered):
    """A person with every role that the text gives."""

    name: str
    party: str | None = None
    roles: tuple[RoleAnswer, ...]


class DateAnswer(Answered):
    """A calendar expression and its EDTF value."""

    text: str
    value: str


class CountAnswer(Answered):
    """A number with what it counts."""

    text: str
    value: float
    value_max: float | None = None
    unit: str
    qualifier: str | None = None


class QuoteAnswer(Answered):
    """Direct speech and its speaker."""

    speaker: str
    text: str


class Answer(BaseModel):
    """The answer to one case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    title: str
    lead: str | None
    published: str | None
    updated: str | None
    publisher: str | None
    municipalities: tuple[PlaceAnswer, ...]
    counties: tuple[str, ...]
    organizations: tuple[str | NameAnswer, ...]
    people: tuple[PersonAnswer, ...]
    dates: tuple[DateAnswer, ...]
    counts: tuple[CountAnswer, ...]
    quotes: tuple[QuoteAnswer, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a gold folder: its stem, and its answer."""

    stem: str
    answer: Answer


def read_cases(folder: Path) -> list[Case]:
    """The cases of a folder, sorted by stem. ReadError where the folder has none or an answer is malformed."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise ReadError(str(folder), "no answers (*.json) here")
    return [Case(path.stem, _answer(path)) for path in paths]


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _answer(path: Path) -> Answer:
    try:
        return Answer.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        reason = _told(error) if isinstance(error, ValidationError) else error
        raise ReadError(str(path), f"no valid answer: {reason}") from error
