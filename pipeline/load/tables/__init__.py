"""The tables that records are loaded into: what one article says, and the register that its numbers come from."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table, Text

from pipeline.load.tables.articles import article_tables
from pipeline.load.tables.register import register_tables

METADATA = MetaData()

ARTICLE_TABLES: tuple[Table, ...] = article_tables(METADATA)  # parents before children
REGISTER_TABLES: tuple[Table, ...] = register_tables(METADATA)
META = Table(
    "utdrag_meta",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False, comment="version of this layout of tables"),
    Column("register", Text, nullable=False, comment="which state of the register the tables hold"),
    comment="Which layout of tables this database has, in one row; utdrag brings an older one up to date.",
)
TABLES: tuple[Table, ...] = (*ARTICLE_TABLES, *REGISTER_TABLES, META)
