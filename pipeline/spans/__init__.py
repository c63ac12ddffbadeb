"""Marks on the document: where annotate writes down what it found and normalise reads it.

A mark is a spaCy `Span` in `doc.spans[group]`. Its label is the name of the rule or model that made it (the
record's `by`). It covers whole tokens; the exact characters, which may be part of a token, are `extent(span)`.
What a topic has to hand on beside the place (a link to another mark, say) is a frozen value, `facts(span)`,
whose type is declared in the topic's module here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.tokens import SpanGroup

from models.record import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

SECTIONS = "sections"  # one span a block, labelled with its kind
PLACES = "places"
ORGANIZATIONS = "organizations"
PEOPLE = "people"
ROLES = "roles"
DATES = "dates"
COUNTS = "counts"
QUOTES = "quotes"
TEXT = "text"  # in the document's `user_data`: its text
GROUPS = (SECTIONS, PLACES, DATES, COUNTS, ORGANIZATIONS, PEOPLE, ROLES, QUOTES)


def full_text(doc: Doc) -> str:
    """The text of the document, put together once: `doc.text` does it anew each time."""
    data: dict[Any, Any] = doc.user_data
    if TEXT not in data:
        data[TEXT] = doc.text
    return str(data[TEXT])


def mark(doc: Doc, group: str, start: int, end: int, *, by: str, facts: Any = None) -> Span:
    """Mark the characters `start` to `end` (half-open) of the document in a group.

    >>> import spacy
    >>> doc = spacy.blank("nb")("NRK-journalist Kari Vik")
    >>> span = mark(doc, ORGANIZATIONS, 0, 3, by="table")
    >>> span.text, extent(span), text_of(span), span.label_
    ('NRK-journalist', (0, 3), 'NRK', 'table')
    """
    span = doc.char_span(start, end, label=by, alignment_mode="expand", span_id=f"{start}-{end}")
    if span is None:
        raise ValueError(f"no text at {start}-{end} to mark as {group}")
    held = doc.spans.get(group)
    if held is None:
        held = doc.spans[group] = SpanGroup(doc, name=group)
    held.append(span)
    if facts is not None:
        data: dict[Any, Any] = doc.user_data
        data[group, by, start, end] = facts
    return span


def marks(doc: Doc, group: str) -> list[Span]:
    """The marks of a group in the order of the text, the longer first where two begin together."""
    return sorted(doc.spans.get(group, ()), key=_order)


def _order(span: Span) -> tuple[int, int]:
    start, end = extent(span)
    return start, -end


def extent(span: Span) -> tuple[int, int]:
    """The exact characters of a mark: start and end, half-open."""
    return _exact(span.id_) or (span.start_char, span.end_char)


@lru_cache(maxsize=1 << 14)
def _exact(place: str) -> tuple[int, int] | None:
    start, dash, end = place.partition("-")
    return (int(start), int(end)) if dash else None


def text_of(span: Span) -> str:
    """The exact text of a mark."""
    return full_text(span.doc)[slice(*extent(span))]


def facts(span: Span, group: str) -> Any:
    """What was handed on with a mark of a group, None where nothing was."""
    data: dict[Any, Any] = span.doc.user_data
    return data.get((group, span.label_, *extent(span)))


def mention(span: Span) -> Mention:
    """A mark as the mention of a record."""
    start, end = extent(span)
    return Mention(start=start, end=end, text=text_of(span))


def overlaps(doc: Doc, group: str, start: int, end: int) -> bool:
    """Whether a mark of a group shares a character with `start` to `end`."""
    return any(first < end and start < last for first, last in map(extent, doc.spans.get(group, ())))


def sections(doc: Doc) -> Iterator[tuple[str, int, int]]:
    """Each block's kind, start and end in the text, in order."""
    for span in doc.spans.get(SECTIONS, ()):
        yield span.label_, *extent(span)
