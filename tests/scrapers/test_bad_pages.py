"""Bad pages: each is rejected with its reason, or read, in bounded time; none stops a run."""

import json
import time
from datetime import UTC, datetime

import pytest

from models.errors import ParseError, ReadError
from models.page import Page
from scrapers.pages import page as checked_page
from scrapers.publishers import parse

HEAD = "<html><head><title>En tittel</title></head><body><h1>En tittel her</h1>"
TEXT = "<p>Dette er en tekst på mer enn tjue tegn.</p>"
MANY = 100_000
BOUND = 30  # seconds; the slowest takes about one on an idle core

BAD = {
    "tom.html": (b"  \n", "the file is empty"),
    "uten-tekst.html": (HEAD.encode(), "no article text on the page"),
    "uten-tittel.html": (TEXT.encode(), "no headline on the page"),
    "bare-script.html": (
        b"<html><body><div id=root></div><script>draw('<p>hei</p>')</script></body></html>",
        "only script",
    ),
    "pdf.html": (b"%PDF-1.7\n1 0 obj", "the file is a PDF file, neither text nor HTML"),
    "bilde.html": (b"\x89PNG\r\n" + bytes(100), "the file is a picture"),
    "binaer.html": (bytes(range(256)) * 40, "the file is binary"),
    "div.html": ((HEAD + "<div>" * MANY + TEXT).encode(), "nested more than 600 deep"),
    "tabell.html": ((HEAD + "<table><tr><td>" * (MANY // 3) + TEXT).encode(), "nested more than 600 deep"),
    "lister.html": ((HEAD + "<ul><li>" * (MANY // 2) + TEXT).encode(), "nested more than 600 deep"),
    "mange-tagger.html": ((HEAD + "<p>Hei." * (MANY * 2 + 1)).encode(), "tags, more than the 200000 that are read"),
    "stor.html": (b"<p>" + b"x" * 20_000_000, "the file is larger than 20 MB"),
}


def test_a_run_rejects_each_bad_page_with_its_reason_and_goes_on(utdrag, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "god.html").write_text(HEAD + TEXT, encoding="utf-8")
    done = utdrag("run", folder, "-o", tmp_path / "records.jsonl")
    assert done.returncode == 3, done.stderr
    rejects = [json.loads(line) for line in (tmp_path / "records.rejects.jsonl").read_text("utf-8").splitlines()]
    reasons = {one["uri"].rpartition("/")[2]: one["reason"] for one in rejects}
    assert reasons.keys() == BAD.keys()
    assert [name for name, (_, reason) in BAD.items() if reason not in reasons[name]] == []
    assert len((tmp_path / "records.jsonl").read_text("utf-8").splitlines()) == 1


@pytest.mark.clock
@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "<b>x</b>" * 20_000,
        "<div>" + "tekst<br><br><div>mer</div>" * 10_000 + "</div>",
        "<div>" * 140 + "<a href=x>y</a>" * 15_000 + "</div>" * 140,
        "<div class='ingress fact author'>" * 500,
        "<p>" + "publisert " * 100_000,
        "<p>" + "sist oppdatert 1" * 60_000,
        "<p>" + " \n" * 500_000,
        "<p>" + "1" * 1_000_000,
        "<title>" + " - " * 200_000 + "</title>",
        "<script type='application/ld+json'>" + "[" * MANY + "</script>",
        "<script type='application/ld+json'>" + '{"@type":"' * 50_000 + "</script>",
        "<h2><a href=x>En</a></h2>" * 8_000,
        "<time datetime='2020-01-01'>x</time>" * 8_000,
        "Ã¥ " * 100_000,
    ],
    ids=lambda body: body[:24],
)
def test_a_hostile_page_is_read_in_bounded_time(body):
    begun = time.process_time()
    release = parse(Page("hostile.html", (HEAD + body + TEXT).encode(), "text/html"))
    assert time.process_time() - begun < BOUND
    assert release.first("title") == "En tittel her"
    assert len(release.text) <= 401_000


@pytest.mark.clock
def test_a_page_of_20_mb_is_read_and_cut_where_no_article_is_that_long():
    content = (HEAD + "<p>" + "Hei på deg alle sammen her i dag. " * 560_000).encode()
    begun = time.process_time()
    release = parse(checked_page("lang.html", content, ".html"))
    assert time.process_time() - begun < BOUND
    assert release.warnings[-1] == "truncated"
    assert len(release.text) <= 400_000


def test_a_page_cut_in_mid_letter_is_read_up_to_there():
    content = (HEAD + "<p>Dette er en tekst på mer enn tjue tegn, og så en ø").encode()
    release = parse(Page("kuttet.html", content[:-1], "text/html"))
    assert release.blocks[-1].text.startswith("Dette er en tekst på mer enn tjue tegn, og så en")


def test_every_reason_names_its_document():
    with pytest.raises(ParseError, match=r"a\.html: no article text"):
        parse(Page("a.html", HEAD.encode(), "text/html"))
    with pytest.raises(ReadError, match=r"b\.html: the file is a picture"):
        checked_page("b.html", b"\x89PNG\r\n", ".html")


def test_a_page_without_a_headline_is_read_under_the_title_given_with_it():
    page = Page("a.html", TEXT.encode(), "text/html", given={"title": "Gitt tittel"})
    assert parse(page).first("title") == "Gitt tittel"


def test_a_stamp_after_the_fetch_is_refused():
    html = HEAD + "<p>Publisert 01.02.2030</p>" + TEXT
    release = parse(Page("a.html", html.encode(), "text/html", retrieved_at=datetime(2029, 12, 31, tzinfo=UTC)))
    assert release.published is None
    assert "stamp-after-fetch" in release.warnings


def test_control_characters_beside_a_script_are_no_defect():
    # htmldate, asked for the day that our own reader does not find, takes scripts out with lxml, which refuses these.
    found = parse(Page("a.html", f"{HEAD}{TEXT}<script>a</script>\x01 &#1; {TEXT}".encode(), "text/html"))
    assert found.first("title") == "En tittel her"
    assert found.published is None
