"""Make the tables, or bring those of an older utdrag up to date; refuse a database of any other shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy.schema import CreateIndex, CreateTable, SetColumnComment, SetTableComment

from models.errors import LoadError
from pipeline.load.indexes import key_of
from pipeline.load.register import edition, register_rows
from pipeline.load.tables import META, REGISTER_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from pipeline.load.store import Store

Migration = tuple[str, ...]  # statements that every back end understands


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables with the steps that lead to them, in order: the first step makes version 2 of version 1."""

    tables: tuple[Table, ...] = TABLES
    migrations: tuple[Migration, ...] = field(default=())

    @property
    def version(self) -> int:
        """The version of the tables."""
        return len(self.migrations) + 1


LAYOUT = Layout()  # the first version: no step leads to it


def prepare(store: Store, layout: Layout = LAYOUT) -> None:
    """See that the store has the tables of the layout and today's register. LoadError where it has others."""
    with store.transaction():
        found = store.columns()
        if META.name in found:
            _migrate(store, layout)
            _check(store, layout)
        else:
            taken = sorted(table.name for table in layout.tables if table.name in found)
            if taken:
                raise LoadError(store.shown, f"it has tables that utdrag did not make: {', '.join(taken)}")
            for statement in creation(store, layout):
                store.execute(statement)
            store.insert(META, [store.encode([(layout.version, "")])])
        _refresh_register(store)


def creation(store: Store, layout: Layout = LAYOUT) -> Iterator[str]:
    """The statements that make the tables, with what the store has beyond the others, without what it makes later."""
    dialect = store.dialect
    later = store.later(layout.tables)
    for table in layout.tables:
        keys = table.foreign_key_constraints if store.foreign_keys else ()
        kept = [key for key in keys if key_of(key.referred_table) not in later]
        yield str(CreateTable(table, include_foreign_key_constraints=kept).compile(dialect=dialect))
        if key_of(table) in later:
            yield f"ALTER TABLE {table.name} DROP CONSTRAINT {key_of(table)}"
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            if index.name not in later:
                yield str(CreateIndex(index).compile(dialect=dialect))
        if dialect.supports_comments:
            yield _literal(SetTableComment(table), store)
            for column in table.columns:
                yield _literal(SetColumnComment(column), store)
    yield from store.extras


def _literal(statement: SetTableComment | SetColumnComment, store: Store) -> str:
    return str(statement.compile(dialect=store.dialect)).replace("%%", "%")


def _migrate(store: Store, layout: Layout) -> None:
    ((version,),) = store.execute(f"SELECT version FROM {META.name}")  # noqa: S608 - a name of our own
    if version > layout.version:
        reason = f"its tables are version {version}, made by a newer utdrag; this one knows {layout.version}"
        raise LoadError(store.shown, reason)
    for migration in layout.migrations[version - 1 :]:
        for statement in migration:
            store.execute(statement)
    if version < layout.version:
        store.execute(f"UPDATE {META.name} SET version = {layout.version}")  # noqa: S608


def _check(store: Store, layout: Layout) -> None:
    found = store.columns()
    for table in layout.tables:
        missing = sorted({column.name for column in table.columns} - found.get(table.name, set()))
        if missing:
            reason = f"its table {table.name} is not as utdrag made it; missing: {', '.join(missing)}"
            raise LoadError(store.shown, reason)


def _refresh_register(store: Store) -> None:
    rows = register_rows()
    current = edition(rows)
    if store.execute(f"SELECT register FROM {META.name}") == [(current,)]:  # noqa: S608
        return
    for table in REGISTER_TABLES:
        store.execute(f"DELETE FROM {table.name}")  # noqa: S608
        store.insert(table, [store.encode(rows[table.name])])
    store.execute(f"UPDATE {META.name} SET register = {store.placeholder}", (current,))  # noqa: S608
