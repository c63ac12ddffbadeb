"""Tables in a SQLite file, with full-text search by FTS5."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, nullcontext
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from models.errors import LoadError
from pipeline.load.indexes import secondary
from pipeline.load.rows import as_they_are
from pipeline.load.sqlite_search import ADD_NUMBERS, ADD_WORDS, SEARCH
from pipeline.load.tables import ARTICLE_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy import Dialect, Table

    from pipeline.load.indexes import Later
    from pipeline.load.rows import Row

WAIT = 60  # seconds for another load to end its batch
CACHE = 65536  # kB of the file that are kept in memory
TOGETHER = 8  # rows that one statement adds
PAGE = 16384  # bytes of a page of a new file; a record's rows of a table fill about one
STRANGE = f"""SELECT 1 FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name)
      WHERE tables.name NOT IN ({", ".join(f"'{table.name}'" for table in ARTICLE_TABLES)}, 'article_numbers')
    UNION ALL SELECT 1 FROM sqlite_master
      WHERE type = 'trigger' AND name NOT IN ('articles_search_delete', 'articles_search_update')"""  # noqa: S608


class SQLite:
    """The tables of a SQLite file, which is made where there is none."""

    dialect: Dialect = SQLiteDialect()
    placeholder = "?"
    bad_values = (sqlite3.DataError, sqlite3.IntegrityError, OverflowError)
    failures = (sqlite3.Error,)
    extras = SEARCH
    foreign_keys = True
    encode = staticmethod(as_they_are)

    def __init__(self, path: str, shown: str) -> None:
        self.path = path
        self.shown = shown

    def __enter__(self) -> Self:
        try:
            self._connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            self._connection.execute(f"PRAGMA page_size = {PAGE}")
            self._connection.execute(f"PRAGMA cache_size = -{CACHE}")
            checked = "ON" if self.execute(STRANGE) else "OFF"  # a batch holds all that it refers to
            self._connection.execute(f"PRAGMA foreign_keys = {checked}")
        except sqlite3.Error as error:
            raise LoadError(self.shown, str(error)) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One writer at a time: the next waits up to a minute for its turn."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def building(self, _: str) -> AbstractContextManager[None]:
        """A transaction like any other."""
        return self.transaction()

    def builders(self) -> AbstractContextManager[tuple[Self]]:
        """This one alone: there is one writer at a time."""
        return nullcontext((self,))

    def columns(self) -> dict[str, set[str]]:
        """The tables of the file and their columns."""
        pairs = self.execute(
            "SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns"
            " WHERE tables.type = 'table'"
        )
        found: dict[str, set[str]] = {}
        for table, column in pairs:
            found.setdefault(table, set()).add(column)
        return found

    def later(self, tables: Sequence[Table]) -> Later:
        """The indexes; the rows themselves are kept by their keys."""
        return secondary(tables, self.dialect)

    def lacking(self, tables: Sequence[Table]) -> Later:
        """The indexes that there are not."""
        found = {name for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        return {name: made for name, made in self.later(tables).items() if name not in found}

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives."""
        return self._connection.execute(statement, values).fetchall()

    def insert(self, table: Table, parts: Sequence[list[Row]]) -> None:
        """Add rows. SQLite knows no days and moments: they stay ISO 8601 text, which sorts and compares by time."""
        rows = list(chain.from_iterable(parts))
        single = len(rows) % TOGETHER
        groups = zip(*[iter(rows[single:])] * TOGETHER, strict=True)
        self._connection.executemany(
            _addition(table, TOGETHER), (tuple(chain.from_iterable(group)) for group in groups)
        )
        self._connection.executemany(_addition(table, 1), rows[:single])
        if table.name == "articles":
            self._index([row[:1] for row in rows])

    def _index(self, ids: Sequence[Row]) -> None:
        ((last,),) = self.execute("SELECT coalesce(max(number), 0) FROM article_numbers")
        self._connection.executemany(ADD_NUMBERS, ids)
        self.execute(ADD_WORDS, (last,))


def _addition(table: Table, number: int) -> str:
    """The statement that adds rows. It gives up the whole transaction where it fails: so SQLite need not keep its own steps."""
    names = ", ".join(column.name for column in table.columns)
    marks = ", ".join(["(" + ", ".join("?" * len(table.columns)) + ")"] * number)
    return f"INSERT OR ROLLBACK INTO {table.name} ({names}) VALUES {marks}"  # noqa: S608
