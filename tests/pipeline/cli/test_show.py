"""`utdrag show`: a document as its record, a records file as a table."""

import json
from pathlib import Path

import pytest

from models.record import Record
from pipeline import Extractor
from pipeline.cli.echo import plain
from scrapers.pages import read

RELEASE = "Ny skole i Molde\n\nPublisert 30.09.2022\n\nRektor Kari Vik sier \x1b[31mat 400 elever\x1b[0m får plass i Molde kommune.\n"


@pytest.fixture
def release(tmp_path):
    path = tmp_path / "skole.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def test_the_values_are_shown_by_kind_with_the_text(utdrag, release):
    shown = utdrag("show", release).stdout
    for word in ("Molde 1506", "Kari Vik", "rektor", "400 elev", "2022-09-30", "får plass", "read by"):
        assert word in shown


def test_control_codes_of_an_article_do_not_reach_the_terminal(utdrag, release):
    assert "\x1b" not in utdrag("show", release).stdout
    assert plain("a\x1b[31m\tb\n\x9b") == "a\ufffd[31m\tb\n\ufffd"


def test_json_is_the_record(utdrag, release):
    record = json.loads(utdrag("show", "--json", release).stdout)
    assert record["municipalities"][0]["code"] == "1506"


def test_a_document_is_read_as_fast_as_asked(utdrag):
    release = Path("fixtures/releases/c04-fotball.txt")
    fast = utdrag("show", "--json", "--fast", release)
    assert fast.returncode == 0, fast.stderr
    record = Record.model_validate_json(fast.stdout)
    assert record == Extractor(fast=True).extract(read(release)) != Extractor().extract(read(release))


def test_a_records_file_is_a_table(utdrag, fixture_records):
    done = utdrag("show", fixture_records)
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("Published", "Title", "Places", "Quotes"))
    assert done.stdout.count("2024-06-") == 1


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [("none.txt", None, "No such file"), ("empty.txt", "", "empty"), ("odd.jsonl", '{"a": 1}\n', "odd.jsonl:1")],
)
def test_what_cannot_be_shown_is_told_in_one_line(utdrag, tmp_path, name, content, word):
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = utdrag("show", tmp_path / name)
    assert done.returncode == 1
    assert word.lower() in done.stderr.lower()
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("width", [80, 120])
def test_no_value_is_cut_on_an_ordinary_terminal(utdrag, monkeypatch, tmp_path_factory, width):
    tmp_path = tmp_path_factory.mktemp("a")  # its address fits in a line
    monkeypatch.setenv("COLUMNS", str(width))
    text = "Møtet er onsdag 19. juni 2024 kl. 17–20. Nesten 1 487 500,50 kroner gikk til 230 sykehjemsplasser."
    (tmp_path / "a.txt").write_text(f"Møte\n\n{text}\n", encoding="utf-8")
    for command in (
        ("dates", text),
        ("counts", text),
        ("places", "Hole"),
        ("publishers",),
        ("show", tmp_path / "a.txt"),
    ):
        assert "…" not in utdrag(*command).stdout, command


@pytest.mark.parametrize("width", [80, 100, 120, 139, 140, 200])
def test_a_table_of_records_has_all_its_columns_at_any_width(utdrag, monkeypatch, fixture_records, width):
    monkeypatch.setenv("COLUMNS", str(width))
    header = utdrag("show", fixture_records).stdout.splitlines()[1]
    assert header.split()[-6:] == ["Places", "People", "Orgs", "Dates", "Counts", "Quotes"]
