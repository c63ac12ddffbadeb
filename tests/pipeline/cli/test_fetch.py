"""`utdrag fetch`, and `utdrag run` on addresses: what is on disk and told afterwards, and exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scrapers.sources import pages

PAGE = """<!DOCTYPE html><html lang="nb"><body><article><h1>Ny skole nummer {} i Molde</h1><p>Publisert 30.09.2022</p>
<p>Ordføreren åpnet skolen med 400 elever fredag, og alle var glade.</p></article></body></html>"""
QUICK = ("--delay", "0", "--allow-private")


@pytest.fixture
def feed(site):
    """A feed of three pages, of which one answers 304, and one that is gone; its address."""

    def known(handler):
        body = PAGE.format(0).encode()
        unchanged = handler.headers.get("If-None-Match") == '"a"'
        handler.send_response(304 if unchanged else 200)
        handler.send_header("ETag", '"a"')
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", "0" if unchanged else str(len(body)))
        handler.end_headers()
        handler.wfile.write(b"" if unchanged else body)

    site.pages["/0"] = known
    site.pages |= {f"/{number}": PAGE.format(number).encode() for number in (1, 2)}
    publish(site, 0, 1, 2, "borte")
    return f"{site.url}/rss"


def publish(site, *numbers):
    items = "".join(f"<item><link>{site.url}/{number}</link></item>" for number in numbers)
    content = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    site.pages["/rss"] = (200, {"Content-Type": "application/rss+xml"}, content)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def start(feed, archive):
    """A fetch that has begun to write its archive."""
    command = [sys.executable, "-c", "from pipeline.cli import app; app()", "fetch", feed, "-o", str(archive), *QUICK]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    while not (archive.exists() and archive.stat().st_size > 1000):
        time.sleep(0.05)
    time.sleep(0.1)
    return process


def test_what_is_fetched_reads_back(site, feed, utdrag, tmp_path):
    archive = tmp_path / "out" / "nytt.warc.gz"
    done = utdrag("fetch", feed, "-o", archive, *QUICK)
    assert done.returncode == 3, done.stderr
    assert "3 new pages" in done.stderr
    (reject,) = lines(tmp_path / "out" / "nytt.rejects.jsonl")
    assert reject == {
        "uri": f"{site.url}/borte",
        "error": "ReadError",
        "reason": "the server answers 404 Not Found",
    }
    found = list(pages([str(archive)]))
    assert [page.uri for page in found] == [f"{site.url}/{number}" for number in range(3)]
    assert [page.content.decode() for page in found] == [PAGE.format(number) for number in range(3)]


def test_a_second_run_fetches_what_is_new(site, feed, utdrag, tmp_path):
    archive = tmp_path / "nytt.warc.gz"
    utdrag("fetch", feed, "-o", archive, *QUICK)
    before = archive.read_bytes()
    publish(site, 0, 1, 2, 3)
    site.pages["/3"] = PAGE.format(3).encode()
    done = utdrag("fetch", feed, "-o", archive, *QUICK)
    assert done.returncode == 0, done.stderr
    assert "1 new page in" in done.stderr
    assert "3 unchanged" in done.stderr
    assert archive.read_bytes().startswith(before)
    assert not (tmp_path / "nytt.rejects.jsonl").exists()


def test_a_page_that_its_sitemap_calls_unchanged_is_not_asked_for(site, utdrag, tmp_path):
    def publish_map(day):
        content = f"<urlset><url><loc>{site.url}/1</loc><lastmod>{day}</lastmod></url></urlset>".encode()
        site.pages["/kart.xml"] = (200, {"Content-Type": "application/xml"}, content)

    site.pages["/1"] = PAGE.format(1).encode()
    for day, asked in (("2022-09-30", 1), ("2022-09-30", 1), ("2999-01-01", 2)):
        publish_map(day)
        done = utdrag("fetch", f"{site.url}/kart.xml", "-o", tmp_path / "a.warc.gz", *QUICK)
        assert done.returncode == 0, done.stderr
        assert site.paths.count("/1") == asked


def test_a_killed_run_leaves_an_archive_that_reads_and_grows(site, feed, utdrag, tmp_path):
    site.pages["/2"] = lambda _: time.sleep(20)
    archive = tmp_path / "a.warc.gz"
    process = start(feed, archive)
    process.send_signal(signal.SIGKILL)
    process.wait()
    archive.write_bytes(archive.read_bytes() + archive.read_bytes()[:50])
    site.pages["/2"] = PAGE.format(2).encode()
    done = utdrag("fetch", feed, "-o", archive, *QUICK)
    assert done.returncode == 3, done.stderr
    assert "half a record; its last 50 bytes are cut off" in done.stderr
    assert [page.uri for page in pages([str(archive)])] == [f"{site.url}/{number}" for number in range(3)]


def test_an_interrupted_run_says_that_it_can_go_on(site, feed, tmp_path):
    site.pages["/2"] = lambda _: time.sleep(3)
    archive = tmp_path / "a.warc.gz"
    process = start(feed, archive)
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert "the same command goes on" in process.stderr.read()
    assert [page.uri for page in pages([str(archive)])]


def test_run_fetches_and_extracts_in_one_go(site, feed, utdrag, tmp_path):
    done = utdrag("run", feed, "-o", tmp_path / "records.jsonl", "--allow-private")
    assert done.returncode == 3, done.stderr
    records = lines(tmp_path / "records.jsonl")
    assert [record["source"]["uri"] for record in records] == [f"{site.url}/{number}" for number in range(3)]
    assert {record["published"] for record in records} == {"2022-09-30"}
    assert all(record["source"]["retrieved_at"] for record in records)


def test_private_addresses_are_refused_unless_allowed(site, feed, utdrag, tmp_path):
    assert utdrag("fetch", feed, "-o", tmp_path / "a.warc.gz").returncode == 3
    (reject,) = lines(tmp_path / "a.rejects.jsonl")
    assert "no public address; --allow-private reads it" in reject["reason"]
    assert not site.asked


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("borte.xml", "neither a file nor"),
        (".", "neither a feed"),
        ("https://", "no host"),
        ("ftp://a/b", "neither a file nor"),
    ],
)
def test_a_source_that_lists_nothing_is_told(utdrag, tmp_path, source, reason):
    done = utdrag("fetch", source, "-o", tmp_path / "a.warc.gz")
    assert done.returncode == 3, done.stderr
    (reject,) = lines(tmp_path / "a.rejects.jsonl")
    assert reason in reject["reason"]


@pytest.mark.parametrize(
    "arguments", [("fetch",), ("fetch", "https://a.example/"), ("fetch", "https://a.example/", "-o", "a.zip")]
)
def test_wrong_usage_is_told_apart(utdrag, arguments):
    assert utdrag(*arguments).returncode == 2


def test_a_file_that_is_no_archive_is_a_failure_and_stays(utdrag, tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"mine notater")
    done = utdrag("fetch", "https://a.example/", "-o", path)
    assert done.returncode == 1
    assert "is left as it is" in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == b"mine notater"
