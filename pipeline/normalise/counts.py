"""Work out the counts of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.normalise.context import Context, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.record import Count


def normalise(doc: Doc, context: Context) -> Reading[Count]:
    """The counts marked in the document."""
    return Reading(())
