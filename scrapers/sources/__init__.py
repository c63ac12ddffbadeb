"""Where pages come from: every kind of source, and the choice among them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapers.pages import MAX_BYTES
from scrapers.sources.document import Document
from scrapers.sources.folder import Folder
from scrapers.sources.lines import Lines
from scrapers.sources.source import FileSource, Source, Visit, file_pages
from scrapers.sources.tar import Tar
from scrapers.sources.warc import Warc
from scrapers.sources.zip import Zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.errors import ReleaseError
    from models.page import Page

FILES: tuple[type[FileSource], ...] = (Zip, Tar, Warc, Lines, Document)  # the first that owns a file reads it
SOURCES: tuple[type[Source], ...] = (Folder, *FILES)


def pages(sources: Iterable[str | Source], *, max_bytes: int = MAX_BYTES) -> Iterator[Page | ReleaseError]:
    """Each document of the sources, in order, as a page, or the error that says why it is none.

    A source given as text is a path; what it is is told by its beginning and its suffix. Nothing is read before it is
    asked for, and no more than one document is held at a time.
    """
    visit = Visit(max_bytes)
    for source in sources:
        if not isinstance(source, str):
            yield from source.pages(visit)
        elif Path(source).is_dir():
            yield from Folder(source).pages(visit)
        else:
            yield from file_pages(source, FILES, visit)
