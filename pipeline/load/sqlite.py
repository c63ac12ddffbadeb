"""Tables in a SQLite file, with full-text search by FTS5."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Date, DateTime, Numeric
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from models.errors import LoadError
from pipeline.load.sqlite_search import SEARCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal
    from types import TracebackType

    from sqlalchemy import Dialect, Table

    from pipeline.load.rows import Row

WAIT = 60  # seconds for another load to end its batch
CACHE = 65536  # kB of the file that are kept in memory


class SQLite:
    """The tables of a SQLite file, which is made where there is none."""

    dialect: Dialect = SQLiteDialect()
    placeholder = "?"
    bad_values = (sqlite3.DataError, sqlite3.IntegrityError, OverflowError)
    failures = (sqlite3.Error,)
    extras = SEARCH
    foreign_keys = True

    def __init__(self, path: str, shown: str) -> None:
        self.path = path
        self.shown = shown

    def __enter__(self) -> Self:
        try:
            self._connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute(f"PRAGMA cache_size = -{CACHE}")
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

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives."""
        return self._connection.execute(statement, values).fetchall()

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows. Days and moments become ISO 8601 text, moments in UTC, which sorts and compares by time."""
        casts = [(n, cast) for n, column in enumerate(table.columns) if (cast := _cast_of(column.type))]
        names = ", ".join(column.name for column in table.columns)
        marks = ", ".join("?" * len(table.columns))
        self._connection.executemany(
            f"INSERT INTO {table.name} ({names}) VALUES ({marks})",  # noqa: S608 - names of our own
            map(_cast, rows, [casts] * len(rows)) if casts else rows,
        )


def _cast_of(kind: object) -> Callable[[Any], object] | None:
    if isinstance(kind, DateTime):
        return lambda moment: moment.isoformat(" ")
    if isinstance(kind, Date):
        return date.isoformat
    return _number if isinstance(kind, Numeric) and kind.asdecimal else None


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _cast(row: Row, casts: Sequence[tuple[int, Callable[[Any], object]]]) -> Row:
    cells = list(row)
    for at, cast in casts:
        if cells[at] is not None:
            cells[at] = cast(cells[at])
    return tuple(cells)
