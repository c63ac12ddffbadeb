"""Mark organisations.

Names come from the table of known bodies, from words that names are built with, from credits, and from the encoder; where
two overlap, one is chosen; then the later mentions are found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.apposed import apposed
from pipeline.annotate.organizations.choice import choose
from pipeline.annotate.organizations.evidence import credited, read
from pipeline.annotate.organizations.heads import headed
from pipeline.annotate.organizations.later import bracketed, later, publisher
from pipeline.annotate.organizations.openings import opened
from pipeline.annotate.organizations.table import known
from pipeline.annotate.organizations.words import Words
from pipeline.spans import ORGANIZATIONS, mark
from pipeline.spans.organizations import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(doc: Doc) -> Doc:
    """Mark the mentions of organisations in `doc.spans["organizations"]`.

    >>> import spacy
    >>> doc = annotate(spacy.blank("nb")("Molde sjukehus og Vegafjord Havbruk AS varslet Nkom."))
    >>> doc.spans["organizations"]
    [Molde sjukehus, Vegafjord Havbruk AS, Nkom]
    """
    words = Words(doc)
    first = choose(
        words,
        [
            *known(words),
            *headed(words),
            *opened(words),
            *apposed(words),
            *credited(words),
            *read(words),
            *publisher(words),
        ],
    )
    short = list(bracketed(words, first))
    meant = {held.name: held.stands_for for held in short}
    shown = [replace(held, stands_for=held.stands_for or meant.get(held.name)) for held in [*first, *short]]
    for held in choose(words, [*shown, *later(words, shown)]):
        mark(doc, ORGANIZATIONS, held.start, held.end, by=held.by, facts=Named(held.name, held.stands_for))
    return doc
