"""Describe the tables in Markdown, as committed in `docs/tables.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects.postgresql.base import PGDialect

from pipeline.load.layout import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column, Table

DIALECT = PGDialect()  # type: ignore[no-untyped-call]
HEAD = f"""# The tables

`utdrag load` fills these tables, version {LAYOUT.version} of their layout, alike in SQLite, PostgreSQL, DuckDB and a folder of
Parquet files. The types are PostgreSQL's. In SQLite days and times are ISO 8601 text (times in UTC); in DuckDB and Parquet
an exact number is DECIMAL(38, 12). Foreign keys are kept by SQLite and PostgreSQL. `key` marks the columns of the primary
key, and an arrow what a column refers to.

Beside them SQLite has `articles_search` (FTS5 over title and text, with `article_numbers` and `articles_searched`, which it
goes by; a load and two triggers keep it up) and PostgreSQL the column `articles.search` (tsvector, Norwegian), which holds
the words of the first 100,000 characters.
"""


def description() -> str:
    """What each table and column holds, in Markdown."""
    return HEAD + "".join(f"\n{section}" for section in map(_section, LAYOUT.tables))


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", f"{table.comment}", "", "| column | type | | |", "| --- | --- | --- | --- |"]
    lines += [f"| `{column.name}` | {_type(column)} | {_key(column)} | {column.comment} |" for column in table.columns]
    indexes = list(_indexes(table))
    return "\n".join([*lines, *(["", f"Indexes: {', '.join(indexes)}."] if indexes else [])]) + "\n"


def _type(column: Column[object]) -> str:
    return column.type.compile(DIALECT).lower() + (", or null" if column.nullable else "")


def _key(column: Column[object]) -> str:
    marks = ["key"] if column.primary_key else []
    marks += sorted(f"→ `{key.target_fullname}`" for key in column.foreign_keys)
    return " ".join(marks)


def _indexes(table: Table) -> Iterator[str]:
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        yield "(" + ", ".join(f"`{column.name}`" for column in index.columns) + ")"
