"""One file that is one document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from models.errors import ReadError, ReleaseError
from scrapers.pages import page
from scrapers.sources.source import Visit, printable
from scrapers.streams import inner_name, opened, read_up_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.page import Page


@dataclass(frozen=True, slots=True)
class Document:
    """A page or a text of its own, whatever its suffix; it may be compressed (`side.html.gz`)."""

    path: str

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:  # noqa: ARG003 - what no other kind owns is a document
        """Whether a file is a document: any may be."""
        return True

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """The document as a page, or the error that says why it is none."""
        uri = printable(self.path)
        try:
            with opened(self.path, uri) as stream:
                content = read_up_to(stream, visit.max_bytes + 1)
            yield page(uri, content, PurePath(inner_name(self.path)).suffix, max_bytes=visit.max_bytes)
        except ReadError as error:
            yield error
