"""The queries of the README run, and give the same answers in every store."""

import re
from datetime import date
from pathlib import Path

import pytest

from models.record import Record
from pipeline.emit.read import read_records
from pipeline.load.loading import load
from pipeline.load.targets import store_of

ROOT = Path(__file__).parents[3]
SECTION = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Into a database")[2].partition("\n## ")[0]
QUERIES = re.findall(r"```sql\n(.*?)```", SECTION, re.DOTALL)
PLACES = [("Molde", "1506"), ("Skedsmo", "0231"), ("Tysfjord", "1850"), ("Våler", "3018"), ("Kárášjohka", "2021")]


@pytest.fixture(scope="module")
def thousand(kit, fixture_records):
    """1,000 records: those of the fixtures under varied ids, and ours of every kind of place."""
    found = list(read_records(fixture_records))
    varied = [
        Record.model_construct(
            **{**dict(found[n % len(found)]), "id": f"{n:032x}", "published": date(2015 + n % 10, 1, 1)}
        )
        for n in range(800)
    ]
    return varied + [kit.record(n, name=PLACES[n % 5][0], code=PLACES[n % 5][1]) for n in range(200)]


def test_the_same_thousand_records_give_the_same_answers_in_every_store(kit, thousand, address_of, tmp_path):
    path = kit.write(tmp_path / "r.jsonl", thousand)
    answers = {}
    for kind in kit.kinds:
        address = address_of(kind)
        assert load([path], store_of(address)) == {"new": 1000}
        with store_of(address) as store:
            answers[kind] = [sorted(map(kit.plain, store.execute(query))) for query in QUERIES]
    assert len(QUERIES) == 4
    for number in range(len(QUERIES)):
        assert len(answers["sqlite"][number]) >= 5
        for kind in kit.kinds:
            assert answers[kind][number] == answers["sqlite"][number], (kind, QUERIES[number])


def test_the_answers_are_right(kit, address_of, tmp_path):
    records = [kit.record(n, name=PLACES[n % 5][0], code=PLACES[n % 5][1]) for n in range(10)]
    address = address_of("sqlite")
    load([kit.write(tmp_path / "r.jsonl", records)], store_of(address))
    with store_of(address) as store:
        speakers, places, roles, merged = (sorted(map(kit.plain, store.execute(query))) for query in QUERIES)
    assert [row for row in speakers if row[0] == "1506"] == [
        ("1506", "Molde", "2019", "Kari Lie", "1"),
        ("1506", "Molde", "2022", "Kari Lie", "1"),
    ]
    assert {row[0] for row in speakers} == {"1506", "3205", "1806", "1875", "3114", "5610"}
    # Molde 10 and 15, Skedsmo 11 and 16, Tysfjord 12 and 17 (two heirs, one county), Våler 13 and 18, Karasjok 14 and 19
    assert places == [
        ("Akershus", "2", "27"),
        ("Finnmark", "2", "33"),
        ("Møre og Romsdal", "2", "25"),
        ("Nordland", "2", "29"),
        ("Østfold", "2", "31"),
    ]
    assert roles == [("Kari Lie", "ordfører", name, "leder", "Vekstrådet") for name, _ in sorted(PLACES) for _ in "to"]
    assert {row[2:] for row in merged} == {("Skedsmo", "2020-01-01", "Lillestrøm")}


def test_the_columns_that_the_queries_name_in_words_are_there(kit, address_of, tmp_path):
    address = address_of("parquet")
    load([kit.write(tmp_path / "r.jsonl", [kit.record(0)])], store_of(address))
    assert "CREATE VIEW articles AS FROM 'tables/articles.parquet'" in SECTION
    with store_of("duckdb:///" + str(tmp_path / "r.duckdb")) as store:
        store.execute(f"CREATE VIEW articles AS FROM '{tmp_path}/tables/articles.parquet'")
        assert store.execute("SELECT title FROM articles") == [(kit.record(0).title,)]
