"""A sitemap, or an index of sitemaps."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from models.errors import ReadError, ReleaseError
from scrapers.sources.listing import Entry, Listing, begins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

BEGINS = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
ITEMS = frozenset({"url", "sitemap"})


class Sitemap(Listing):
    """The pages that a sitemap names, or those that the sitemaps of an index name."""

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:  # noqa: ARG003 - told by its beginning alone
        """Whether a document is a sitemap or an index of them."""
        return begins(BEGINS, head)

    @classmethod
    def entries(cls, content: bytes, uri: str) -> Iterator[Entry | ReleaseError]:
        """Each address of the sitemap, in order."""
        try:
            for number, item in enumerate(_items(content), 1):
                found = {_name(child): (child.text or "").strip() for child in item}
                if found.get("loc"):
                    yield Entry(found["loc"], _day(found.get("lastmod", "")))
                else:
                    yield ReadError(f"{uri}#{number}", "an item of the sitemap without an address")
        except ParseError as error:
            yield ReadError(uri, f"the sitemap is broken or cut off: {error}")
        except DefusedXmlException as error:
            yield ReadError(uri, f"the sitemap holds what no sitemap needs: {type(error).__name__}")


def _items(content: bytes) -> Iterator[Element]:
    """The items of a sitemap; each is forgotten when the next is asked for."""
    root = None
    for event, element in iterparse(io.BytesIO(content), events=("start", "end"), forbid_dtd=True):
        root = element if root is None else root
        if event == "end" and _name(element) in ITEMS:
            yield element
            root.clear()


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _day(stamp: str) -> datetime | None:
    """The time from which a page is as it is now: a day alone may be any time of it, so it is the next one's start."""
    try:
        found = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    if len(stamp) <= len("2022-09-30"):
        found = found.replace(hour=23, minute=59, second=59)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
