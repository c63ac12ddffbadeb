"""A web address: that of a page, or of a feed, a sitemap or a list of addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrapers.sources.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.errors import ReleaseError
    from models.page import Page
    from scrapers.sources.source import Visit
    from scrapers.sources.web import Web


@dataclass(frozen=True, slots=True)
class Address:
    """The page at an address, or those that the list there names."""

    uri: str

    def listed(self, web: Web) -> Iterator[Entry | ReleaseError]:  # noqa: ARG002 - as lists have it
        """The address itself; what it turns out to be is seen when it is fetched."""
        yield Entry(self.uri)

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """The page, or each page behind the list, in order, or the error that says why it is none."""
        yield from visit.web.pages(self.listed(visit.web))
