"""Work out the people of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.normalise.context import Context, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.record import Municipality, Person


def normalise(doc: Doc, context: Context, municipalities: tuple[Municipality, ...]) -> Reading[Person]:
    """The people marked in the document."""
    return Reading(())
