"""Work out the municipalities and counties of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.normalise.context import Context, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.record import County, Municipality


@dataclass(frozen=True, slots=True)
class Places:
    """The municipalities and counties of one document."""

    municipalities: Reading[Municipality]
    counties: Reading[County]


def normalise(doc: Doc, context: Context) -> Places:
    """The places marked in the document, as of its day."""
    return Places(Reading(()), Reading(()))
