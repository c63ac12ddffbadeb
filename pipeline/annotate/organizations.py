"""Mark organisations as the encoder reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.spans import ORGANIZATIONS, mark, overlaps

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEAST = 0.5  # confidence from which a name is taken


def annotate(doc: Doc) -> Doc:
    """Put a mark for each organisation into `doc.spans["organizations"]`."""
    for name in doc.ents:
        if name.label_ == "ORG" and name._.confidence >= LEAST:
            start, end = name.start_char, name.end_char
            if doc.text[start].isalnum() and not overlaps(doc, ORGANIZATIONS, start, end):
                mark(doc, ORGANIZATIONS, start, end, by="encoder")
    return doc
