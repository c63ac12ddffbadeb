"""Work out the organizations of a document: join the mentions of one, and choose its fullest name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.record import Organization
from pipeline.lexicon.bodies import bodies, club_forms, ends
from pipeline.lexicon.priors import prior
from pipeline.lexicon.register import named
from pipeline.normalise.context import Reading
from pipeline.spans import ORGANIZATIONS, facts, marks, mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def normalise(doc: Doc) -> Reading[Organization]:
    """The organizations marked in the document, once each, in the order of the text; none that is a municipality or a county."""
    groups: dict[str, list[Span]] = {}
    for span in marks(doc, ORGANIZATIONS):
        groups.setdefault(_key(span), []).append(span)
    _join_short(groups)
    ordered = sorted(groups.values(), key=lambda spans: spans[0].start_char)
    return Reading(
        tuple(
            _organization(spans, doc.user_data.get("publisher") or "")
            for spans in ordered
            if not named(_longest(spans))
        )
    )


def _name(span: Span) -> str:
    return str(facts(span, ORGANIZATIONS).name)


def _longest(spans: list[Span]) -> str:
    return max(map(_name, spans), key=len)


def _key(span: Span) -> str:
    """What all names of one organisation share."""
    known = facts(span, ORGANIZATIONS)
    name = known.stands_for or known.name
    parts = bodies().get(name, name).split(" ")
    if len(parts) > 1:
        parts[-1] = club_forms().get(parts[-1], parts[-1])
    return " ".join(parts[:-1] if len(parts) > 1 and parts[-1] in ends("legal") else parts).casefold()


def _join_short(groups: dict[str, list[Span]]) -> None:
    """Join "Reisadalen" to "Reisadalen FK", "Sykepleierforbundet" to "Norsk Sykepleierforbund", where one alone fits."""
    longer: dict[str, set[str]] = {}
    for key in groups:
        for short in _short_forms(key):
            longer.setdefault(short, set()).add(key)
    for short in [*groups]:
        if _longest(groups[short]).split(" ")[-1] in ends("legal"):
            continue  # Bybanen AS beside Bybanen Utbygging
        full = longer.get(short, set()) - {short}
        if len(full) == 1 and (target := full.pop()) in groups:
            groups[target] = sorted([*groups[target], *groups.pop(short)], key=lambda span: span.start_char)


def _short_forms(key: str) -> list[str]:
    parts = key.split(" ")
    forms = [" ".join(parts[:length]) for length in range(1, len(parts))]
    last = parts[-1]
    return [*forms, f"{last}et", " ".join(parts[1:])] if len(parts) > 1 else []


def _organization(spans: list[Span], publisher: str) -> Organization:
    best = max(spans, key=lambda span: prior("organizations", span.label_))
    name = _longest(spans)
    first, _, rest = publisher.partition(" ")
    if rest == name and first in ends("club"):  # IL Nordværingen, of which the text says "Nordværingen"
        name = publisher
    return Organization(
        name=name,
        mentions=tuple(map(mention, spans)),
        confidence=prior("organizations", best.label_),
        by=best.label_,
    )
