"""A publisher: how its pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from models.page import Page
    from models.release import Release


class Publisher(Protocol):
    """What reads a publisher's pages."""

    name: str  # the record's source.scraper

    def owns(self, page: Page) -> bool:
        """Whether the page is this publisher's."""

    def parse(self, page: Page) -> Release:
        """The release on the page. Raises ParseError where there is none."""
