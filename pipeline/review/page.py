"""What the page of one article shows: its text cut at the edges of its mentions, and a card for each value."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pipeline.review.apply import mentions
from pipeline.review.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.record import Record, Section
    from pipeline.review.apply import Item, Reviewed

MOST = 50  # mentions one over the other that are shown; no text has ten, and all of them would be without end
Span = tuple[int, int, str, str]  # start, end, kind, the key of its card


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same mentions: the kinds and cards they belong to, the innermost last."""

    start: int
    text: str
    kinds: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the article: what it is, and its stretches."""

    kind: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A value as the record's side shows it; `key` is the same for the same value from one decision to the next."""

    key: str
    path: str
    state: str
    value: dict[str, Any]
    mentions: tuple[dict[str, Any], ...]

    @property
    def doubt(self) -> float:
        """How unsure the value is: 0 for one that a person has decided on."""
        return 0.0 if self.state != "open" else 1 - float(self.value["confidence"])


def cards(reviewed: Reviewed, *, by_doubt: bool = False) -> dict[str, list[Card]]:
    """The cards of each kind, in the order of the text or the most doubtful first."""
    found = {kind.field: [_card(item, at) for at, item in enumerate(reviewed.items[kind.field])] for kind in KINDS}
    if by_doubt:
        return {field: sorted(held, key=lambda card: -card.doubt) for field, held in found.items()}
    return found


def _card(item: Item, at: int) -> Card:
    name = item.path.split("/")[1]
    return Card(f"{name}-{at}", item.path, item.state, item.value, tuple(mentions(item.value)))


def blocks(record: Record, held: dict[str, list[Card]]) -> list[Block]:
    """The article block by block, every stretch with the values that it was read for; rejected values light nothing."""
    waiting = deque(sorted(_spans(held), key=lambda span: (span[0], -span[1])))
    reaching: list[Span] = []
    found: list[Block] = []
    for section in record.sections:
        while waiting and waiting[0][0] < section.end:
            reaching.append(waiting.popleft())
        reaching = _still_open(reaching, section.start)
        found.append(Block(section.kind, tuple(_segments(record.text, section, reaching))))
    return found


def _spans(held: dict[str, list[Card]]) -> Iterator[Span]:
    for field, own in held.items():
        for card in own:
            if card.state == "rejected":
                continue
            parts = {id(role["mention"]) for role in card.value.get("roles", ())}
            for mention in card.mentions:
                kind = "roles" if id(mention) in parts else field
                yield mention["start"], mention["end"], kind, card.key


def _still_open(spans: list[Span], at: int) -> list[Span]:
    """The spans that end behind a place; of those that have begun there, the `MOST` shortest alone, the longest first."""
    begun = [span for span in spans if span[0] <= at < span[1]]
    return sorted(begun, key=lambda span: span[0] - span[1])[-MOST:] + [span for span in spans if span[0] > at]


def _segments(text: str, section: Section, over: list[Span]) -> Iterator[Segment]:
    edges = {section.start, section.end}
    edges |= {edge for span in over for edge in span[:2] if section.start < edge < section.end}
    ordered = sorted(edges)
    waiting = 0
    open_spans: list[Span] = []
    for start, end in pairwise(ordered):
        while waiting < len(over) and over[waiting][0] <= start:
            open_spans.append(over[waiting])
            waiting += 1
        open_spans = _still_open(open_spans, start)
        yield Segment(
            start,
            text[start:end],
            tuple(dict.fromkeys(span[2] for span in open_spans)),
            tuple(dict.fromkeys(span[3] for span in open_spans)),
        )
