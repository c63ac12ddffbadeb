"""Mark the dates and counts of a phrase that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate import counts, dates, encoder, sentences
from pipeline.annotate.language import NORWEGIAN, language
from pipeline.annotate.tokenizer import language as blank

if TYPE_CHECKING:
    from spacy.tokens import Doc


def marked(text: str) -> Doc:
    """The text as a document of its own language, marked by the components up to counts."""
    code = language(text)
    doc: Doc = blank(code if code in NORWEGIAN else NORWEGIAN[0]).make_doc(text)
    for component in (sentences.annotate, encoder.annotate, dates.annotate, counts.annotate):
        doc = component(doc)
    return doc
