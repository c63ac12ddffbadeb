"""Work out the people of a document: their mentions joined, their party, their roles."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from models.record import Person, Role
from pipeline.lexicon.priors import prior
from pipeline.normalise.context import Context, Reading
from pipeline.normalise.people.belonging import Bodies, Body
from pipeline.normalise.people.joining import Called, Group, join
from pipeline.spans import PEOPLE, ROLES, extent, facts, full_text, marks, mention, sections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

    from models.record import Municipality
    from pipeline.spans.people import Extent, RoleFacts

FIELD = "people"


def normalise(
    doc: Doc,
    context: Context,  # noqa: ARG001  every topic is called alike
    municipalities: tuple[Municipality, ...],
) -> Reading[Person]:
    """The people marked in the document, each once by the fullest name, in the order of their first mention."""
    starts = [start for _, start, _ in sections(doc)]
    spans = {extent(span): span for span in marks(doc, PEOPLE)}
    groups = join(_called(span, starts) for span in spans.values())
    roles = _roles(doc, Bodies(full_text(doc), municipalities))
    return Reading(tuple(_person(group, spans, roles) for group in groups))


def _called(span: Span, starts: list[int]) -> Called:
    name = facts(span, PEOPLE)
    start, end = extent(span)
    return Called(start, end, name.name, name.full, bisect_right(starts, start))


def _person(group: Group, spans: dict[Extent, Span], roles: dict[Extent, list[Role]]) -> Person:
    own = [spans[called.start, called.end] for called in group.mentions]
    named = max((span for span in own if facts(span, PEOPLE).full), key=lambda span: prior(FIELD, span.label_))
    return Person(
        name=group.name,
        party=next((facts(span, PEOPLE).party for span in own if facts(span, PEOPLE).party), None),
        roles=_once(role for span in own for role in roles.get(extent(span), ())),
        mentions=tuple(mention(span) for span in own),
        confidence=prior(FIELD, named.label_),
        by=named.label_,
    )


def _roles(doc: Doc, bodies: Bodies) -> dict[Extent, list[Role]]:
    """The roles of the document by the mention of a person that they are given to."""
    held: dict[Extent, list[Role]] = {}
    for span in marks(doc, ROLES):
        said: RoleFacts = facts(span, ROLES)
        for people, places in said.shares:
            named: list[Body | None] = [bodies.body(place) for place in places]
            for body in named or [None]:
                for person in people:
                    held.setdefault(person, []).append(_role(span, said.title, body))
    return held


def _role(span: Span, title: str, body: Body | None) -> Role:
    return Role(
        title=title,
        organization=body.name if body else None,
        municipality=body.municipality if body else None,
        mention=mention(span),
        confidence=prior("roles", span.label_),
        by=span.label_,
    )


def _once(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles, each title and organisation once; a title without one gives way to the same title with one."""
    kept: dict[tuple[str, str | None], Role] = {}
    for role in roles:
        kept.setdefault((role.title, role.organization), role)
    placed = {title for (title, _), role in kept.items() if role.organization and role.by != "role-same-post"}
    return tuple(role for (title, organization), role in kept.items() if organization or title not in placed)
