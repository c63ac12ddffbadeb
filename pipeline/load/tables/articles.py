"""The tables of what an article says: the article, its blocks, its values, and the characters each was read from."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

from pipeline.load.tables.columns import article_id, position, table, text
from pipeline.load.tables.values import value_tables

MOMENT = DateTime(timezone=True)


def article_tables(metadata: MetaData) -> tuple[Table, ...]:
    """The tables of an article, added to the metadata, parents before children."""
    return (
        _articles(metadata),
        _sections(metadata),
        _warnings(metadata),
        *value_tables(metadata),
        _mentions(metadata),
    )


def _articles(metadata: MetaData) -> Table:
    return Table(
        "articles",
        metadata,
        Column(
            "id", Text, primary_key=True, comment="the record's id: the same source with the same content has the same"
        ),
        text("digest", "SHA-256 of the record as loaded; tells a changed record from the same one"),
        text("schema_version", "version of the record's schema"),
        text("uri", "path or address of the document"),
        text("media_type", "type of the document, such as text/html"),
        text("sha256", "SHA-256 of the document's bytes"),
        Column("size", BigInteger, nullable=False, comment="bytes of the document"),
        Column("retrieved_at", MOMENT, comment="when the document was fetched"),
        text("scraper", "what read the document"),
        text("publisher", "the body that issued the article", optional=True),
        text("language", "nb, nn, or the language the text seems to be in"),
        text("title", "the headline"),
        text("lead", "the ingress", optional=True),
        text("text", "the article as its reader sees it"),
        Column("published_on", Date, comment="day of publication"),
        Column("published_at", MOMENT, comment="moment of publication where the page gives a clock time"),
        Column("published_year", Integer, comment="year of publication"),
        Column("updated_on", Date, comment="day of the last update"),
        Column("updated_at", MOMENT, comment="moment of the last update where the page gives a clock time"),
        Index("articles_by_publisher", "publisher", "published_on"),
        Index("articles_by_day", "published_on"),
        Index("articles_by_uri", "uri"),
        comment="One row for each article.",
    )


def _sections(metadata: MetaData) -> Table:
    return table(
        "sections",
        metadata,
        article_id(),
        position("the article"),
        text(
            "kind", "title, lead, heading, paragraph, list_item, table_row, caption, quote, fact_box, contact, byline"
        ),
        *_span("the block"),
        comment="What each block of an article's text is.",
    )


def _warnings(metadata: MetaData) -> Table:
    return table(
        "warnings",
        metadata,
        article_id(),
        position("the record's list"),
        text("code", "short code, such as no-publication-date or ambiguous-municipality:Våler"),
        comment="What was guessed or left open about an article.",
    )


def _mentions(metadata: MetaData) -> Table:
    return table(
        "mentions",
        metadata,
        article_id(),
        Column(
            "field",
            Text,
            primary_key=True,
            comment="municipalities, counties, organizations, people, roles, dates, counts or quotes",
        ),
        Column(
            "value_position",
            Integer,
            primary_key=True,
            autoincrement=False,
            comment="of the value: its position in its own table",
        ),
        position("the value's mentions"),
        *_span("the mention"),
        text("text", "the characters, verbatim"),
        comment="The characters that each value was read from.",
    )


def _span(what: str) -> tuple[Column[int], Column[int]]:
    return (
        Column(
            "start_offset",
            Integer,
            nullable=False,
            comment=f"where {what} begins in the article's text, in code points",
        ),
        Column("end_offset", Integer, nullable=False, comment=f"the first code point after {what}"),
    )
