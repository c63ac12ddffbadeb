"""A publisher: how its pages are known and read, as data at the top of a class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from scrapers.layout import GENERIC, Layout
from scrapers.reader import read

if TYPE_CHECKING:
    from models.release import Release
    from scrapers.document import Document

ANY = re.compile("")


class Publisher:
    """A publisher of HTML pages; a subclass says what is its own.

    `name` is the record's `source.scraper`. A page is the publisher's where its own address lies at one of `hosts`
    (any, where none is named) with a path that `path` is found in, or where a selector of `signs` finds something.
    """

    name: ClassVar[str]
    title: ClassVar[str]  # who publishes so, for people
    hosts: ClassVar[tuple[str, ...]] = ()
    path: ClassVar[re.Pattern[str]] = ANY
    signs: ClassVar[tuple[str, ...]] = ()
    layout: ClassVar[Layout] = GENERIC

    def owns(self, document: Document) -> bool:
        """Whether the document is one of this publisher's pages."""
        if not document.is_html:
            return False
        return self._is_at_home(document) or any(document.tree.select_one(sign) for sign in self.signs)

    def _is_at_home(self, document: Document) -> bool:
        if document.address is None or (not self.hosts and self.path is ANY):
            return False
        parts = urlsplit(document.address)
        host = parts.hostname or ""
        known = not self.hosts or any(host == one or host.endswith(f".{one}") for one in self.hosts)
        return known and self.path.search(parts.path) is not None

    def parse(self, document: Document) -> Release:
        """The release on the page. ParseError where there is none."""
        return read(document, self.name, self.layout)
