"""A web archive that grows: pages are added to it whole, and what it holds is known by a cache beside it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Self

from models.errors import ReadError, ReleaseError
from scrapers.fetch.records import LARGEST, BrokenError, new_archive, record_of, whole_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from scrapers.fetch.answer import Answer
    from scrapers.sources.listing import Entry

TABLES = """
create table if not exists pages (
    uri text primary key, etag text, last_modified text, sha256 text not null, fetched real not null
) without rowid;
create table if not exists archive (end integer not null);
"""
NOT_CHANGED = 304
PAGE = "insert or replace into pages values (?, ?, ?, ?, ?)"


class WebArchive:
    """The archive at a path (`.warc.gz`), open for adding pages, its cache at `PATH.cache`.

    An archive that a killed run left with half a record is cut back to its last whole one; `lost` then says how many
    bytes went. A cache that is gone is made anew from the archive. Threads may share it. OSError where a file cannot be
    written, BrokenError where the archive is none or broken (it is left as it is), sqlite3.Error where the cache is
    broken, or another run has it open.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lost = 0
        self._lock = Lock()

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            self._file = stack.enter_context(self.path.open("r+b" if self.path.exists() else "w+b"))
            self._cache = stack.enter_context(closing(self._open_cache()))
            self._catch_up()
            if not self._file.tell():
                self._add(new_archive(self.path.name))
            self._commit()
            self._stack = stack.pop_all()
        return self

    def _open_cache(self) -> sqlite3.Connection:
        cache = sqlite3.connect(
            self.path.with_name(f"{self.path.name}.cache"), timeout=0.5, isolation_level=None, check_same_thread=False
        )
        cache.execute("pragma locking_mode = exclusive")
        cache.execute("begin exclusive")
        for statement in TABLES.split(";"):
            cache.execute(statement)
        return cache

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def validators(self, uri: str) -> Mapping[str, str]:
        """The headers that let a server answer 304 where the page has not changed."""
        row = self._known("etag, last_modified", uri)
        found = zip(("If-None-Match", "If-Modified-Since"), row or (), strict=False)
        return {name: value for name, value in found if value}

    def is_fresh(self, entry: Entry) -> bool:
        """Whether a page was fetched after its last change, so that its server need not be asked."""
        if entry.changed is None:
            return False
        row = self._known("fetched", entry.address)
        return row is not None and float(row[0]) > entry.changed.timestamp()

    def add(self, answer: Answer) -> bool:
        """Add an answer; False where the archive has the page as it is."""
        page = _row(answer)
        row = self._known("sha256", answer.uri)
        is_new = row is None or row[0] != page[3]
        with self._lock:
            self._cache.execute("begin")
            if is_new:
                self._add(record_of(answer))
            self._cache.execute(PAGE, page)
            self._commit()
        return is_new

    def _known(self, columns: str, uri: str) -> tuple[Any, ...] | None:
        with self._lock:
            found = self._cache.execute(f"select {columns} from pages where uri = ?", (uri,))  # noqa: S608 - our own
            row: tuple[Any, ...] | None = found.fetchone()
            return row

    def _add(self, record: bytes) -> None:
        self._file.write(record)
        self._file.flush()

    def _commit(self) -> None:
        """Let the cache know how far the archive goes."""
        os.fsync(self._file.fileno())
        self._cache.execute("delete from archive")
        self._cache.execute("insert into archive values (?)", (self._file.tell(),))
        self._cache.execute("commit")

    def _catch_up(self) -> None:
        """Take in what the archive holds beyond what the cache knows of, and cut off what is no whole record."""
        size = self._file.seek(0, os.SEEK_END)
        row = self._cache.execute("select end from archive").fetchone()
        end = int(row[0]) if row else 0
        try:
            end = self._take_in(end if end <= size else 0)
        except BrokenError:  # another archive than the cache's, or none
            end = self._take_in(0)
        if size and not end:
            raise BrokenError("no whole record")
        self.lost = size - end
        self._file.truncate(end)
        self._file.seek(end)

    def _take_in(self, start: int) -> int:
        """Where the last whole record ends, those behind `start` known now."""
        if not start:
            self._cache.execute("delete from pages")
        end = start
        for after, answer in whole_records(self._file, start):
            end = after
            if answer:
                self._cache.execute(PAGE, _row(answer))
        return end


def gather(
    answers: Iterable[Answer | ReleaseError], archive: WebArchive, max_bytes: int
) -> Iterator[Literal["new", "unchanged"] | ReleaseError]:
    """Put answers into an archive: for each, in order, whether its page is new, or why it is none."""
    for answer in answers:
        if isinstance(answer, ReleaseError):
            yield answer
        elif answer.status == NOT_CHANGED:
            yield "unchanged"
        else:
            try:
                answer.page(max_bytes)
            except ReadError as error:
                yield error
            else:
                yield "new" if archive.add(answer) else "unchanged"


def _row(answer: Answer) -> tuple[str, str | None, str | None, str, float]:
    headers = answer.headers
    try:
        content = answer.content(LARGEST)
    except ReadError:
        content = answer.body
    digest = sha256(content).hexdigest()
    return answer.uri, headers.get("etag"), headers.get("last-modified"), digest, answer.at.timestamp()
