"""What a source is, and which kind of source a file is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from models.errors import ReadError
from scrapers.streams import inner_name, opened, read_up_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from models.errors import ReleaseError
    from models.page import Page
    from scrapers.sources.web import Web

HEAD = 4096  # bytes by which a file's kind is told


@dataclass(frozen=True, slots=True)
class Visit:
    """The terms that sources are read on: documents over `max_bytes` are rejected, addresses are looked up in `web`.

    `passed_over` is told the name of each file of a folder or an archive that is no document by its suffix.
    """

    max_bytes: int
    web: Web
    passed_over: Callable[[str], object] = str


class Source(Protocol):
    """A place where documents are listed."""

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each document, in order, as a page, or the error that says why it is none."""


class FileSource(Source, Protocol):
    """A source that is one file, told by its name or by its beginning."""

    def __init__(self, path: str) -> None:
        """The source of a file at a path."""

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a file is of this kind, by its name (small letters, no suffix of compression) and its beginning."""


Kind = TypeVar("Kind", bound=FileSource)


def chosen(path: str, kinds: Sequence[type[Kind]]) -> Kind:
    """The file as the first kind of source that owns it; the last kind where none does."""
    name, start = inner_name(path), head(path)
    return next((kind for kind in kinds if kind.owns(name, start)), kinds[-1])(path)


def file_pages(path: str, kinds: Sequence[type[FileSource]], visit: Visit) -> Iterator[Page | ReleaseError]:
    """Each document of a file, read as the first kind of source that owns it; an error where it holds none."""
    found = chosen(path, kinds).pages(visit)
    yield next(found, ReadError(printable(path), "no document in the file"))
    yield from found


def head(path: str) -> bytes:
    """The first bytes of a file, decompressed; none where they cannot be read."""
    try:
        with opened(path) as stream:
            return read_up_to(stream, HEAD)
    except ReadError:
        return b""


def printable(name: str) -> str:
    r"""A name that can be written as UTF-8: bytes of another encoding are read as CP1252.

    >>> printable("bl\udce5b\udce6r.html"), printable("blåbær.html"), printable("\ud800")
    ('blåbær.html', 'blåbær.html', '\ufffd')
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        try:
            return name.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        except UnicodeEncodeError:
            return name.encode("utf-8", "replace").decode().replace("?", "\ufffd")
    return name
