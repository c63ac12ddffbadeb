"""Tables in a DuckDB file."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

import duckdb
from sqlalchemy.dialects.postgresql.base import PGDialect

from models.errors import LoadError
from pipeline.load.rows import as_they_are

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy import Dialect, Table

    from pipeline.load.indexes import Later
    from pipeline.load.rows import Row

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1GB",  # what goes beyond is kept on disk
    "autoinstall_known_extensions": "false",  # no network
}


class DuckDialect(PGDialect):
    """PostgreSQL's words under another name, so that a type may differ."""

    name = "duckdb"


class Duck:
    """The tables of a DuckDB file, which is made where there is none."""

    dialect: Dialect = DuckDialect()  # type: ignore[no-untyped-call]
    placeholder = "?"
    bad_values = (duckdb.DataError, duckdb.IntegrityError, duckdb.InvalidInputException, OverflowError)
    failures = (duckdb.Error,)
    extras: tuple[str, ...] = ()
    foreign_keys = False  # DuckDB lets no row be replaced in one transaction that another refers to
    encode = staticmethod(as_they_are)

    def __init__(self, path: str, shown: str) -> None:
        self.path = path
        self.shown = shown

    def __enter__(self) -> Self:
        try:
            self._connection = duckdb.connect(self.path, config=CONFIG)
        except duckdb.Error as error:
            raise LoadError(self.shown, _reason(error)) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One batch; the file has no other writer while it is open."""
        self._connection.execute("BEGIN")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    def building(self, _: str) -> AbstractContextManager[None]:
        """A transaction like any other."""
        return self.transaction()

    def builders(self) -> AbstractContextManager[tuple[Self]]:
        """This one alone: there is one writer at a time."""
        return nullcontext((self,))

    def columns(self) -> dict[str, set[str]]:
        """The tables of the file and their columns."""
        found: dict[str, set[str]] = {}
        for table, column in self.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        ):
            found.setdefault(table, set()).add(column)
        return found

    def later(self, _: Sequence[Table]) -> Later:
        """Nothing: what is made, is made with the tables."""
        return {}

    lacking = later

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives."""
        return self._connection.execute(statement, list(values)).fetchall()

    def insert(self, table: Table, parts: Sequence[list[Row]]) -> None:
        """Add rows, a list for each column."""
        columns = list(zip(*chain.from_iterable(parts), strict=True))
        names = ", ".join(column.name for column in table.columns)
        lists = ", ".join(f"unnest(?::{column.type.compile(self.dialect)}[])" for column in table.columns)
        self._connection.execute(f"INSERT INTO {table.name} ({names}) SELECT {lists}", [list(c) for c in columns])


def _reason(error: duckdb.Error) -> str:
    if "lock" in str(error):
        return "another process has the file open; DuckDB takes one writer at a time"
    if "Extension" in str(error):  # DuckDB wants one to read the files of other databases
        return "the file is of another database than DuckDB"
    return " ".join(str(error).split())
