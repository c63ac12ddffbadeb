"""Plain text as people copy it from a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.release import Release
from scrapers.plain import read
from scrapers.publisher import Publisher
from scrapers.stamps.choice import choose
from scrapers.text import line

if TYPE_CHECKING:
    from scrapers.document import Document


class Plain(Publisher):
    """Any plain text."""

    name = "plain"
    title = "any text"

    def owns(self, document: Document) -> bool:
        """Whether the document is plain text."""
        return document.page.media_type == "text/plain"

    def parse(self, document: Document) -> Release:
        """The release in the text. ParseError where it has no text."""
        page = document.page
        reading = read(
            document.text, page.uri, line(page.given.get("title", "")), line(page.given.get("publisher", "")) or None
        )
        chosen = choose([reading.published], [reading.updated], page.retrieved_at)
        refused = ("stamp-after-fetch",) if chosen.refused else ()
        return Release(
            source=document.source(self.name),
            address=document.address,
            blocks=reading.blocks,
            publisher=reading.publisher,
            published=chosen.published,
            updated=chosen.updated,
            warnings=(*reading.warnings, *refused),
        )
