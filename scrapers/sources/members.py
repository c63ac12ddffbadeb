"""What archives share: which members are read, and what they are called."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from models.errors import ReadError
from scrapers.pages import SUFFIXES, page
from scrapers.sources.source import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.page import Page

NESTED = frozenset(
    [".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".warc", ".jsonl", ".ndjson"]
)  # suffixes of members that may hold documents in their turn


def kind(name: str) -> Literal["document", "nested", "other"] | None:
    """What a member is by its name; None for a folder, and for a hidden one, which is passed over without a word.

    >>> kind("2022/a.html"), kind("2022/b.zip"), kind("2022/bilde.jpg"), kind("__MACOSX/._a.html")
    ('document', 'nested', 'other', None)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.name.startswith(".") or name.endswith("/"):  # a folder, by the oldest archives' way of telling it
        return None
    suffix = path.suffix.lower()
    return "document" if suffix in SUFFIXES else "nested" if suffix in NESTED else "other"


class Names:
    """The names of an archive's members, each given once: a second `a.html` is `archive.zip!a.html#2`."""

    def __init__(self, archive: str) -> None:
        self._archive = archive
        self._seen: Counter[str] = Counter()

    def uri(self, name: str) -> str:
        """What the next member of a name is called."""
        self._seen[name] += 1
        again = f"#{self._seen[name]}" if self._seen[name] > 1 else ""
        return f"{printable(self._archive)}!{printable(name)}{again}"


def member_page(uri: str, name: str, read: Callable[[int], bytes], max_bytes: int) -> Page:
    """The page of a member; ReadError where it is empty, too large or of a kind that holds no page."""
    return page(uri, read(max_bytes + 1), PurePosixPath(name).suffix, max_bytes=max_bytes)


def nested(uri: str) -> ReadError:
    """The error of an archive inside an archive."""
    return ReadError(uri, "an archive inside an archive is not opened; unpack the outer one first")
