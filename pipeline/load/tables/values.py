"""The tables of the values that an article gives: places, bodies, people with roles, dates, counts, quotes."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKeyConstraint, Index, Integer, MetaData, Table

from pipeline.load.tables.columns import Exact, article_id, position, reading, table, text


def value_tables(metadata: MetaData) -> tuple[Table, ...]:
    """The tables of values, added to the metadata, parents before children."""
    return (
        *_places(metadata),
        *_people(metadata),
        _dates(metadata),
        _counts(metadata),
        _quotes(metadata),
    )


def _places(metadata: MetaData) -> tuple[Table, ...]:
    return (
        table(
            "article_municipalities",
            metadata,
            article_id(),
            position("the record's list"),
            text(
                "code",
                "municipality number in force on the day of the article; in municipalities and municipality_heirs",
            ),
            text("name", "official name"),
            text("county_code", "county number at that time"),
            text("county_name", "the county's name at that time"),
            Column("historical", Boolean, nullable=False, comment="it no longer existed on the day of the article"),
            *reading(),
            Index("article_municipalities_by_code", "code", "article_id"),
            comment="The municipalities that an article refers to.",
        ),
        table(
            "article_counties",
            metadata,
            article_id(),
            position("the record's list"),
            text("code", "county number on the day of the article; in counties"),
            text("name", "the county's name"),
            Column("historical", Boolean, nullable=False, comment="it no longer existed on the day of the article"),
            *reading(),
            Index("article_counties_by_code", "code", "article_id"),
            comment="The counties that an article refers to.",
        ),
        table(
            "organizations",
            metadata,
            article_id(),
            position("the record's list"),
            text("name", "the fullest name that the text gives"),
            *reading(),
            Index("organizations_by_name", "name"),
            comment="The organisations that an article names.",
        ),
    )


def _people(metadata: MetaData) -> tuple[Table, ...]:
    return (
        table(
            "people",
            metadata,
            article_id(),
            position("the record's list"),
            text("name", "the fullest name that the text gives"),
            text("party", "party behind the name, such as Ap", optional=True),
            *reading(),
            Index("people_by_name", "name"),
            comment="The people that an article names, once each.",
        ),
        table(
            "roles",
            metadata,
            article_id(),
            position("the article's roles, all people together"),
            Column("person_position", Integer, nullable=False, comment="whose role: position in people"),
            text("title", "the title in its indefinite singular, lower case"),
            text("organization", "what the role is in, as the text names it", optional=True),
            text("municipality_code", "municipality number where the organisation is a municipality", optional=True),
            *reading(),
            ForeignKeyConstraint(
                ["article_id", "person_position"], ["people.article_id", "people.position"], ondelete="CASCADE"
            ),
            Index("roles_by_person", "article_id", "person_position"),
            Index("roles_by_title", "title"),
            Index("roles_by_municipality", "municipality_code"),
            comment="The roles that an article gives its people.",
        ),
    )


def _dates(metadata: MetaData) -> Table:
    return table(
        "dates",
        metadata,
        article_id(),
        position("the record's list"),
        text("edtf", "the value in EDTF: 2022-09-30, 2022-09, 2022-21 (spring), 2022-09-30T14:00, 2024-01-01/.."),
        Column("start_date", Date, comment="first day; null where open"),
        Column("end_date", Date, comment="last day; null where open"),
        text("precision", "minute, day, week, month, season, quarter, half, year, decade or interval"),
        *reading(),
        Index("dates_by_start", "start_date", "end_date"),
        comment="The places on the calendar that an article names.",
    )


def _counts(metadata: MetaData) -> Table:
    return table(
        "counts",
        metadata,
        article_id(),
        position("the record's list"),
        Column("value", Exact, nullable=False, comment="the number, or the lower end of a range"),
        Column("value_max", Exact, comment="the upper end of a range"),
        text("unit", "what is counted or measured, in its indefinite singular; money as NOK, per cent as %"),
        text("kind", "count, money, percent, measure or duration"),
        text("qualifier", "about, over, under, at_least or at_most", optional=True),
        *reading(),
        Index("counts_by_unit", "unit"),
        comment="The numbers of an article with what they count or measure.",
    )


def _quotes(metadata: MetaData) -> Table:
    return table(
        "quotes",
        metadata,
        article_id(),
        position("the record's list"),
        text("speaker", "name of the speaker, as in people"),
        text("text", "what was said, without marks and attribution"),
        *reading(),
        Index("quotes_by_speaker", "speaker"),
        comment="Direct speech of named people.",
    )
