"""Make what reading needs after the first rows: an index that is sorted once costs a third of one kept up row by row.

New tables are made without it. A load adds it at its end, or before the first rows that it must find again. A load that
finds articles without it, as a killed one leaves them, adds it first.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.schema import CreateIndex

from models.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Constraint, Dialect, Table

    from pipeline.load.store import Store

Later = dict[str, tuple[str, ...]]  # the statements to make a thing, by the name of its index


def secondary(tables: Sequence[Table], dialect: Dialect) -> Later:
    """The indexes of tables beside their keys."""
    every = [index for table in tables for index in sorted(table.indexes, key=lambda index: str(index.name))]
    return {str(index.name): (str(CreateIndex(index).compile(dialect=dialect)),) for index in every}


def keys(tables: Sequence[Table], dialect: Dialect) -> Later:
    """The primary keys of the tables that refer to others, each with the references to it."""
    children = [table for table in tables if table.foreign_keys]
    references = [key for table in children for key in table.foreign_key_constraints]
    return {
        key_of(table): (
            _addition(table.primary_key, dialect),
            *(_addition(key, dialect) for key in references if key.referred_table is table),
        )
        for table in children
    }


def key_of(table: Table) -> str:
    """The name of a table's primary key."""
    return f"{table.name}_pkey"


def _addition(constraint: Constraint, dialect: Dialect) -> str:
    compiler = dialect.ddl_compiler(dialect, None)  # type: ignore[arg-type]
    return f"ALTER TABLE {constraint.table.name} ADD {compiler.process(constraint)}"


@contextmanager
def indexed_at_end(store: Store, tables: Sequence[Table]) -> Iterator[None]:
    """A load: at its end nothing is lacking, nor at its start where there are articles already."""
    if store.execute("SELECT 1 FROM articles LIMIT 1"):
        _finish(store, tables)
    try:
        yield
    except ReadError:  # what was kept until then stays
        _finish(store, tables)
        raise
    _finish(store, tables)


def make_lacking(store: Store, tables: Sequence[Table]) -> None:
    """Make all that is lacking, in the transaction that is open."""
    for statements in store.lacking(tables).values():
        for statement in statements:
            store.execute(statement)


def _finish(store: Store, tables: Sequence[Table]) -> None:
    """Make what is lacking, several things at once where the store can, in a transaction each: other loads get their turn."""
    names = deque(store.lacking(tables))
    if not names:
        return
    with ThreadPoolExecutor() as pool, store.builders() as builders:
        others = [pool.submit(_make_each, names, builder, tables) for builder in builders[1:]]
        try:
            _make_each(names, builders[0], tables)
            for other in others:
                other.result()
        except BaseException:
            names.clear()
            raise


def _make_each(names: deque[str], store: Store, tables: Sequence[Table]) -> None:
    while name := _taken(names):
        with store.building(name):
            for statement in store.lacking(tables).get(name, ()):  # another load may have made it by now
                store.execute(statement)


def _taken(names: deque[str]) -> str | None:
    try:
        return names.popleft()
    except IndexError:
        return None
