"""How far a run has come, kept safe on the disk: a SQLite file beside the output.

A chunk counts when its outputs are on the disk and the state that tells their sizes is committed after them: what lies
behind those sizes is cut off when the run goes on. The file is locked as long as a run holds it.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Self

from models.errors import OutputError
from pipeline.batch.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

MAGIC = b"SQLite format 3\0"
LAYOUT = 1  # of the tables below
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (key BLOB PRIMARY KEY, rejected INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE contents (hash BLOB PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE duplicates (number INTEGER PRIMARY KEY, id TEXT NOT NULL, uri TEXT NOT NULL, duplicate_of TEXT NOT NULL);
"""
# Nothing is written but by COMMIT, each COMMIT waits for the disk, and no other process gets in between
PRAGMAS = ("locking_mode = EXCLUSIVE", "synchronous = FULL", "journal_mode = DELETE")


class State:
    """The state at `path`, made where there is none; `facts` are what was last committed.

    OutputError where another run holds it, or it is of another making.
    """

    def __init__(self, path: Path, *, fresh: bool = False) -> None:
        self.path = path
        self._fresh = fresh

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self._fresh and self.path.exists() and not _is_database(self.path):
            self.path.unlink()
        try:
            self._base = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        except sqlite3.Error as error:
            raise OutputError(str(self.path), _told(error)) from error
        try:
            self._open()
        except sqlite3.Error as error:
            self._base.close()
            raise OutputError(str(self.path), _told(error)) from error
        except BaseException:
            self._base.close()
            raise
        return self

    def _open(self) -> None:
        for pragma in PRAGMAS:
            self._base.execute(f"PRAGMA {pragma}")
        self._base.execute("BEGIN EXCLUSIVE")
        (layout,) = self._base.execute("PRAGMA user_version").fetchone()
        if self._fresh or not layout:
            for (name,) in self._base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
                self._base.execute(f"DROP TABLE {name}")
            for statement in TABLES.split(";\n"):
                self._base.execute(statement)
            self._base.execute(f"PRAGMA user_version = {LAYOUT}")
        elif layout != LAYOUT:
            raise OutputError(str(self.path), "it was left by another version of utdrag; --fresh starts anew")
        self._base.execute("COMMIT")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def fact(self, name: str) -> str | None:
        """What was last committed under a name, None where nothing was."""
        row = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def sizes(self) -> Mapping[str, int]:
        """How many bytes of each output count, by its name."""
        return json.loads(self.fact("sizes") or "{}")  # type: ignore[no-any-return]

    def tally(self) -> Tally:
        """What has been done so far."""
        text = self.fact("tally")
        return Tally.read(text) if text else Tally()

    def knows(self, key: bytes) -> bool:
        """Whether a document is done."""
        return self._base.execute("SELECT 1 FROM documents WHERE key = ?", (key,)).fetchone() is not None

    def first(self, content: bytes) -> str | None:
        """The id of the record that had this content first, None where none had."""
        row = self._base.execute("SELECT id FROM contents WHERE hash = ?", (content,)).fetchone()
        return row[0] if row else None

    def duplicates(self) -> Iterator[tuple[str, str, str]]:
        """Id, address and the id of the first, for each record with the content of an earlier one."""
        yield from self._base.execute("SELECT id, uri, duplicate_of FROM duplicates ORDER BY number")

    def commit(
        self,
        facts: Mapping[str, str],
        documents: Iterable[tuple[bytes, bool]] = (),
        contents: Iterable[tuple[bytes, str]] = (),
        duplicates: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        """Put down, all or nothing, that so much is done. OutputError where it cannot be written."""
        try:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
            self._base.executemany("INSERT INTO documents VALUES (?, ?)", documents)
            self._base.executemany("INSERT INTO contents VALUES (?, ?)", contents)
            self._base.executemany("INSERT INTO duplicates (id, uri, duplicate_of) VALUES (?, ?, ?)", duplicates)
            self._base.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise OutputError(str(self.path), _told(error)) from error

    def forget_rejects(self, facts: Mapping[str, str]) -> None:
        """Put down that no rejected document is done."""
        self._base.execute("BEGIN")
        self._base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
        self._base.execute("DELETE FROM documents WHERE rejected")
        self._base.execute("COMMIT")


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _told(error: sqlite3.Error) -> str:
    if error.sqlite_errorname in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return "another run is writing this output"
    if error.sqlite_errorname == "SQLITE_NOTADB":
        return "it is no state of a run; --fresh starts anew"
    if error.sqlite_errorname in {"SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_READONLY_DIRECTORY"}:
        return "it cannot be written; may you write in its folder?"
    return f"it cannot be written: {error}"
