"""Work out the organisations of a document: each once, by the fullest name of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.record import Organization
from pipeline.lexicon.priors import prior
from pipeline.lexicon.register import named
from pipeline.normalise.context import Reading
from pipeline.spans import ORGANIZATIONS, marks, mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from models.record import Mention


def normalise(doc: Doc) -> Reading[Organization]:
    """The organisations marked in the document, municipalities and counties left out."""
    found: dict[str, list[tuple[Mention, str]]] = {}
    for span in marks(doc, ORGANIZATIONS):
        one = mention(span)
        if not named(one.text.removesuffix(" kommune").removesuffix(" fylkeskommune")):
            found.setdefault(one.text, []).append((one, span.label_))
    names: dict[str, list[tuple[Mention, str]]] = {}
    for name, several in sorted(found.items(), key=lambda item: -len(item[0])):
        names.setdefault(_fullest(name, names), []).extend(several)
    by_place = sorted(names.items(), key=lambda item: min(one.start for one, _ in item[1]))
    return Reading(tuple(_organization(name, several) for name, several in by_place))


def _fullest(name: str, names: dict[str, list[tuple[Mention, str]]]) -> str:
    """The longer name that a name is the beginning of, or its nominative, or the name itself."""
    bare = name.removesuffix("s")
    for longer in names:
        if longer.startswith((f"{name} ", f"{bare} ")) or longer == bare:
            return longer
    return name


def _organization(name: str, several: list[tuple[Mention, str]]) -> Organization:
    mentions = tuple(one for one, _ in sorted(several, key=lambda pair: pair[0].start))
    by = several[0][1]
    return Organization(name=name, mentions=mentions, confidence=prior("organizations", by), by=by)
