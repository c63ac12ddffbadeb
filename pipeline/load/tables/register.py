"""The tables of the register: Norway's municipalities and counties since 1977, and what became of each."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, MetaData, Table, Text

from pipeline.load.tables.columns import table, text


def register_tables(metadata: MetaData) -> tuple[Table, ...]:
    """The tables of the register, added to the metadata."""
    return (
        table(
            "municipalities",
            metadata,
            Column("code", Text, primary_key=True, comment="municipality number"),
            text("name", "official Norwegian name"),
            text("county_code", "county number at that time; in counties"),
            *_period(),
            Index("municipalities_by_name", "name"),
            Index("municipalities_by_county", "county_code"),
            comment="One row for each period in which a number had one name.",
        ),
        table(
            "counties",
            metadata,
            Column("code", Text, primary_key=True, comment="county number"),
            text("name", "official Norwegian name"),
            *_period(),
            comment="One row for each period in which a county number had one name.",
        ),
        table(
            "municipality_changes",
            metadata,
            Column("changed_on", Date, primary_key=True, comment="first day of the new number"),
            Column("from_code", Text, primary_key=True, comment="number before"),
            Column("to_code", Text, primary_key=True, comment="number after"),
            text(
                "note", "what happened, in Norwegian: sammenslått (merged), nytt nummer (renumbered), delt (split), …"
            ),
            Index("municipality_changes_by_heir", "to_code"),
            comment="Which number took over from which, for every number that ended or began since 1977.",
        ),
        table(
            "municipality_heirs",
            metadata,
            Column("code", Text, primary_key=True, comment="any municipality number since 1977"),
            Column("current_code", Text, primary_key=True, comment="number in force today; several where it was split"),
            Index("municipality_heirs_by_current", "current_code"),
            comment="Every number moved to today's division.",
        ),
    )


def _period() -> tuple[Column[object], ...]:
    return (
        Column("valid_from", Date, primary_key=True, comment="first day; 1977-01-01 where older"),
        Column("valid_to", Date, comment="first day after; null while in force"),
    )
