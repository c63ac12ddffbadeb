"""A page with what reading it more than once would cost: its text, its tree, its address."""

from __future__ import annotations

import warnings
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

from models.errors import ParseError
from models.record import Source
from scrapers.decode import decode
from scrapers.html.linked_data import linked_data
from scrapers.html.metadata import address, meta_values
from scrapers.values import loads

if TYPE_CHECKING:
    from models.page import Page

MOST_TAGS = 200_000  # a page with more is no article, and its tree would fill the memory
DEEPEST = 600  # levels of elements; unclosed tags of old pages make some hundred
HTML = frozenset({"text/html", "application/xhtml+xml"})


def _is_deep(tree: BeautifulSoup) -> bool:
    """Whether some element stands deeper in a tree than is read."""
    level: list[Tag] = [tree]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element.children if isinstance(child, Tag)]
        if not level:
            return False
    return True


class Document:
    """A page, read on demand: `text`, and the HTML `tree` or the `json` value in it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def is_html(self) -> bool:
        """Whether the page is HTML by its media type."""
        return self.page.media_type in HTML

    @property
    def is_json(self) -> bool:
        """Whether the page is JSON by its media type."""
        return self.page.media_type == "application/json"

    @cached_property
    def text(self) -> str:
        """The page's text. ReadError where its bytes are no text."""
        return decode(self.page)

    @cached_property
    def tree(self) -> BeautifulSoup:
        """The tree of an HTML page. ParseError where it would be of a size that no article has."""
        tags = self.text.count("<")
        if tags > MOST_TAGS:
            raise ParseError(self.page.uri, f"the page has {tags} tags, more than the {MOST_TAGS} that are read")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
            tree = BeautifulSoup(self.text, "lxml")
        if _is_deep(tree):
            raise ParseError(self.page.uri, f"the page's elements are nested more than {DEEPEST} deep")
        return tree

    @cached_property
    def json(self) -> Any:
        """The value of a JSON page. ParseError where it is none."""
        try:
            return loads(self.text)
        except ValueError as error:
            raise ParseError(self.page.uri, "the file is no valid JSON") from error

    @cached_property
    def meta(self) -> dict[str, str]:
        """The meta values of an HTML page, by name in small letters."""
        return meta_values(self.tree)

    @cached_property
    def linked_data(self) -> tuple[dict[str, Any], ...]:
        """The objects of the JSON-LD of an HTML page."""
        return linked_data(self.tree)

    @cached_property
    def address(self) -> str | None:
        """The page's own address: that of its canonical link, or the one it was fetched from."""
        if self.is_html:
            return address(self.tree, self.meta, self.page.uri)
        return self.page.uri if self.page.uri.startswith(("http://", "https://")) else None

    def source(self, scraper: str) -> Source:
        """Where the page came from, as the record tells it."""
        page = self.page
        return Source(
            uri=page.uri,
            media_type=page.media_type,
            sha256=page.sha256,
            size=len(page.content),
            retrieved_at=page.retrieved_at,
            scraper=scraper,
        )
