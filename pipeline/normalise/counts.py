"""Work out the counts of a document: the noun in its indefinite singular, the unit by its symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.record import Count
from pipeline.lexicon.nouns import singular
from pipeline.lexicon.priors import prior
from pipeline.normalise.context import Context, Reading
from pipeline.spans import COUNTS, facts, marks, mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.spans.counts import Counted

ONE = 1


def normalise(doc: Doc, context: Context) -> Reading[Count]:
    """The counts marked in the document, each text with its value and unit once."""
    counts: dict[tuple[object, ...], Count] = {}
    for span in marks(doc, COUNTS):
        counted: Counted = facts(span, COUNTS)
        count = Count(
            value=counted.value,
            value_max=counted.value_max,
            unit=unit(counted, context.language),
            kind=counted.kind,
            qualifier=counted.qualifier,
            mention=mention(span),
            confidence=prior("counts", span.label_),
            by=span.label_,
        )
        key = (count.mention.text.casefold(), count.value, count.value_max, count.unit)
        counts.setdefault(key, count)
    return Reading(tuple(counts.values()))


def unit(counted: Counted, language: str) -> str:
    """The unit as the record writes it: the symbol, or the noun in its indefinite singular.

    >>> from decimal import Decimal
    >>> from pipeline.spans.counts import Counted
    >>> unit(Counted(Decimal(45), None, "count", noun="kommunene"), "nb")
    'kommune'
    """
    if counted.unit is not None:
        return counted.unit
    noun = counted.noun or ""
    if counted.value == ONE and counted.value_max is None:  # én lærer
        return noun.lower()
    return singular(noun, language)
