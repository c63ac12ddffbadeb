"""Work out the quotes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.normalise.context import Context, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.record import Person, Quote


def normalise(doc: Doc, context: Context, people: tuple[Person, ...]) -> Reading[Quote]:
    """The quotes marked in the document."""
    return Reading(())
