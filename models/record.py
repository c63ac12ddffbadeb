"""A record: what one article says, every value normalised and tied to the characters it was read from.

These models are the source of `schema/record.schema.json`, the contract with everyone downstream.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from models.edtf import Precision, bounds, precision
from models.release import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_VERSION: Literal["1.0"] = "1.0"

CountKind = Literal["count", "money", "percent", "measure", "duration"]
Qualifier = Literal["about", "over", "under", "at_least", "at_most"]


def _stamp(value: Any) -> Any:
    """Tell a day from a day with a clock time: "2022-09-30T00:00+02:00" is the latter."""
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == len("2022-09-30") else datetime.fromisoformat(value)
    return value


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Stamp = Annotated[
    AwareDatetime | date,
    Field(union_mode="left_to_right"),
    BeforeValidator(_stamp),
    PlainSerializer(lambda value: value.isoformat(), return_type=str, when_used="json"),
]
Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    BeforeValidator(lambda value: Decimal(str(value)) if isinstance(value, float) else value),
    PlainSerializer(_json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
Code = Annotated[str, Field(pattern=r"^\d{4}$", description="municipality number (kommunenummer)")]
CountyCode = Annotated[str, Field(pattern=r"^\d{2}$", description="county number (fylkesnummer)")]


class Frozen(BaseModel):
    """A value that never changes and knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Frozen):
    """Where the article came from."""

    uri: str
    media_type: str
    sha256: str
    size: int
    retrieved_at: AwareDatetime | None = None
    scraper: str

    @property
    def id(self) -> str:
        """The record's id: the same source with the same content always gets the same one."""
        return sha256(f"{self.uri}\0{self.sha256}".encode()).hexdigest()[:32]


class Mention(Frozen):
    """The characters a value was read from: half-open, in Unicode code points, into the record's `text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str = Field(min_length=1)


class Section(Frozen):
    """What one stretch of `text` is."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Value(Frozen):
    """A value read from the text: how sure it is, and which rule or model read it."""

    confidence: float = Field(ge=0, le=1, description="of the values marked 0.9 about nine in ten are right")
    by: str = Field(min_length=1, description="stable name of the rule or model that read the value")


class CountyName(Frozen):
    """The county that a municipality lay in."""

    code: CountyCode
    name: str


class Municipality(Value):
    """A municipality by its official name and the number in force on the day of the article."""

    code: Code
    name: str
    county: CountyName
    historical: bool = Field(description="it no longer existed on the day of the article")
    current_codes: tuple[Code, ...] = Field(description="the numbers of its heirs today")
    mentions: tuple[Mention, ...] = Field(min_length=1)


class County(Value):
    """A county by its name and number on the day of the article."""

    code: CountyCode
    name: str
    historical: bool
    mentions: tuple[Mention, ...] = Field(min_length=1)


class Organization(Value):
    """A named organisation that is neither municipality nor county, by the fullest name of the text."""

    name: str = Field(min_length=1)
    mentions: tuple[Mention, ...] = Field(min_length=1)


class Role(Value):
    """One role that the text gives a person: the title in its indefinite singular, and what it is in."""

    title: str = Field(min_length=1)
    organization: str | None = None
    municipality: Code | None = Field(default=None, description="where the organisation is a municipality")
    mention: Mention


class Person(Value):
    """A named person by the fullest name of the text, with every mention."""

    name: str = Field(min_length=1)
    party: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = Field(min_length=1)


class CalendarDate(Value):
    """A place on the calendar in EDTF, with its first and last day (or minute)."""

    edtf: str
    start: str | None
    end: str | None
    precision: Precision
    mentions: tuple[Mention, ...] = Field(min_length=1)

    @classmethod
    def of(cls, edtf: str, mentions: tuple[Mention, ...], *, confidence: float, by: str) -> Self:
        """The date of an EDTF value, its bounds and precision worked out. ValueError where it is none."""
        start, end = bounds(edtf)
        return cls(
            edtf=edtf,
            start=start,
            end=end,
            precision=precision(edtf),
            mentions=mentions,
            confidence=confidence,
            by=by,
        )


class Count(Value):
    """A number with what it counts or measures; a range has `value_max` too."""

    value: Number
    value_max: Number | None = None
    unit: str = Field(min_length=1)
    kind: CountKind
    qualifier: Qualifier | None = None
    mention: Mention


class Quote(Value):
    """Direct speech of a named person, without its marks and its attribution."""

    speaker: str = Field(min_length=1)
    text: str = Field(min_length=1)
    mention: Mention


class Record(Frozen):
    """One article: `text[start:end] == mention.text` holds for every mention, always."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: Source
    publisher: str | None
    language: str = Field(description="nb, nn, or the language a text that is neither seems to be in")
    title: str
    lead: str | None
    published: Stamp | None
    updated: Stamp | None
    text: str
    sections: tuple[Section, ...]
    municipalities: tuple[Municipality, ...] = ()
    counties: tuple[County, ...] = ()
    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    dates: tuple[CalendarDate, ...] = ()
    counts: tuple[Count, ...] = ()
    quotes: tuple[Quote, ...] = ()
    warnings: tuple[str, ...] = ()

    def mentions(self) -> Iterator[tuple[str, Mention]]:
        """Every mention of the record with the field it belongs to; a role's are under "roles"."""
        for field in ("municipalities", "counties", "organizations", "people", "dates"):
            for value in getattr(self, field):
                for mention in value.mentions:
                    yield field, mention
        for person in self.people:
            for role in person.roles:
                yield "roles", role.mention
        for field in ("counts", "quotes"):
            for value in getattr(self, field):
                yield field, value.mention

    def above(self, confidence: float) -> Self:
        """The record without its values, and its people's roles, that are less sure than `confidence`."""
        kept = {
            field: tuple(value for value in getattr(self, field) if value.confidence >= confidence)
            for field in ("municipalities", "counties", "organizations", "people", "dates", "counts", "quotes")
        }
        kept["people"] = tuple(
            person.model_copy(update={"roles": tuple(role for role in person.roles if role.confidence >= confidence)})
            for person in kept["people"]
        )
        return self.model_copy(update=kept)

    @model_validator(mode="after")
    def _places_are_right(self) -> Self:
        check_places(self)
        return self


def check_places(record: Record) -> None:
    """See that every mention stands in the text and that the sections lie in it in order. ValueError where not."""
    text = record.text
    for field, mention in Record.mentions(record):
        if text[mention.start : mention.end] != mention.text:
            raise ValueError(f"{field}: {mention.text!r} does not stand at {mention.start}-{mention.end} of the text")
    end = 0
    for section in record.sections:
        if not end <= section.start <= section.end <= len(text):
            raise ValueError(f"section {section.kind} at {section.start}-{section.end} is out of place")
        end = section.end
