"""What every back end can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy import Dialect, Table

    from pipeline.load.indexes import Later
    from pipeline.load.rows import Row


class Store(Protocol):
    """A database or folder of tables, open from `__enter__` to `__exit__`.

    `shown` is its address without a password. `bad_values` are the errors of its driver that tell of a value it
    cannot hold, `failures` those that tell of anything. `extras` are the statements that follow those of the tables
    when these are made: what this database has beyond the others, such as its search. `foreign_keys` says whether
    it keeps them.
    """

    shown: str
    dialect: Dialect
    placeholder: str
    bad_values: tuple[type[Exception], ...]
    failures: tuple[type[Exception], ...]
    extras: tuple[str, ...]
    foreign_keys: bool

    def __enter__(self) -> Self:
        """Open it. LoadError where that cannot be done."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it; what no transaction has kept is gone."""

    def transaction(self) -> AbstractContextManager[None]:
        """A stretch in which no one else writes: kept whole at its end, or not at all where an error leaves it."""

    def columns(self) -> dict[str, set[str]]:
        """The names of the tables that there are, with those of their columns."""

    def later(self, tables: Sequence[Table]) -> Later:
        """What is made after the first rows of new tables, not with them."""

    def lacking(self, tables: Sequence[Table]) -> Later:
        """What of that there is not yet, where this user may make it."""

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives; `placeholder` stands in it for each value."""

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows, each in the order of the table's columns."""
