"""From document to record: every topic works out what the marks of annotate are worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from models.errors import ParseError, RecordError
from models.record import Record, Section
from pipeline.normalise import counts, dates, organizations, people, places, quotes
from pipeline.normalise.context import Context
from pipeline.normalise.stamps import stamp
from pipeline.spans import full_text

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.record import CalendarDate, Count, County, Municipality, Organization, Person, Quote
    from models.release import Release
    from pipeline.normalise.context import Reading


@dataclass(frozen=True)
class Readings:
    """What every topic read, by the record's fields."""

    municipalities: Reading[Municipality]
    counties: Reading[County]
    organizations: Reading[Organization]
    people: Reading[Person]
    dates: Reading[CalendarDate]
    counts: Reading[Count]
    quotes: Reading[Quote]


def normalise(doc: Doc, release: Release) -> Record:
    """The record of an annotated release. RecordError where its values do not fit together."""
    title = release.first("title")
    if title is None:
        raise ParseError(release.source.uri, "no headline")
    published = stamp(release.published)
    updated = stamp(release.updated)
    language = doc.user_data["language"]
    context = Context(published=_day(published or updated), publisher=release.publisher, language=doc.lang_)
    where = places.normalise(doc, context)
    who = people.normalise(doc, context, where.municipalities.values)
    reading = Readings(
        municipalities=where.municipalities,
        counties=where.counties,
        organizations=organizations.normalise(doc),
        people=who,
        dates=dates.normalise(doc, context),
        counts=counts.normalise(doc, context),
        quotes=quotes.normalise(doc, context, who.values),
    )
    warnings = [*release.warnings]
    warnings += ["no-publication-date"] if published is None else []
    warnings += ["not-norwegian"] if language != doc.lang_ else []
    warnings += [warning for topic in vars(reading).values() for warning in topic.warnings]
    try:
        return Record(
            id=release.source.id,
            source=release.source,
            publisher=release.publisher,
            language=language,
            title=title,
            lead=release.first("lead"),
            published=published,
            updated=updated,
            text=full_text(doc),
            sections=tuple(Section(kind=kind, start=start, end=end) for kind, start, end in release.sections()),
            warnings=tuple(dict.fromkeys(warnings)),
            **{field: topic.values for field, topic in vars(reading).items()},
        )
    except ValidationError as error:
        raise RecordError(release.source.uri, str(error.errors()[0]["msg"])) from error


def _day(time: date | datetime | None) -> date | None:
    return time.date() if isinstance(time, datetime) else time
