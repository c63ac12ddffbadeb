"""Mark the blocks of the release, so that every later rule knows what stretch of text it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.spans import SECTIONS, mark

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.release import Release


def annotate(doc: Doc, release: Release) -> Doc:
    """Put a mark for each block into `doc.spans["sections"]`, labelled with the block's kind."""
    for kind, start, end in release.sections():
        mark(doc, SECTIONS, start, end, by=kind)
    return doc
