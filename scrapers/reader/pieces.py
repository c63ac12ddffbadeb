"""From the pieces of a page to the blocks of an article: stamps taken out, the lead marked, nothing twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.release import Block
from scrapers.reader.by_words import by_words
from scrapers.reader.lead import with_lead
from scrapers.reader.stamp_lines import without_stamps
from scrapers.reader.twice import nothing_twice
from scrapers.wording.lines import CONTACT_PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapers.reader.walk import Piece


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks below the headline, the stamps in words and the senders that stood among them, and the lines above it."""

    blocks: tuple[Block, ...]
    published: str | None
    updated: str | None
    above: tuple[str, ...]
    senders: tuple[str, ...]


def blocks_of(pieces: Sequence[Piece], title: str) -> Body:
    """The blocks of an article's pieces, the lead first; `title` stands above them and is none of them."""
    above = tuple(line for piece in pieces if piece.above for line in piece.text.split("\n"))
    stamped = without_stamps(pieces)
    contacts = [Block("contact", line) for line in above if CONTACT_PERSON.match(line)]
    blocks = [*by_words(with_lead(stamped.pieces)), *contacts]
    kept = list(nothing_twice(blocks, title))
    while kept and kept[-1].kind == "heading":  # what stood below it was no part of the article
        kept.pop()
    return Body(tuple(kept), stamped.published, stamped.updated, above, stamped.senders)
