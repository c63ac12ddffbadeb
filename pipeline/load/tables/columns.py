"""The columns that several tables share, and their types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Float, ForeignKey, Integer, Numeric, Table, Text
from sqlalchemy.dialects import postgresql

if TYPE_CHECKING:
    from sqlalchemy import MetaData
    from sqlalchemy.sql.schema import SchemaItem

DIGITS, DECIMALS = 38, 12  # of an exact number where the database asks for a size
Exact = Numeric(DIGITS, DECIMALS).with_variant(postgresql.NUMERIC(), "postgresql")


def table(name: str, metadata: MetaData, *parts: SchemaItem, comment: str) -> Table:
    """A table of small rows, which SQLite keeps in the order of their key."""
    return Table(name, metadata, *parts, comment=comment, sqlite_with_rowid=False)


def article_id() -> Column[str]:
    """The article that a row belongs to, the first part of the row's key."""
    return Column(
        "article_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, comment="of articles"
    )


def position(what: str) -> Column[int]:
    """A row's place in its list, counted from 0, the last part of the row's key."""
    return Column("position", Integer, primary_key=True, autoincrement=False, comment=f"place in {what}, from 0")


def reading() -> tuple[Column[float], Column[str]]:
    """How sure a value is, and what read it."""
    return (
        Column(
            "confidence",
            Float(53),
            nullable=False,
            comment="0 to 1: of the values marked 0.9 about nine in ten are right",
        ),
        Column("read_by", Text, nullable=False, comment="name of the rule or model that read the value"),
    )


def text(name: str, comment: str, *, optional: bool = False) -> Column[str]:
    """A column of text."""
    return Column(name, Text, nullable=optional, comment=comment)
