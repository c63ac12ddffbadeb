"""A feed: RSS (0.9 to 2.0) or Atom."""

from __future__ import annotations

import io
import re
from calendar import timegm
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import feedparser

from models.errors import ReadError, ReleaseError
from scrapers.sources.listing import Entry, Listing, begins

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGINS = re.compile(rb"<(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed)\b")  # <rss version="2.0">
ENDS = re.compile(rb"</(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
LONGEST_FEED = 10_000_000  # bytes; feedparser takes 20 seconds for a megabyte of junk
TAIL = 2000  # bytes in which a feed's last tag stands


class Feed(Listing):
    """The pages that a feed names, its address or its path given."""

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a document is a feed."""
        return name.endswith((".rss", ".atom")) or begins(BEGINS, head)

    @classmethod
    def entries(cls, content: bytes, uri: str) -> Iterator[Entry | ReleaseError]:
        """Each item of the feed, in order; relative addresses are those of `uri`."""
        if len(content) > LONGEST_FEED:
            yield ReadError(uri, "the feed is larger than 10 MB")
            return
        feed = feedparser.parse(
            io.BytesIO(content),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-location": uri, "content-type": "application/xml"},
        )
        if not feed.version and not feed.entries:
            yield ReadError(uri, "no feed that can be read")
        for number, item in enumerate(feed.entries, 1):
            if item.get("link"):
                yield Entry(str(item["link"]), _changed(item))
            else:
                yield ReadError(f"{uri}#{number}", "an item of the feed without an address")
        if feed.entries and not ENDS.search(content[-TAIL:]):
            yield ReadError(uri, "the feed is cut off")


def _changed(item: dict[str, Any]) -> datetime | None:
    """When an item changed last; when it was published tells nothing of that."""
    parts = dict.get(item, "updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if parts else None
    except (ValueError, OverflowError, OSError):
        return None
