"""The description of the tables is that of the tables."""

from pathlib import Path

from pipeline.load.describe import description
from pipeline.load.rows import rows
from pipeline.load.tables import ARTICLE_TABLES, TABLES

ROOT = Path(__file__).parents[3]


def test_the_committed_description_is_up_to_date():
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == description(), (
        "write it anew: utdrag schema --tables > docs/tables.md"
    )


def test_every_table_and_column_says_what_it_holds():
    for table in TABLES:
        assert table.comment
        assert all(column.comment for column in table.columns), table.name


def test_rows_have_the_columns_of_their_tables(kit):
    found = rows(kit.record(0), "digest")
    assert list(found) == [table.name for table in ARTICLE_TABLES]
    for table in ARTICLE_TABLES:
        assert {len(row) for row in found[table.name]} <= {len(table.columns)}
