"""What every back end can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy import Dialect, Table

    from pipeline.load.indexes import Later
    from pipeline.load.rows import Encode, Encoded, Row


class Store(Protocol):
    """A database or folder of tables, open from `__enter__` to `__exit__`.

    `shown` is its address without a password. `bad_values` are the errors of its driver that tell of a value it
    cannot hold, `failures` those that tell of anything. `extras` are the statements that follow those of the tables
    when these are made: what this database has beyond the others, such as its search. `foreign_keys` says whether
    it keeps them. `encode` gives a table's rows in the form that `insert` takes: a function of a module, so that
    another process can do so.
    """

    shown: str
    dialect: Dialect
    placeholder: str
    bad_values: tuple[type[Exception], ...]
    failures: tuple[type[Exception], ...]
    extras: tuple[str, ...]
    foreign_keys: bool
    encode: Encode

    def __enter__(self) -> Self:
        """Open it. LoadError where that cannot be done."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it; what no transaction has kept is gone."""

    def transaction(self) -> AbstractContextManager[None]:
        """A stretch in which no one else writes: kept whole at its end, or not at all where an error leaves it."""

    def building(self, name: str) -> AbstractContextManager[None]:
        """A transaction in which one thing that was lacking is made, and by no one else."""

    def builders(self) -> AbstractContextManager[Sequence[Store]]:
        """This store first, then others on the same database that make things at the same time, each in a thread."""

    def columns(self) -> dict[str, set[str]]:
        """The names of the tables that there are, with those of their columns."""

    def later(self, tables: Sequence[Table]) -> Later:
        """What is made after the first rows of new tables, not with them."""

    def lacking(self, tables: Sequence[Table]) -> Later:
        """What of that there is not yet, where this user may make it."""

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives; `placeholder` stands in it for each value."""

    def insert(self, table: Table, parts: Sequence[Encoded]) -> None:
        """Add encoded rows, each in the order of the table's columns."""
