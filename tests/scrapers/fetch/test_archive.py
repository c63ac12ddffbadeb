"""The archive that fetch writes: whole records alone, known again, never cut where it is another's."""

import gzip
import sqlite3
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest
from warcio.archiveiterator import ArchiveIterator

from scrapers.fetch.answer import Answer
from scrapers.fetch.archive import WebArchive
from scrapers.fetch.records import BrokenError
from scrapers.sources import pages
from scrapers.sources.listing import Entry

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
PAGE = b"<!DOCTYPE html><h1>Hei</h1><p>En tekst om Molde.</p>"


def answer(number, body=PAGE, **headers):
    fields = {"content-type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(f"https://molde.example/{number}", 200, MappingProxyType(fields), body, NOW)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.warc.gz"


@pytest.fixture
def filled(path):
    """An archive of three pages."""
    with WebArchive(path) as archive:
        for number in range(3):
            archive.add(answer(number, etag=f'"{number}"'))
    return path


def uris(path):
    return [getattr(page, "uri", None) or f"{page.source}: {page.reason}" for page in pages([str(path)])]


URIS = [f"https://molde.example/{number}" for number in range(3)]


def test_what_is_added_reads_back(path):
    packed = answer(1, gzip.compress(PAGE, mtime=0), content_encoding="gzip", content_language="nb")
    with WebArchive(path) as archive:
        assert archive.add(packed)
    (page,) = pages([str(path)])
    assert (page.uri, page.content, page.media_type, page.retrieved_at) == (packed.uri, PAGE, "text/html", NOW)
    assert page.headers["content-language"] == "nb"


def test_others_can_read_it(filled):
    with filled.open("rb") as file:
        found = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI")) for record in ArchiveIterator(file)
        ]
    assert found == [("warcinfo", None), *(("response", uri) for uri in URIS)]


def test_a_page_is_kept_once_and_again_where_it_changes(path):
    with WebArchive(path) as archive:
        assert [archive.add(answer(1)), archive.add(answer(1)), archive.add(answer(1, PAGE * 2))] == [True, False, True]
    with WebArchive(path) as archive:
        assert not archive.add(answer(1, PAGE * 2))
        assert not archive.add(answer(1, gzip.compress(PAGE * 2), content_encoding="gzip"))
    assert len(uris(path)) == 2


def test_validators_and_days_are_known_again(filled):
    with WebArchive(filled) as archive:
        assert archive.validators(URIS[1]) == {"If-None-Match": '"1"'}
        assert archive.validators("https://molde.example/9") == {}
        assert archive.is_fresh(Entry(URIS[1], NOW - timedelta(days=1)))
        assert not archive.is_fresh(Entry(URIS[1], NOW + timedelta(days=1)))
        assert not archive.is_fresh(Entry(URIS[1]))
        assert not archive.is_fresh(Entry("https://molde.example/9", NOW))


def test_a_cache_that_is_gone_is_made_anew(filled):
    filled.with_name("a.warc.gz.cache").unlink()
    with WebArchive(filled) as archive:
        assert archive.validators(URIS[2]) == {"If-None-Match": '"2"'}
        assert not archive.add(answer(2))


def test_an_archive_that_is_gone_is_begun_anew(filled):
    filled.unlink()
    with WebArchive(filled) as archive:
        assert archive.validators(URIS[2]) == {}
        assert archive.add(answer(0))
    assert uris(filled) == URIS[:1]


@pytest.mark.parametrize("cache", [True, False])
@pytest.mark.parametrize("lost", [1, 8, 100, 250])
def test_half_a_record_is_cut_off_and_told(filled, lost, cache):
    filled.write_bytes(filled.read_bytes()[:-lost])
    if not cache:
        filled.with_name("a.warc.gz.cache").unlink()
    assert "cut off" in uris(filled)[-1]
    with WebArchive(filled) as archive:
        assert archive.lost
        assert archive.add(answer(2))
    assert uris(filled) == URIS


def test_records_that_the_cache_did_not_hear_of_are_taken_in(filled, path):
    before = path.with_name("a.warc.gz.cache").read_bytes()
    with WebArchive(path) as archive:
        archive.add(answer(3, etag="3"))
    path.with_name("a.warc.gz.cache").write_bytes(before)
    path.write_bytes(path.read_bytes() + b"\x1f\x8b\x08")
    with WebArchive(path) as archive:
        assert archive.lost == 3
        assert archive.validators("https://molde.example/3") == {"If-None-Match": "3"}
    assert len(uris(filled)) == 4


def test_another_archive_of_the_name_is_read_anew(filled, tmp_path):
    other = tmp_path / "b.warc.gz"
    with WebArchive(other) as archive:
        for number in range(7, 20):
            archive.add(answer(number, PAGE * number, etag=str(number)))
    filled.write_bytes(other.read_bytes())
    with WebArchive(filled) as archive:
        assert archive.validators("https://molde.example/19") == {"If-None-Match": "19"}
        assert archive.validators(URIS[0]) == {}


@pytest.mark.parametrize(
    "content",
    [b"mine notater", b"\x1f\x8b", gzip.compress(b"mine notater"), bytes(100)],
    ids=["text", "start of gzip", "gzip", "zeros"],
)
def test_a_file_that_is_no_archive_is_left_as_it_is(path, content):
    path.write_bytes(content)
    with pytest.raises(BrokenError), WebArchive(path):
        pass
    assert path.read_bytes() == content


def test_an_archive_that_is_broken_in_its_middle_is_left_as_it_is(filled):
    content = bytearray(filled.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 9] = bytes(9)
    filled.write_bytes(content)
    filled.with_name("a.warc.gz.cache").unlink()
    with pytest.raises(BrokenError), WebArchive(filled):
        pass
    assert filled.read_bytes() == content


def test_two_runs_do_not_write_one_archive(filled):
    with WebArchive(filled), pytest.raises(sqlite3.OperationalError), WebArchive(filled):
        pass
