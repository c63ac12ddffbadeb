"""A second opinion on a page where our own reader finds no body or no day: trafilatura's and htmldate's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.release import Block
from scrapers.stamps.choice import choose
from scrapers.text import clean

if TYPE_CHECKING:
    from scrapers.document import Document

LEAST_BODY = 60  # letters; a shorter text is what a page says in place of an article
MOST_BYTES = 3_000_000  # of a page that is read a second time


def body_by_fallback(document: Document, title: str) -> tuple[Block, ...]:
    """The paragraphs that trafilatura finds, () where it finds none."""
    if len(document.text) > MOST_BYTES:
        return ()
    from trafilatura import extract  # noqa: PLC0415 - heavy, and seldom needed

    text = extract(document.text, include_comments=False, include_tables=True, favor_precision=True) or ""
    blocks = [
        Block("paragraph", cleaned) for line in text.splitlines() if (cleaned := clean(line)) and cleaned != title
    ]
    return tuple(blocks) if sum(len(block.text) for block in blocks) >= LEAST_BODY else ()


def guessed_day(document: Document, updated: str | None) -> str | None:
    """The day that htmldate finds in a page's head, address and time elements; None where that is no better or it fails."""
    if updated or len(document.text) > MOST_BYTES:
        return None
    from htmldate import find_date  # noqa: PLC0415 - heavy, and seldom needed

    try:
        found = find_date(document.text, extensive_search=False, original_date=True, url=document.address)
    except ValueError:  # from lxml, which moves no text with control characters from one element to another
        return None
    return choose([found], [], document.page.retrieved_at).published
