"""Bombs, headers and streams without end, links and pipes: each is a reject with its reason, or read, within bounds."""

import gzip
import io
import os
import resource
import time
import zipfile
import zlib

import pytest

from models.errors import ReadError
from scrapers.fetch.manners import Manners
from scrapers.sources.feed import Feed
from scrapers.sources.sitemap import Sitemap

PAGE = b"<!DOCTYPE html><h1>Hei</h1><p>En tekst.</p>"
POLITE = Manners(allow_private=True, delay=0, attempts=1, timeout=2, deadline=5)


def zipped(name, content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def bomb(size=60_000_000):
    """A gzip file of some kilobytes that unpacks to many megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()


def warc(block, headers=b"WARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"):
    head = b"WARC/1.0\r\nContent-Type: application/http; msgtype=response\r\n" + headers
    return head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)


def http(body, headers=b""):
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body


GZIPPED = b"Content-Encoding: gzip\r\n"


@pytest.mark.clock
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html.gz", bomb(), "250 times its size|larger than 20 MB"),
        ("a.html.gz", gzip.compress(bomb()), "a compressed file"),
        ("a.zip", zipped("inne.zip", zipped("a.html", b" " * 20_000_000)), "inside an archive"),
        ("a.zip", zipped("a.html", bomb()), "a compressed file"),
        ("a.zip", zipped("a.html.gz", bomb()), "inside an archive"),
        ("a.warc", warc(http(bomb(), GZIPPED)), "larger than 20 MB"),
        ("a.warc", warc(http(gzip.compress(bomb()), b"Content-Encoding: gzip, gzip\r\n")), "larger than 20 MB"),
        ("a.warc.gz", gzip.compress(warc(http(bomb(), GZIPPED))), "larger than 20 MB"),
        ("a.warc.gz", gzip.compress(warc(http(b" " * 60_000_000))), "250 times its size|larger than 20 MB"),
        ("a.jsonl.gz", bomb(), "250 times its size|larger than 20 MB"),
        ("a.xml.gz", gzip.compress(b"<urlset>" + b" " * 60_000_000), "250 times its size|larger than 52 MB"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_a_bomb_however_it_is_packed_is_a_reject_within_bounds(read, tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found, rejected = read(path)
    assert not found
    assert any(part in " ".join(rejected.values()) for part in reason.split("|"))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kB


@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip"])
def test_a_bomb_in_an_answer_is_a_reject(read, site, encoding):
    body = bomb() if encoding == "gzip" else gzip.compress(bomb())
    site.pages["/a"] = (200, {"Content-Type": "text/html", "Content-Encoding": encoding}, body)
    found, rejected = read(f"{site.url}/a", manners=POLITE)
    assert not found
    assert "larger than 20 MB" in rejected[f"{site.url}/a"]


@pytest.mark.clock
@pytest.mark.parametrize(
    "headers",
    [
        b"".join(b"X-%d: 1\r\n" % number for number in range(5000)),
        b"X: " + b"y" * 5_000_000 + b"\r\n",
        b"X: 1\r\n" + b" y\r\n" * 5000,
        b"X: 1\r\n" + (b" " + b"y" * 60_000 + b"\r\n") * 900,
    ],
    ids=["many", "long", "folded", "folded and long"],
)
def test_headers_without_end_are_told_or_read_in_bounded_time(read, site, tmp_path, headers):
    begun = time.process_time()
    path = tmp_path / "a.warc"
    path.write_bytes(warc(b"", headers))
    assert "headers" in read(path)[1][str(path)] or "begins with" in read(path)[1][str(path)]
    path.write_bytes(warc(http(PAGE, headers)) + warc(http(PAGE), b"WARC-Type: response\r\nWARC-Target-URI: b\r\n"))
    found, rejected = read(path)
    assert found[-1].uri == "b"
    assert len(found) + len(rejected) == 2

    def answer(handler):
        handler.close_connection = True
        handler.wfile.write(http(PAGE, headers))

    site.pages["/a"] = answer
    found, rejected = read(f"{site.url}/a", manners=POLITE)
    assert len(found) + len(rejected) == 1
    assert time.process_time() - begun < 10


def test_an_answer_without_end_is_a_reject(read, site):
    def pour(handler):
        handler.close_connection = True
        handler.wfile.write(http(b"<p>"))
        while True:
            handler.wfile.write(b"Hei " * 100_000)

    site.pages["/a"] = pour
    assert "larger than 1 MB" in read(f"{site.url}/a", manners=POLITE, max_bytes=1_000_000)[1][f"{site.url}/a"]


def test_a_stream_without_end_is_a_reject(read):
    for name in ("/dev/zero", "/dev/urandom"):
        found, rejected = read(name)
        assert not found
        assert "is not read" in rejected[name]


def test_what_is_no_ordinary_file_of_a_folder_is_told_and_not_waited_for(read, tmp_path):
    os.mkfifo(tmp_path / "roer.txt")
    (tmp_path / "null.html").symlink_to("/dev/zero")
    (tmp_path / "ring.txt").symlink_to(tmp_path / "ring.txt")
    (tmp_path / "opp").symlink_to(tmp_path)
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "lenke.html").symlink_to(tmp_path / "a.html")
    found, rejected = read(tmp_path)
    assert [page.uri.rpartition("/")[2] for page in found] == ["a.html", "lenke.html"]
    reasons = {uri.rpartition("/")[2]: reason for uri, reason in rejected.items()}
    assert reasons.keys() == {"roer.txt", "null.html", "ring.txt"}
    assert (
        reasons["roer.txt"]
        == reasons["null.html"]
        == "a pipe, a socket or a device is not read; write it to a file first"
    )


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r [<!ENTITY e SYSTEM "{secret}">]>',
        '<!DOCTYPE r [<!ENTITY e PUBLIC "x" "{secret}">]>',
        '<!DOCTYPE r SYSTEM "{secret}">',
        '<!DOCTYPE r [<!ENTITY % p SYSTEM "{secret}"> %p;]>',
    ],
)
@pytest.mark.parametrize("kind", [Feed, Sitemap])
def test_what_an_entity_names_is_never_opened(site, tmp_path, doctype, kind):
    (tmp_path / "secret").write_text("hemmelig", encoding="utf-8")
    root, item = ("rss", "<channel><item><link>https://a.example/&e;</link></item></channel>")
    if kind is Sitemap:
        root, item = "urlset", "<url><loc>https://a.example/&e;</loc></url>"
    for secret in ((tmp_path / "secret").as_uri(), f"{site.url}/secret"):
        content = f"{doctype.format(secret=secret)}<{root}>{item}</{root}>"
        found = list(kind.entries(content.encode(), "https://a.example/list"))
        assert found
        assert "hemmelig" not in repr(found)
        assert kind is Feed or all(isinstance(one, ReadError) for one in found)
    assert site.asked == []


@pytest.mark.clock
def test_lines_and_words_of_any_length_are_read_in_bounded_time(read, tmp_path):
    from scrapers.publishers import parse  # noqa: PLC0415 - what the pages are read by

    for content in (
        "a" * 5_000_000,
        "ord " * 200_000,
        "<p>" + "å" * 3_000_000,
        "\n" * 500_000 + "x",
        "a\n" * 40_000,
        "1.1.2020\n" * 40_000,
    ):
        path = tmp_path / "a.txt"
        path.write_text(f"En tittel her\n\n{content}", encoding="utf-8")
        begun = time.process_time()
        (page,), _ = read(path)
        assert len(parse(page).text) <= 401_000
        assert time.process_time() - begun < 10
