"""Web archives: what is read, what is passed over, and that a cut one is told."""

import gzip
import io
import random
import zlib
from functools import partial

import brotli
import pytest
from backports import zstd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = b"<!DOCTYPE html><h1>Hei</h1><p>En tekst om Molde.</p>" * 20
HTML = [("Content-Type", "text/html; charset=utf-8")]
HERE = "https://molde.example/"
squeezed = partial(gzip.compress, mtime=0)


@pytest.fixture
def make_warc(tmp_path):
    """A web archive, written by warcio, of (address, status, headers, body, type of record)."""

    def make(records, name="archive.warc.gz"):
        buffer = io.BytesIO()
        writer = WARCWriter(buffer, gzip=name.endswith(".gz"))
        writer.write_record(writer.create_warcinfo_record(name, {"software": "a test"}))
        for address, status, headers, body, kind in records:
            http = StatusAndHeaders(status, headers, protocol="HTTP/1.1") if kind == "response" else None
            writer.write_record(writer.create_warc_record(address, kind, io.BytesIO(body), http_headers=http))
        (tmp_path / name).write_bytes(buffer.getvalue())
        return tmp_path / name

    return make


def chunked(body):
    parts = (body[at : at + 100] for at in range(0, len(body), 100))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def noise(seed):
    return random.Random(seed).randbytes(900)  # noqa: S311 - bytes that do not compress


def answer(body=PAGE, headers=(), status="200 OK", address=f"{HERE}1"):
    return (address, status, [*HTML, *headers], body, "response")


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "uten-endelse"])
def test_pages_are_named_by_their_address(read, make_warc, name):
    path = make_warc([answer(address=f"{HERE}{number}") for number in range(3)], name)
    found, rejected = read(path)
    assert [page.uri for page in found] == [f"{HERE}{number}" for number in range(3)]
    assert {page.content for page in found} == {PAGE}
    assert found[0].media_type == "text/html"
    assert found[0].headers["content-type"] == "text/html; charset=utf-8"
    assert found[0].retrieved_at.tzinfo
    assert not rejected


def test_what_is_no_document_is_passed_over(read, make_warc):
    records = [
        answer(status="404 Not Found"),
        answer(status="301 Moved Permanently", headers=[("Location", "/2")]),
        (f"{HERE}a.png", "200 OK", [("Content-Type", "image/png")], b"\x89PNG", "response"),
        (f"{HERE}robots.txt", "200 OK", [("Content-Type", "text/plain")], b"User-agent: *", "response"),
        (f"{HERE}1", "200 OK", [], b"GET / HTTP/1.1\r\n\r\n", "request"),
        answer(),
    ]
    found, rejected = read(make_warc(records))
    assert [page.uri for page in found] == [f"{HERE}1"]
    assert not rejected


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, squeezed(PAGE)),
        ({"content-encoding": "GZIP"}, squeezed(PAGE)),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)[2:-4]),
        ({"Content-Encoding": "br"}, brotli.compress(PAGE)),
        ({"Content-Encoding": "zstd"}, zstd.compress(PAGE)),
        ({"Content-Encoding": "deflate, gzip"}, squeezed(zlib.compress(PAGE))),
        ({"Content-Encoding": "gzip"}, PAGE),
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE)),
        ({"Transfer-Encoding": "chunked"}, PAGE),
        ({"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}, chunked(squeezed(PAGE))),
    ],
)
def test_what_the_server_did_to_a_body_is_undone(read, make_warc, headers, body):
    found, rejected = read(make_warc([answer(body, headers.items())]))
    assert not rejected
    assert [page.content for page in found] == [PAGE]


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Encoding": "gzip"}, squeezed(PAGE)[:-9], "cut off"),
        ({"Content-Encoding": "br"}, brotli.compress(PAGE)[:-9], "cut off"),
        ({"Content-Encoding": "zstd"}, zstd.compress(PAGE)[:-9], "cut off"),
        ({"Content-Encoding": "br"}, b"no brotli", "broken"),
        ({"Content-Encoding": "gzip"}, b"\x1f\x8bno gzip", "broken"),
        ({"Content-Encoding": "lzw"}, PAGE, "not known"),
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE)[:-60], "cut off"),
        ({"Content-Encoding": "gzip"}, squeezed(bytes(50_000_000)), "larger than 20 MB"),
        ({"Content-Encoding": "br"}, brotli.compress(bytes(50_000_000), quality=2), "larger than 20 MB"),
        ({"Content-Encoding": "zstd"}, zstd.compress(bytes(50_000_000)), "larger than 20 MB"),
        ({}, b"", "empty"),
        ({}, b"%PDF-1.7", "PDF"),
    ],
)
def test_a_body_that_cannot_be_had_is_rejected_and_the_next_is_read(read, make_warc, headers, body, reason):
    path = make_warc([answer(body, headers.items()), answer(address=f"{HERE}2")])
    found, rejected = read(path)
    assert [page.uri for page in found] == [f"{HERE}2"]
    assert rejected.keys() == {f"{HERE}1"}
    assert reason in rejected[f"{HERE}1"]


def test_a_record_over_the_limit_is_rejected(read, make_warc):
    path = make_warc([answer(PAGE * 400), answer(address=f"{HERE}2")])
    found, rejected = read(path, max_bytes=2000)
    assert [page.uri for page in found] == [f"{HERE}2"]
    assert rejected == {f"{HERE}1": "the file is larger than 0.002 MB"}


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
@pytest.mark.parametrize("lost", [5, 60, 300])
def test_a_cut_archive_gives_what_is_whole_and_tells(read, make_warc, name, lost):
    path = make_warc([answer(address=f"{HERE}{number}", body=noise(number)) for number in "123"], name)
    path.write_bytes(path.read_bytes()[:-lost])
    found, rejected = read(path)
    assert [page.uri for page in found] == [f"{HERE}1", f"{HERE}2"] or lost == 5
    assert "cut off" in rejected[str(path)]
    assert len(rejected) == 1


def test_a_record_that_its_crawler_cut_is_rejected(read, make_warc):
    path = make_warc([answer()], "a.warc")
    path.write_bytes(
        path.read_bytes().replace(b"WARC-Type: response", b"WARC-Truncated: length\r\nWARC-Type: response")
    )
    assert "a part of it" in read(path)[1][f"{HERE}1"]


def test_a_resource_stands_for_itself(read, make_warc):
    path = make_warc([(f"{HERE}1", "", [], b"Ny skole\n\nSkolen i Molde.", "resource")], "a.warc")
    before = (
        b"application/http; msgtype=response"
        if b"application/http" in path.read_bytes()
        else b"application/warc-record"
    )
    path.write_bytes(path.read_bytes().replace(before, b"text/plain"))
    assert [(page.uri, page.media_type) for page in read(path)[0]] == [(f"{HERE}1", "text/plain")]


def test_whatever_is_broken_the_reading_ends_with_a_reason(read, make_warc, tmp_path):
    whole = make_warc([answer(chunked(PAGE), [("Transfer-Encoding", "chunked")]), answer()], "a.warc").read_bytes()
    path = tmp_path / "b.warc"
    for seed in range(300):
        chance = random.Random(seed)  # noqa: S311 - junk
        content = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(content))
            junk = chance.choice(
                [b"\r\n\r\n", b"\n", b"Content-Length: 99999999\r\n", b"Content-Length: -5\r\n", b"\0"]
            )
            content[at : at + chance.randrange(9)] = junk
        path.write_bytes(content)
        found, rejected = read(path)
        assert len(found) + len(rejected) >= 1
