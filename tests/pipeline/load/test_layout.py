"""The layout of tables: made, brought up to date, or refused."""

from hashlib import sha256

import pytest
from sqlalchemy import Column, MetaData, Text
from sqlalchemy.schema import CreateIndex, CreateTable

from models.errors import LoadError
from pipeline.load.layout import LAYOUT, Layout, prepare
from pipeline.load.loading import load
from pipeline.load.sqlite import SQLite
from pipeline.load.tables import TABLES
from pipeline.load.targets import store_of

STEPS = (
    ("ALTER TABLE articles ADD COLUMN note TEXT", "UPDATE articles SET note = 'gammel'"),
    ("ALTER TABLE quotes ADD COLUMN tone TEXT",),
)


SHAPES = {1: "9c036f5fd567b05c"}  # of each version; a change of the tables makes a version, and needs a migration to it


def shape():
    """What tells one shape of the tables from another: names, types, keys and indexes, without the comments."""
    parts = [
        str(part.compile(dialect=SQLite.dialect))
        for table in TABLES
        for part in (CreateTable(table), *map(CreateIndex, sorted(table.indexes, key=lambda index: index.name)))
    ]
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def newer():
    """A layout two versions on: each step adds a column."""
    metadata = MetaData()
    tables = tuple(table.to_metadata(metadata) for table in TABLES)
    for name, column in (("articles", "note"), ("quotes", "tone")):
        metadata.tables[name].append_column(Column(column, Text))
    return Layout(tables, (*LAYOUT.migrations, *STEPS))


def statements(address, *lines):
    with store_of(address) as store, store.transaction():
        for line in lines:
            store.execute(line)


def test_a_change_of_the_tables_comes_with_a_version_and_a_migration():
    assert {LAYOUT.version: shape()} == {LAYOUT.version: SHAPES[LAYOUT.version]}


def test_tables_of_an_older_version_are_brought_up_to_date_with_their_rows(address, kit, tmp_path):
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address))
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0), kit.record(1)])], store_of(address), layout=newer())
    with store_of(address) as store:
        assert store.execute("SELECT version FROM utdrag_meta") == [(newer().version,)]
        assert sorted(store.execute("SELECT coalesce(note, 'ny') FROM articles")) == [("gammel",), ("ny",)]
        assert store.execute("SELECT count(*), count(tone) FROM quotes") == [(2, 0)]


def test_tables_of_a_newer_version_are_refused(address, kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    load([path], store_of(address), layout=newer())
    with pytest.raises(LoadError, match=f"version {newer().version}, made by a newer utdrag"):
        load([path], store_of(address))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql", "duckdb"])
def test_tables_of_that_name_that_are_not_ours_are_refused_and_left_alone(kind, address_of):
    address = address_of(kind)
    statements(address, "CREATE TABLE quotes (price INTEGER)", "INSERT INTO quotes VALUES (3)")
    with pytest.raises(LoadError, match="did not make: quotes"):
        load([], store_of(address))
    with store_of(address) as store:
        assert store.execute("SELECT price FROM quotes") == [(3,)]
        assert list(store.columns()) == ["quotes"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql", "duckdb"])
def test_tables_that_someone_changed_are_refused(kind, address_of):
    address = address_of(kind)
    load([], store_of(address))
    with store_of(address) as store:
        store.execute("DROP TABLE warnings")
        with pytest.raises(LoadError, match="warnings is not as utdrag made it; missing: article_id, code, position"):
            prepare(store)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "r.db").write_bytes(b"no database " * 100)
    for kind in ("sqlite", "duckdb"):
        with pytest.raises(LoadError, match=r"r\.db: "):
            load([], store_of(f"{kind}:///{tmp_path / 'r.db'}"))
    load([], store_of(f"sqlite:///{tmp_path / 'other.db'}"))
    with pytest.raises(LoadError, match="of another database than DuckDB"):
        load([], store_of(f"duckdb:///{tmp_path / 'other.db'}"))


def test_a_folder_that_lacks_a_file_is_refused(tmp_path, kit):
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(str(tmp_path / "tables")))
    (tmp_path / "tables" / "quotes.parquet").unlink()
    with pytest.raises(LoadError, match="quotes is not as utdrag made it"):
        load([], store_of(str(tmp_path / "tables")))
    (tmp_path / "tables" / "utdrag_meta.parquet").unlink()
    with pytest.raises(LoadError, match="did not make: article_counties"):
        load([], store_of(str(tmp_path / "tables")))


def test_a_migration_that_fails_changes_nothing(address, kit, tmp_path):
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address))
    before = kit.contents(address)
    broken = Layout(newer().tables, (STEPS[0], ("ALTER TABLE nothing ADD COLUMN tone TEXT",)))
    with pytest.raises(LoadError, match="nothing"):
        load([], store_of(address), layout=broken)
    assert kit.contents(address) == before
    with store_of(address) as store:
        assert "note" not in store.columns()["articles"]


def test_tables_and_columns_carry_their_comments(address_of):
    queries = {
        "postgresql": "SELECT obj_description('quotes'::regclass), col_description('quotes'::regclass, 3)",
        "duckdb": "SELECT t.comment, c.comment FROM duckdb_tables() AS t, duckdb_columns() AS c"
        " WHERE t.table_name = 'quotes' AND c.table_name = 'quotes' AND c.column_name = 'speaker'",
    }
    for kind, query in queries.items():
        address = address_of(kind)
        load([], store_of(address))
        with store_of(address) as store:
            assert store.execute(query) == [("Direct speech of named people.", "name of the speaker, as in people")]
