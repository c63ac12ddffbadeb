"""From release to document: every component marks where the things of its topic stand.

The order has reasons: sections and sentences bound what a rule may read; the encoder (names, parts of speech)
serves all topics; dates come before counts, which leave alone what is a date; people need organisations, and
quotes need people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate import counts, dates, encoder, organizations, people, places, quotes, sections, sentences
from pipeline.annotate.language import NORWEGIAN, language
from pipeline.annotate.tokenizer import language as blank

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from models.release import Release

COMPONENTS: tuple[Callable[[Doc], Doc], ...] = (
    sentences.annotate,
    encoder.annotate,
    places.annotate,
    dates.annotate,
    counts.annotate,
    organizations.annotate,
    people.annotate,
    quotes.annotate,
)


def annotate(release: Release, *, fast: bool = False) -> Doc:
    """The release as a spaCy document in its own language, marked by every component.

    `fast` is the encoder's fast setting, somewhat less accurate, for archives. A text that is neither Bokmål nor Nynorsk is
    read as Bokmål; its language is in `doc.user_data["language"]`.
    """
    code = language(release.text, release.language)
    doc: Doc = blank(code if code in NORWEGIAN else NORWEGIAN[0]).make_doc(release.text)
    doc.user_data["language"] = code
    doc.user_data["fast"] = fast
    doc.user_data["publisher"] = release.publisher
    sections.annotate(doc, release)
    for component in COMPONENTS:
        doc = component(doc)
    return doc
