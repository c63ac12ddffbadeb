"""Where pages come from: every kind of source, and the choice among them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import ReadError, ReleaseError
from scrapers.pages import MAX_BYTES
from scrapers.several import apart
from scrapers.sources.address import Address
from scrapers.sources.document import Document
from scrapers.sources.folder import Folder
from scrapers.sources.lines import Lines
from scrapers.sources.listing import WEB, Listing
from scrapers.sources.source import FileSource, Source, Visit, chosen, file_pages
from scrapers.sources.tar import Tar
from scrapers.sources.warc import Warc
from scrapers.sources.web import LISTINGS, Web
from scrapers.sources.zip import Zip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from models.page import Page
    from scrapers.fetch.answer import Answer
    from scrapers.fetch.manners import Manners

FILES: tuple[type[FileSource], ...] = (
    Zip,
    Tar,
    Warc,
    Lines,
    *LISTINGS,
    Document,
)  # the first that owns a file reads it
OTHER = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # ftp://
SOURCES: tuple[type[Source], ...] = (Folder, Address, *FILES)


def pages(
    sources: Iterable[str | Source],
    *,
    max_bytes: int = MAX_BYTES,
    manners: Manners | None = None,
    passed_over: Callable[[str], object] = str,
) -> Iterator[Page | ReleaseError]:
    """Each document of the sources, in order, as a page, or the error that says why it is none.

    A source given as text is a path or an address; what it is is told by its beginning and its suffix. Addresses are
    fetched by the `manners` given. `passed_over` is told the name of each file of a folder or an archive that is no
    document by its suffix. Nothing is read before it is asked for; of what a source holds, no more than one
    document is held at a time, or as many as are fetched at a time.
    """
    with Web(manners, max_bytes=max_bytes) as web:
        visit = Visit(max_bytes, web, passed_over)
        for given in sources:
            source = given if not isinstance(given, str) else source_of(given)
            for page in _found(given, source, visit):
                yield from apart(page)


def _found(given: str | Source, source: Source | None, visit: Visit) -> Iterator[Page | ReleaseError]:
    """What a source holds, or the file of that name where `source` is None."""
    if source is not None:
        return source.pages(visit)
    if OTHER.match(str(given)):
        return iter([ReadError(str(given), "neither a file nor a web address (http or https)")])
    return file_pages(str(given), FILES, visit)


def source_of(given: str) -> Source | None:
    """The source that an address or a folder's path names; None where it is a file's."""
    if WEB.match(given):
        return Address(given)
    return Folder(given) if Path(given).is_dir() else None


def answers(sources: Iterable[str], web: Web) -> Iterator[Answer | ReleaseError]:
    """What the web answers for each address of the sources, in order; an error for a source that lists none."""
    for given in sources:
        source = source_of(given) or chosen(given, FILES)
        if isinstance(source, (Listing, Address)):
            yield from web.answers(source.listed(web))
        else:
            lists = (
                "a feed, a sitemap nor a list of addresses"
                if Path(given).exists()
                else "a file nor a web address (http or https)"
            )
            yield ReadError(given, f"neither {lists}")
