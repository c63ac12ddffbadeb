"""The list is filtered, searched, sorted and paged."""

import pytest

from pipeline.review.index import Index
from pipeline.review.listing import PAGE, choices, listing


@pytest.fixture
def index(tmp_path, made):
    records = [
        made.record("a", published="2024-01-01", title="Ål åpner bad", publisher="Ål kommune", warnings=["x:y"]),
        made.record("b", published="2024-02-01T10:00:00+01:00", title="Bru i Molde", language="nn", people=[]),
        made.record("c", published=None, title="Ski og sol", municipalities=[]),
    ]
    index = Index(made.write(tmp_path / "records.jsonl", records))
    assert list(index.make()) == [1, 2, 3]
    return index


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "bac"),
        ({"sort": "oldest"}, "cab"),
        ({"sort": "title"}, "bca"),
        ({"sort": "nonsense"}, "bac"),
        ({"municipality": "Molde"}, "ba"),
        ({"publisher": "Ål kommune"}, "a"),
        ({"language": "nn"}, "b"),
        ({"warning": "x"}, "a"),
        ({"kind": "people"}, "ac"),
        ({"from": "2024-02-01"}, "b"),
        ({"to": "2024-02-01"}, "ba"),
        ({"from": "2024-01-02", "to": "2024-01-31"}, ""),
        ({"q": "åpner ål"}, "a"),
        ({"q": "Mold"}, "bac"),
        ({"q": '"; DROP TABLE article; --'}, ""),
        ({"q": "sol", "kind": "dates"}, "c"),
        ({"state": "untouched"}, "bac"),
        ({"state": "nonsense"}, ""),
        ({"page": "99"}, "bac"),
        ({"page": "-1"}, "bac"),
    ],
)
def test_filters_leave_what_they_ask_for(index, asked, expected):
    with index.open() as db:
        assert "".join(row["id"][0] for row in listing(db, asked).rows) == expected


def test_filters_offer_what_there_is(index):
    with index.open() as db:
        offered = choices(db)
    assert (offered["municipality"], offered["language"], offered["warning"]) == (["Molde"], ["nb", "nn"], ["x"])


def test_the_list_is_paged(tmp_path, made):
    index = Index(made.write(tmp_path / "r.jsonl", [made.record(f"{n:03}") for n in range(PAGE + 1)]))
    list(index.make())
    with index.open() as db:
        second = listing(db, {"page": "2"})
    assert (len(second.rows), second.total, second.pages) == (1, PAGE + 1, 2)


def test_a_record_comes_back_whole(index):
    assert index.record("a".ljust(32, "0")).title == "Ål åpner bad"
    assert index.record("nothing") is None


def test_a_changed_file_is_read_anew(index, made):
    made.write(index.records, [made.record("ny")])
    again = Index(index.records)
    assert list(again.make()) == [1]
    assert again.record("ny".ljust(32, "0"))


def test_an_unchanged_file_is_not_read_again(index):
    assert list(Index(index.records).make()) == []


def test_lines_that_are_no_record_are_counted_and_left_out(tmp_path, made):
    path = made.write(tmp_path / "r.jsonl", [made.record("a")])
    path.write_text('{"half": \n\n[]\n' + path.read_text(encoding="utf-8") + '{"id": "cut', encoding="utf-8")
    index = Index(path)
    assert len(list(index.make())) == 1
    assert index.bad == 3
    assert index.record("a".ljust(32, "0"))
