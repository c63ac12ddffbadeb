"""New tables get their indexes after their first rows, and whatever ends a load, the next one makes what is lacking."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from models.errors import ReadError
from pipeline.load.loading import load
from pipeline.load.postgres import Postgres
from pipeline.load.tables import TABLES
from pipeline.load.targets import store_of

LATE = ("sqlite", "postgresql")
SLEEPING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
SECONDARY = {index.name for table in TABLES for index in table.indexes}
CHILD_KEYS = {f"{table.name}_pkey" for table in TABLES if table.foreign_keys}


class BreakOffError(Exception):
    """Something that ends a load."""


def lacking(address):
    """The names of what the store lacks."""
    with store_of(address) as store:
        return set(store.lacking(TABLES))


def break_off(paths, address, **options):
    """A load that ends, as by a kill, after its first batch."""

    def seen(_):
        raise BreakOffError

    with pytest.raises(BreakOffError):
        load(paths, store_of(address), seen=seen, **options)


@pytest.fixture(params=LATE)
def late_address(request, address_of):
    """The address of an empty store that makes its indexes after the rows."""
    return address_of(request.param)


def test_a_load_that_breaks_off_leaves_the_indexes_to_the_next(late_address, kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", map(kit.record, range(4)))
    break_off([path], late_address, size=2)
    keys = CHILD_KEYS | {"articles_by_words"} if late_address.startswith("postgresql") else set()
    assert lacking(late_address) == SECONDARY | keys
    assert load([], store_of(late_address)) == {}
    assert lacking(late_address) == set()


def test_a_file_that_cannot_be_read_ends_the_load_with_all_indexes(late_address, kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    with pytest.raises(ReadError):
        load([path, tmp_path / "missing.jsonl"], store_of(late_address))
    assert lacking(late_address) == set()


def test_a_record_that_comes_again_changed_is_found_by_the_indexes(late_address, kit, tmp_path):
    records = [kit.record(0), kit.record(1), kit.record(0, title="Ny tittel"), kit.record(2)]
    path = kit.write(tmp_path / "r.jsonl", records)
    at_batch = []
    tally = load([path], store_of(late_address), size=1, seen=lambda _: at_batch.append(len(lacking(late_address))))
    assert tally == {"new": 3, "replaced": 1}
    assert [bool(count) for count in at_batch] == [True, True, False, False]
    tables = kit.contents(late_address)
    assert {name: tables[name] for name in kit.expected([])} == kit.expected(records[1:])


def test_postgresql_has_the_keys_and_references_that_the_tables_name(address_of, kit, tmp_path):
    address = address_of("postgresql")
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address))
    with store_of(address) as store:
        found = store.execute(
            "SELECT conrelid::regclass::text, contype::text, conkey, confrelid::regclass::text FROM pg_constraint"
            " WHERE contype IN ('p', 'f') AND connamespace = current_schema()::regnamespace"
        )
    numbers = {table.name: {name: n for n, name in enumerate(table.columns.keys(), 1)} for table in TABLES}

    def columns(table, constraint):
        return [numbers[table.name][column.name] for column in constraint.columns]

    keys = [(table.name, "p", columns(table, table.primary_key), "-") for table in TABLES]
    references = [
        (table.name, "f", columns(table, key), key.referred_table.name)
        for table in TABLES
        for key in table.foreign_key_constraints
    ]
    assert sorted(found) == sorted(keys + references)


def test_a_role_that_may_only_write_makes_no_index(address_of, kit, tmp_path):
    address = address_of("postgresql")
    role = address.partition("?")[0].rpartition("/")[2]  # named as the database is
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address))
    with store_of(address) as store:
        store.execute(f"CREATE ROLE {role} LOGIN")
        store.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}")
        store.execute("DROP INDEX quotes_by_speaker")
    writer = address.replace("postgres:@", f"{role}@")
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0, title="Ny tittel"), kit.record(1)])
    assert load([path], store_of(writer)) == {"new": 1, "replaced": 1}
    assert lacking(address) == {"quotes_by_speaker"}
    with store_of(address) as store:
        store.execute(f"DROP OWNED BY {role}")
        store.execute(f"DROP ROLE {role}")


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE notes (article_id TEXT REFERENCES articles (id) ON DELETE CASCADE)"],
        [
            "CREATE TABLE notes (article_id TEXT)",
            "CREATE TRIGGER hears AFTER DELETE ON quotes BEGIN DELETE FROM notes; END",
        ],
    ],
)
def test_sqlite_checks_references_where_someone_elses_table_or_trigger_goes_by_them(
    statements, address_of, kit, tmp_path
):
    address = address_of("sqlite")
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    load([path], store_of(address))
    with store_of(address) as store:
        assert store.execute("PRAGMA foreign_keys") == [(0,)]
        for statement in statements:
            store.execute(statement)
        store.execute("INSERT INTO notes VALUES (?)", (kit.record(0).id,))
    load([kit.write(path, [kit.record(0, title="Ny tittel")])], store_of(address))
    with store_of(address) as store:
        assert store.execute("PRAGMA foreign_keys") == [(1,)]
        assert store.execute("SELECT count(*) FROM notes") == [(0,)]


def test_postgresql_makes_two_things_at_a_time(address_of, kit, tmp_path, monkeypatch):
    address = address_of("postgresql")
    makers = []
    building = Postgres.building

    def watched(self, name):
        makers.append(self)
        return building(self, name)

    monkeypatch.setattr(Postgres, "building", watched)
    load([kit.write(tmp_path / "r.jsonl", map(kit.record, range(300)))], store_of(address))
    assert lacking(address) == set()
    assert len(makers) == len(SECONDARY | CHILD_KEYS) + 1
    assert len(set(makers)) == 2


def test_a_role_with_one_connection_makes_one_thing_after_another(address_of, kit, tmp_path):
    address = address_of("postgresql")
    name = address.partition("?")[0].rpartition("/")[2]
    with store_of(address) as store:
        store.execute(f"CREATE ROLE {name} LOGIN CONNECTION LIMIT 1")
        store.execute(f"GRANT ALL ON SCHEMA public TO {name}")
    alone = address.replace("postgres:@", f"{name}@")
    assert load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(alone)) == {"new": 1}
    assert lacking(address) == set()
    with store_of(address) as store:
        store.execute(f"DROP OWNED BY {name}")
        store.execute(f"DROP ROLE {name}")


def test_what_breaks_off_the_making_ends_what_is_being_made(address_of):
    with store_of(address_of("postgresql")) as store:
        ended, begun = [], threading.Event()

        def wait(builder):
            begun.set()
            try:
                builder.execute("SELECT pg_sleep(600)")
            except psycopg.Error:  # cancelled, or its connection closed before that was told
                ended.append(builder)

        def break_off_while_one_waits():
            with ThreadPoolExecutor() as pool, store.builders() as (_, other):
                pool.submit(wait, other)
                begun.wait()
                while store.execute(SLEEPING) == [(0,)]:
                    time.sleep(0.01)
                raise BreakOffError

        with pytest.raises(BreakOffError):
            break_off_while_one_waits()
        assert len(ended) == 1
        end = time.monotonic() + 10
        while store.execute(SLEEPING) != [(0,)]:
            assert time.monotonic() < end, "the server still sleeps"
            time.sleep(0.01)
