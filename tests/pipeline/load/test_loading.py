"""Loading: what comes back, what is replaced, what is refused, the same in every store."""

import json
from decimal import Decimal

from models.record import SCHEMA_VERSION
from pipeline.emit.formats import FORMATS
from pipeline.load.loading import load
from pipeline.load.tables import ARTICLE_TABLES
from pipeline.load.targets import store_of
from pipeline.load.upgrades import Upgrade

HOSTILE = (
    "Robert'); DROP TABLE articles; --",
    "\"sitat\" 'apostrof' `grav` \\ \\N \\. $1 %s {0} ;",
    "None",
    "\\None",
    "\\N",
    "\\.",
    "linje\r\nskift\tog\u2028mer\x0b\x1f\x7f\ufeff",
    "👩‍👩‍👧‍👦 🏳️‍🌈 \U0010ffff",
    "ordet " * 170_000,  # 1 MB
    "".join(map(chr, range(0x4E00, 0x9FFF))) * 17,  # 1 MB of a single word
    " ".join(f"{n:x}-ø{n:x}.no/{n:x}" for n in range(60_000)),  # 1 MB of different words
)


def everything(tables):
    """The article tables of a store's contents."""
    return {name: rows for name, rows in tables.items() if name not in REGISTER}


REGISTER = {"municipalities", "counties", "municipality_changes", "municipality_heirs", "utdrag_meta"}


def test_hostile_strings_come_back_unchanged(address, kit, tmp_path):
    records = [kit.record(number, title=title) for number, title in enumerate(HOSTILE)]
    tally = load([kit.write(tmp_path / "r.jsonl", records)], store_of(address))
    assert tally == {"new": len(records)}
    assert everything(kit.contents(address)) == kit.expected(records)


def test_a_nul_comes_back_or_is_refused_with_the_reason(address, kit, tmp_path):
    records = [kit.record(0), kit.record(1, title="nul\0tegn"), kit.record(2)]
    tally = load([kit.write(tmp_path / "r.jsonl", records)], store_of(address))
    rejects = tmp_path / "r.load-rejects.jsonl"
    if address.startswith("postgresql"):
        assert tally == {"new": 2, "rejected": 1}
        (told,) = map(json.loads, rejects.read_text(encoding="utf-8").splitlines())
        assert told["line"] == 2
        assert "NUL" in told["reason"]
        del records[1]
    else:
        assert tally == {"new": 3}
        assert not rejects.exists()
    assert everything(kit.contents(address)) == kit.expected(records)


def test_the_same_again_changes_nothing(address, kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", map(kit.record, range(7)))
    load([path], store_of(address), size=3)
    before = kit.contents(address)
    assert load([path], store_of(address), size=3) == {"unchanged": 7}
    assert kit.contents(address) == before


def test_a_changed_record_takes_the_place_of_the_earlier_one_with_its_children(address, kit, tmp_path):
    load([kit.write(tmp_path / "r.jsonl", map(kit.record, range(4)))], store_of(address))
    fewer = kit.record(2, people=(), warnings=(), title="Ny tittel")
    assert load([kit.write(tmp_path / "n.jsonl", [fewer, kit.record(3)])], store_of(address)) == {
        "replaced": 1,
        "unchanged": 1,
    }
    kept = [kit.record(0), kit.record(1), fewer, kit.record(3)]
    assert everything(kit.contents(address)) == kit.expected(kept)


def test_of_two_records_with_one_id_the_later_counts(address, kit, tmp_path):
    later = kit.record(1, publisher="En annen")
    load([kit.write(tmp_path / "r.jsonl", [kit.record(1), kit.record(2), later])], store_of(address))
    assert everything(kit.contents(address)) == kit.expected([later, kit.record(2)])


def test_a_line_that_is_no_record_is_told_with_its_number_and_the_rest_is_loaded(kit, tmp_path):
    good = [kit.record(number).model_dump_json() for number in range(2)]
    newer = good[0].replace(f'"schema_version":"{SCHEMA_VERSION}"', '"schema_version":"7.3"')
    impossible = good[0].replace('"start":"2030-01-01"', '"start":"2030-02-30"')
    endless = good[0].replace('"value":10', '"value":0.1234567890123')
    lines = [b"{", good[0].encode(), b"\xff\xfe", b"", newer.encode(), impossible.encode(), endless.encode(), b"[1]"]
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"\n".join([*lines, good[1].encode()]) + b"\n")
    address = f"sqlite:///{tmp_path / 'r.db'}"
    assert load([path], store_of(address)) == {"new": 2, "rejected": 6}
    told = [json.loads(line) for line in (tmp_path / "r.load-rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    words = ["JSON", "UTF-8", "7.3 is newer", "2030-02-30", "exactly", "no valid record"]
    assert [row["line"] for row in told] == [1, 3, 5, 6, 7, 8]
    for row, word in zip(told, words, strict=True):
        assert word in row["reason"]
    assert everything(kit.contents(address)) == kit.expected([kit.record(0), kit.record(1)])


def test_a_record_is_the_same_in_every_form_it_is_written_in(kit, tmp_path):
    address = f"sqlite:///{tmp_path / 'r.db'}"
    line = f"{kit.record(0).model_dump_json()}\n".encode()
    assert load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address)) == {"new": 1}
    for form in FORMATS:
        path = tmp_path / f"form{form.suffix}"
        form.grown(path).write_bytes(form.packed(line))
        form.finish(path)
        assert load([path], store_of(address)) == {"unchanged": 1}, form.suffix


def test_a_clean_load_removes_the_rejects_of_an_earlier_one(kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    (tmp_path / "r.load-rejects.jsonl").write_text("{}\n", encoding="utf-8")
    load([path], store_of(str(tmp_path / "tables")))
    assert sorted(found.name for found in tmp_path.iterdir()) == ["r.jsonl", "tables"]


def test_a_record_of_an_older_schema_is_upgraded_before_it_is_read(kit, tmp_path):
    old = kit.record(0).model_dump(mode="json") | {"schema_version": "0.8"}
    old["headline"] = old.pop("title")
    steps = (
        Upgrade("0.8", "0.9", lambda fields: {**fields, "lead": "Ingress"}),
        Upgrade(
            "0.9",
            SCHEMA_VERSION,
            lambda fields: (
                {name: fields[name] for name in fields if name != "headline"} | {"title": fields["headline"]}
            ),
        ),
    )
    path = tmp_path / "r.jsonl"
    broken = [{"schema_version": "0.8"}, *(old | {"schema_version": version} for version in ("0.7", 1.0, "9" * 5000))]
    path.write_text("".join(json.dumps(one) + "\n" for one in [old, *broken]), encoding="utf-8")
    address = f"sqlite:///{tmp_path / 'r.db'}"
    assert load([path], store_of(address), upgrades=steps) == {"new": 1, "rejected": 4}
    told = (tmp_path / "r.load-rejects.jsonl").read_text(encoding="utf-8").splitlines()
    words = ["of schema version 0.9: KeyError", "0.7 is older", "no schema version: '1.0'", "no schema version: '999"]
    for line, word in zip(told, words, strict=True):
        assert word in line
    assert everything(kit.contents(address)) == kit.expected([kit.record(0, lead="Ingress")])


def test_numbers_stay_exact(address, kit, tmp_path):
    values = ["-3", "0.000000000001", "0.1", "1234567.89", "12345678901.5", "999999999999999999"]
    count = kit.record(0).counts[0].model_dump()
    counts = tuple(count | {"value": Decimal(value)} for value in values)
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0, counts=counts)])], store_of(address))
    with store_of(address) as store:
        found = store.execute("SELECT value FROM counts ORDER BY position")
    assert [Decimal(str(value)) for (value,) in found] == list(map(Decimal, values))
    assert not any(isinstance(value, str) for (value,) in found)


def test_a_schema_of_its_own_keeps_the_tables_apart(address_of, kit, tmp_path):
    address = address_of("postgresql")
    with store_of(address) as store:
        store.execute("CREATE SCHEMA utdrag")
        store.execute("CREATE TABLE quotes (price INTEGER)")
    apart = f"{address}&options=-csearch_path%3Dutdrag"
    assert load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(apart)) == {"new": 1}
    assert everything(kit.contents(apart)) == kit.expected([kit.record(0)])


def dangling(store):
    """The tables in which a row refers to one that is not there."""
    found = []
    for table in ARTICLE_TABLES:
        for constraint in table.foreign_key_constraints:
            parent = constraint.referred_table.name
            pairs = " AND ".join(f"parent.{key.column.name} = child.{key.parent.name}" for key in constraint.elements)
            orphans = f"FROM {table.name} AS child WHERE NOT EXISTS (SELECT 1 FROM {parent} AS parent WHERE {pairs})"  # noqa: S608
            ((count,),) = store.execute(f"SELECT count(*) {orphans}")
            found += [table.name] if count else []
    return found


def test_every_reference_holds(address, kit, tmp_path):
    load([kit.write(tmp_path / "r.jsonl", map(kit.record, range(6)))], store_of(address), size=4)
    load([kit.write(tmp_path / "r.jsonl", [kit.record(1, people=()), kit.record(2, title="Ny")])], store_of(address))
    with store_of(address) as store:
        assert dangling(store) == []
        store.execute("DELETE FROM people")
        assert "roles" in dangling(store) or store.execute("SELECT count(*) FROM roles") == [(0,)]


def test_a_plain_role_loads_with_its_references_checked(address_of, kit, tmp_path):
    address = address_of("postgresql")
    role = address.partition("?")[0].rpartition("/")[2]  # named as the database is
    with store_of(address) as store:
        store.execute(f"CREATE ROLE {role} LOGIN")
        store.execute(f"GRANT CREATE ON SCHEMA public TO {role}")
    plain = address.replace("postgres:@", f"{role}@")
    assert load([kit.write(tmp_path / "r.jsonl", map(kit.record, range(3)))], store_of(plain)) == {"new": 3}
    assert everything(kit.contents(plain)) == kit.expected(map(kit.record, range(3)))
    with store_of(address) as store:
        store.execute(f"DROP OWNED BY {role}")
        store.execute(f"DROP ROLE {role}")


def test_references_are_checked_where_someone_elses_trigger_would_be_silent(address_of, kit, tmp_path):
    address = address_of("postgresql")
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    load([path], store_of(address))
    with store_of(address) as store:
        store.execute("CREATE TABLE heard (n INTEGER)")
        store.execute(
            "CREATE FUNCTION hear() RETURNS trigger AS 'BEGIN INSERT INTO heard VALUES (1); RETURN NEW; END' LANGUAGE plpgsql"
        )
        store.execute("CREATE TRIGGER hears AFTER INSERT ON quotes FOR EACH ROW EXECUTE FUNCTION hear()")
    load([kit.write(path, [kit.record(1)])], store_of(address))
    with store_of(address) as store:
        assert store.execute("SELECT count(*) FROM heard") == [(1,)]


def test_text_can_be_searched(address_of, kit, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0), kit.record(1, title="Bilferga står")])
    found = {}
    for kind, query in {
        "sqlite": "SELECT title FROM articles_search WHERE articles_search MATCH 'bilferga'",
        "postgresql": "SELECT title FROM articles WHERE search @@ to_tsquery('norwegian', 'bilfergen')",
    }.items():
        address = address_of(kind)
        load([path], store_of(address))
        with store_of(address) as store:
            found[kind] = store.execute(query)
    assert list(found.values()) == [[("Bilferga står",)]] * 2


def test_the_search_of_sqlite_follows_what_is_replaced_and_vacuumed(address_of, kit, tmp_path):
    address = address_of("sqlite")
    load([kit.write(tmp_path / "r.jsonl", map(kit.record, range(4)))], store_of(address))
    load([kit.write(tmp_path / "r.jsonl", [kit.record(1, title="Bilferga står")])], store_of(address))
    query = "SELECT article_id FROM articles_search WHERE articles_search MATCH ?"
    with store_of(address) as store:
        store.execute("VACUUM")
        assert store.execute(query, ("bilferga",)) == [(kit.record(1).id,)]
        assert len(store.execute(query, ("flere",))) == 3
        store.execute("UPDATE articles SET title = 'Ingenting', text = '' WHERE id = ?", (kit.record(0).id,))
        assert len(store.execute(query, ("flere",))) == 2
        store.execute("INSERT INTO articles_search (articles_search) VALUES ('integrity-check')")


def test_a_record_whose_rows_sqlite_holds_already_is_told_and_the_rest_is_loaded(address_of, kit, tmp_path):
    address = address_of("sqlite")
    load([], store_of(address))
    with store_of(address) as store:
        store.execute("INSERT INTO sections VALUES (?, 0, 'title', 0, 1)", (kit.record(10).id,))
    path = kit.write(tmp_path / "r.jsonl", map(kit.record, range(20)))
    assert load([path], store_of(address)) == {"new": 19, "rejected": 1}
    told = json.loads((tmp_path / "r.load-rejects.jsonl").read_text(encoding="utf-8"))
    assert told["line"] == 11
    assert "UNIQUE" in told["reason"]
    tables = kit.contents(address)
    assert tables["articles"] == kit.expected(kit.record(n) for n in range(20) if n != 10)["articles"]
    assert len(tables["sections"]) == 20
