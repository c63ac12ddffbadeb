"""Every publisher whose pages we know, and the choice among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ParseError
from scrapers.given import with_given
from scrapers.publishers.generic import Generic
from scrapers.publishers.plain import Plain

if TYPE_CHECKING:
    from models.page import Page
    from models.release import Release
    from scrapers.publisher import Publisher

PUBLISHERS: tuple[Publisher, ...] = (Plain(), Generic())  # the first that owns a page reads it


def parse(page: Page) -> Release:
    """The release on a page, read by the first publisher that owns it. ParseError where none can.

    What was given with the page counts for more than what is read on it.
    """
    for publisher in PUBLISHERS:
        if publisher.owns(page):
            return with_given(publisher.parse(page), page.given)
    raise ParseError(page.uri, "no publisher owns the page")
