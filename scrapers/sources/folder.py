"""A folder of documents and archives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scrapers.pages import SUFFIXES
from scrapers.sources.document import Document
from scrapers.sources.source import FileSource, Visit, file_pages
from scrapers.sources.tar import Tar
from scrapers.sources.warc import Warc
from scrapers.sources.zip import Zip
from scrapers.streams import inner_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.errors import ReleaseError
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
        for path in self.paths():
            yield from file_pages(path, KINDS, visit)

    def paths(self) -> Iterator[str]:
        """The paths of the files that are read, in order."""
        below = (path for path in Path(self.path).rglob("*") if inner_name(path.name).endswith(READ))
        yield from (str(path) for path in sorted(below) if path.is_file() and not path.name.startswith("."))
