"""Lists of addresses: what an entry is, and what every kind of list does."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import ReadError, ReleaseError
from scrapers.sources.source import printable
from scrapers.streams import opened, read_up_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from models.page import Page
    from scrapers.sources.source import Visit
    from scrapers.sources.web import Web

LONGEST = 52_428_800  # bytes of a list, as sitemaps.org has it
TOO_LONG = "the list is larger than 52 MB"
WEB = re.compile(r"https?://", re.IGNORECASE)
HTML = re.compile(rb"<(?:!doctype\s+)?html\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An address, and when the page behind it last changed, where the list tells."""

    address: str
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing(ABC):
    """The pages behind a list, which is a file or stands at an address."""

    uri: str

    @classmethod
    @abstractmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a document is such a list, by its name (small letters) and its beginning."""

    @classmethod
    @abstractmethod
    def entries(cls, content: bytes, uri: str) -> Iterator[Entry | ReleaseError]:
        """Each entry of a list, in order, or the error that says why it is none; `uri` is the list's own address."""

    def listed(self, web: Web) -> Iterator[Entry | ReleaseError]:
        """Each entry of this list, in order; the error where it cannot be read."""
        try:
            content, uri = web.listing(self.uri) if WEB.match(self.uri) else _local(self.uri)
        except ReadError as error:
            yield error
        else:
            yield from self.entries(content, uri)

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each page behind the list, in order, or the error that says why it is none."""
        yield from visit.web.pages(self.listed(visit.web))


def begins(pattern: re.Pattern[bytes], head: bytes) -> bool:
    """Whether a document that is no HTML page has a tag at its beginning."""
    return pattern.search(head) is not None and HTML.search(head) is None


def _local(path: str) -> tuple[bytes, str]:
    uri = printable(path)
    with opened(path, uri) as stream:
        content = read_up_to(stream, LONGEST + 1)
    if len(content) > LONGEST:
        raise ReadError(uri, TOO_LONG)
    return content, uri
