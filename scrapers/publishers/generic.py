"""Any HTML page that no other publisher owns, read by general rules alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapers.publisher import Publisher

if TYPE_CHECKING:
    from scrapers.document import Document


class Generic(Publisher):
    """Any HTML page."""

    name = "generic"
    title = "any other page"

    def owns(self, document: Document) -> bool:
        """Whether the document is HTML."""
        return document.is_html
