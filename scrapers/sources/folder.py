"""A folder of documents and archives."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from models.errors import ReadError, ReleaseError
from scrapers.pages import SUFFIXES
from scrapers.sources.document import Document
from scrapers.sources.source import FileSource, Visit, file_pages, printable
from scrapers.sources.tar import Tar
from scrapers.sources.warc import Warc
from scrapers.sources.zip import Zip
from scrapers.streams import inner_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.page import Page

READ = (*SUFFIXES, ".zip", ".tar", ".warc")
KINDS: tuple[type[FileSource], ...] = (Zip, Tar, Warc, Document)


@dataclass(frozen=True, slots=True)
class Folder:
    """The documents below a folder, sorted by path, and those of the archives among them.

    It reads `.txt`, `.html`, `.htm`, `.xhtml`, `.zip`, `.tar` and `.warc`, compressed ones too; other files and
    hidden ones are passed over.
    """

    path: str

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each document, in order, as a page, or the error that says why it is none."""
        for found in _below(self.path, visit):
            if isinstance(found, ReleaseError):
                yield found
            else:
                yield from file_pages(found, KINDS, visit)


def _below(folder: str, visit: Visit) -> Iterator[str | ReadError]:
    """The paths of the files below a folder that are read, in order; links to folders are not followed."""
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=lambda entry: entry.name)
    except OSError as error:
        yield ReadError(printable(folder), (error.strerror or str(error)).lower())
        return
    for entry in entries:
        path = str(PurePath(entry.path))
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, visit)
        elif entry.name.startswith(".") or _leads_to_folder(entry):
            continue
        elif inner_name(entry.name).endswith(READ):
            yield path
        else:
            visit.passed_over(path)


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a link leads to a folder; one that leads round in a circle leads to none, and is told of when opened."""
    try:
        return entry.is_dir()
    except OSError:
        return False
