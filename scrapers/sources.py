"""Where pages come from: files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import ReadError
from scrapers.pages import MAX_BYTES, SUFFIXES, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.errors import ReleaseError
    from models.page import Page


def pages(sources: Iterable[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Page | ReleaseError]:
    """Each document of the sources, in order, as a page, or the error that says why it is none.

    A file is a document whatever its suffix. A folder stands for the documents below it (`.txt`, `.html`, `.htm`,
    `.xhtml`), sorted by path; its other files and hidden ones are passed over.
    """
    for path in paths(sources):
        try:
            yield read(path, max_bytes=max_bytes)
        except ReadError as error:
            yield error


def paths(sources: Iterable[str]) -> Iterator[str]:
    """The paths of the documents of the sources, in order; a path that does not exist is handed on as it is."""
    for source in sources:
        if Path(source).is_dir():
            below = (path for path in Path(source).rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
            yield from (str(path) for path in sorted(below) if not path.name.startswith("."))
        else:
            yield source
