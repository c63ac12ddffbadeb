"""An index of a records file in SQLite, so that a list of 100,000 articles is filtered, sorted and searched at once."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from models.errors import ReadError
from models.record import SCHEMA_VERSION, Record
from pipeline.emit.read import read_records
from pipeline.emit.read import record as read_record
from pipeline.review.kinds import KINDS
from pipeline.review.listing import kinds

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

VERSION = "1"
MOST = 500  # choices in a filter
TABLES = """
CREATE TABLE article (
  n INTEGER PRIMARY KEY, id TEXT, title TEXT, published TEXT, publisher TEXT, language TEXT, uri TEXT, doubt REAL,
  municipalities TEXT, warnings TEXT, sizes TEXT, place INTEGER, length INTEGER, record BLOB, state INTEGER DEFAULT 0,
  kinds INTEGER
);
CREATE TABLE has (field TEXT, name TEXT, n INTEGER);
CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize="unicode61 remove_diacritics 0");
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
"""
KEYS = """
CREATE INDEX article_id ON article (id);
CREATE INDEX article_published ON article (published, n);
CREATE INDEX article_title ON article (title, n);
CREATE INDEX article_publisher ON article (publisher, n);
CREATE INDEX article_doubt ON article (doubt, n);
CREATE INDEX article_state ON article (state, n);
CREATE INDEX article_kinds ON article (kinds, language, publisher, published, state, n);
CREATE INDEX has_name ON has (field, name, n);
"""
VALUES = tuple(kind.field for kind in KINDS)


class Index:
    """The articles of a records file. It is made when first asked for, kept beside the file, and made anew when that changes.

    `bad` counts the lines that are no record; they are left out of the list.
    """

    def __init__(self, records: Path) -> None:
        self.records = records
        self.path = _place(records)
        self._stamp = json.dumps([VERSION, SCHEMA_VERSION, *_size_and_time(records)])

    def make(self) -> Iterator[int]:
        """Make the index where there is none that fits; yields the number of articles so far, for a progress bar."""
        if self._about("stamp") == self._stamp:
            return
        part = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        part.unlink(missing_ok=True)
        try:
            with sqlite3.connect(part) as db:
                db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
                bad = yield from _fill(db, self.records)
                db.executescript(KEYS)
                told = [("stamp", self._stamp), ("bad", str(bad)), ("choices", json.dumps(_choices(db)))]
                db.executemany("INSERT INTO about VALUES (?, ?)", told)
            db.close()
            part.replace(self.path)
        finally:
            part.unlink(missing_ok=True)

    @property
    def bad(self) -> int:
        """How many lines of the file are no record."""
        return int(self._about("bad") or 0)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """The database of the index, for one request."""
        db = sqlite3.connect(self.path, timeout=10)
        db.row_factory = sqlite3.Row
        try:
            yield db
            db.commit()
        finally:
            db.close()

    def record(self, article: str) -> Record | None:
        """The record of an article; None where the file has none of this id. ReadError where its line is no record."""
        with self.open() as db:
            row = db.execute("SELECT place, length, record FROM article WHERE id = ?", (article,)).fetchone()
        if row is None:
            return None
        if row["record"] is not None:
            return read_record(f"{self.records}", zlib.decompress(row["record"]).decode())
        with self.records.open("rb") as file:
            file.seek(row["place"])
            line = file.read(row["length"])
        return read_record(f"{self.records}, byte {row['place']}", line.decode("utf-8", "surrogateescape"))

    def mark(self, states: Iterable[tuple[str, int]]) -> None:
        """Note how far articles are reviewed: 0 untouched, 1 begun, 2 done."""
        with self.open() as db:
            db.executemany("UPDATE article SET state = ? WHERE id = ?", [(state, article) for article, state in states])

    def clear_marks(self) -> None:
        """Note that no article is reviewed."""
        with self.open() as db:
            db.execute("UPDATE article SET state = 0 WHERE state > 0")

    def _about(self, name: str) -> str | None:
        if not self.path.exists():
            return None
        with self.open() as db:
            try:
                row = db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
            except sqlite3.DatabaseError:
                return None
        return str(row["value"]) if row else None


def _place(records: Path) -> Path:
    """Beside the records where that can be written, else in a folder that only this user can write."""
    name = f".{records.name}.index"
    if os.access(records.parent, os.W_OK):
        return records.with_name(name)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "utdrag"
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        cache = Path(tempfile.mkdtemp(prefix="utdrag-"))
    return cache / f"{zlib.crc32(str(records.resolve()).encode()):08x}{name}"


def _size_and_time(records: Path) -> tuple[int, int]:
    try:
        told = records.stat()
    except OSError as error:
        raise ReadError(str(records), error.strerror or str(error)) from error
    return told.st_size, told.st_mtime_ns


def _fill(db: sqlite3.Connection, records: Path) -> Generator[int, None, int]:
    """Fill the tables; yields how many articles so far, returns how many lines are no record."""
    bad = 0
    for n, (data, place, length, blob) in enumerate(_lines(records), start=1):
        if data is None:
            bad += 1
            continue
        db.execute(
            "INSERT INTO article (n, id, title, published, publisher, language, uri, doubt, municipalities, warnings,"
            " sizes, kinds, place, length, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (n, *_row(data), place, length, blob),
        )
        db.executemany("INSERT INTO has VALUES (?, ?, ?)", ((field, name, n) for field, name in _has(data)))
        db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (n, data["title"], data["text"]))
        yield n
    return bad


def _lines(records: Path) -> Iterator[tuple[dict[str, Any] | None, int | None, int | None, bytes | None]]:
    """Each record with where it stands in a plain file; of others, the record itself, compressed."""
    if records.suffix != ".jsonl":
        for record in read_records(records):
            line = record.model_dump_json().encode()
            yield from_json(line), None, None, zlib.compress(line)
        return
    place = 0
    with records.open("rb") as file:
        for line in file:
            if line.strip():
                yield _data(line), place, len(line), None
            place += len(line)


def _data(line: bytes) -> dict[str, Any] | None:
    """The record of a line by its looks, which is quick; it is validated when it is opened."""
    try:
        data = from_json(line)
        return data if _looks_right(data) else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _looks_right(data: Any) -> bool:
    """Whether what the index takes from a line is there and of its type."""
    texts = [data["id"], data["title"], data["text"], data["source"]["uri"], *data["warnings"]]
    texts += [place["name"] for place in data["municipalities"]]
    texts += [data[name] for name in ("published", "publisher", "language") if data[name] is not None]
    sure = [value["confidence"] for field in VALUES for value in data[field]]
    return all(isinstance(one, str) for one in texts) and all(0 <= one <= 1 for one in sure)


def _row(data: dict[str, Any]) -> tuple[Any, ...]:
    sure = [value["confidence"] for field in VALUES for value in data[field]]
    return (
        data["id"],
        data["title"],
        data["published"],
        data["publisher"],
        data["language"],
        data["source"]["uri"],
        min(sure, default=1.0),
        json.dumps([place["name"] for place in data["municipalities"]], ensure_ascii=False),
        json.dumps(data["warnings"], ensure_ascii=False),
        json.dumps({field: len(data[field]) for field in VALUES}),
        kinds(field for field in VALUES if data[field]),
    )


def _choices(db: sqlite3.Connection) -> dict[str, list[str]]:
    """What each filter of the list can offer: the most frequent values, sorted."""
    named = "SELECT name FROM has WHERE field = ? GROUP BY name ORDER BY count(*) DESC, name LIMIT ?"
    found = {name: db.execute(named, (name, MOST)) for name in ("municipality", "warning")}
    for name in ("publisher", "language"):
        counted = f"SELECT {name} FROM article WHERE {name} IS NOT NULL GROUP BY {name} ORDER BY count(*) DESC LIMIT ?"  # noqa: S608 - our own words
        found[name] = db.execute(counted, (MOST,))
    return {name: sorted(row[0] for row in rows) for name, rows in found.items()}


def _has(data: dict[str, Any]) -> set[tuple[str, str]]:
    """What an article can be filtered by: its places and the codes of its warnings."""
    found = {("municipality", place["name"]) for place in data["municipalities"]}
    found |= {("warning", code.partition(":")[0]) for code in data["warnings"]}
    return found
