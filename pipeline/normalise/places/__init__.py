"""Work out the municipalities and counties of a document: each by its number on the day of the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.record import County, CountyName, Municipality
from pipeline.lexicon.priors import prior
from pipeline.lexicon.register import counties, county_name, heirs
from pipeline.normalise.context import Reading
from pipeline.normalise.places.resolve import Resolved, resolve
from pipeline.spans import mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.normalise.context import Context

FIRST_DAY = min(unit.valid_from for unit in counties())


@dataclass(frozen=True, slots=True)
class Places:
    """The municipalities and counties of one document."""

    municipalities: Reading[Municipality]
    counties: Reading[County]


def normalise(doc: Doc, context: Context) -> Places:
    """The places marked in the document, as of its day.

    Without a day they are as of today; on a day before the tables begin they are as of the first, with the warning
    `date-before-tables`. A name that the text leaves undecided between two gives `ambiguous-municipality:NAME`.
    """
    on = max(context.published, FIRST_DAY) if context.published else date.max
    found, ambiguous = resolve(doc, on, context.publisher)
    warnings = [f"ambiguous-municipality:{name}" for name in ambiguous]
    if context.published and context.published < FIRST_DAY:
        warnings.append("date-before-tables")
    of_level = {level: [one for one in found if one.unit.level == level] for level in ("municipality", "county")}
    return Places(
        Reading(tuple(_municipality(one) for one in of_level["municipality"]), tuple(warnings)),
        Reading(tuple(_county(one) for one in of_level["county"])),
    )


def _municipality(one: Resolved) -> Municipality:
    unit = one.unit
    return Municipality(
        code=unit.code,
        name=unit.name,
        county=CountyName(code=unit.county_code, name=county_name(unit.county_code, one.as_of)),
        historical=one.historical,
        current_codes=heirs(unit.code),
        mentions=tuple(mention(span) for span in one.marks),
        confidence=prior("places", one.by),
        by=one.by,
    )


def _county(one: Resolved) -> County:
    return County(
        code=one.unit.code,
        name=one.unit.name,
        historical=one.historical,
        mentions=tuple(mention(span) for span in one.marks),
        confidence=prior("places", one.by),
        by=one.by,
    )
