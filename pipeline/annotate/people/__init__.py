"""Mark people and their roles.

Titles are found first, for they speak for the names beside them; then names in full; then the mentions by part
of a name; then the roles, by a grammar over what was found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.people import titles
from pipeline.annotate.people.evidence import Evidence
from pipeline.annotate.people.items import items
from pipeline.annotate.people.mentions import later_names
from pipeline.annotate.people.names import Name, full_names
from pipeline.annotate.people.roles import roles
from pipeline.annotate.people.words import Words
from pipeline.spans import PEOPLE, ROLES, mark
from pipeline.spans.people import NameFacts

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(doc: Doc) -> Doc:
    """Mark the mentions of people in `doc.spans["people"]` and their titles in `doc.spans["roles"]`.

    >>> import spacy
    >>> doc = annotate(spacy.blank("nb")("Ordfører Kari Vik (Sp) smiler. – Flott, sier Vik."))
    >>> doc.spans["people"], doc.spans["roles"]
    ([Kari Vik, Vik], [Ordfører])
    """
    words = Words(doc)
    evidence = Evidence(words, titles.find(words))
    names = _names(words, evidence)
    for name in names:
        facts = NameFacts(name.name, name.full, name.party)
        mark(doc, PEOPLE, name.start, name.end, by=name.by, facts=facts)
    row = items(words, evidence, {name.first: name for name in names})
    for role in roles(words, row):
        mark(doc, ROLES, role.start, role.end, by=role.by, facts=role.facts)
    return doc


def _names(words: Words, evidence: Evidence) -> list[Name]:
    """All mentions of people in the order of the text, each with its party."""
    taken = frozenset(i for title in evidence.begins.values() for i in range(title.first, title.last))
    full, rest = full_names(words, evidence, taken)
    names = [*full, *later_names(words, evidence, rest, full)]
    parties = ((name, evidence.party(name.last)) for name in sorted(names, key=lambda name: name.start))
    return [replace(name, party=party[0]) if party else name for name, party in parties]
