"""Mark places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(doc: Doc) -> Doc:
    """Mark the places of the document."""
    return doc
