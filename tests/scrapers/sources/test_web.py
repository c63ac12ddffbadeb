"""Pages behind addresses, feeds, sitemaps and lists of a real server: in order, each once, each problem told."""

import gzip
import time
from dataclasses import replace

import pytest

from scrapers.fetch.manners import Manners
from scrapers.publishers import parse
from scrapers.sources import pages
from scrapers.sources.addresses import Addresses
from scrapers.sources.feed import Feed

PAGE = b"<!DOCTYPE html><h1>Hei</h1><p>En tekst om Molde.</p>"
QUICK = Manners(delay=0, timeout=10, deadline=20, attempts=1, allow_private=True)


@pytest.fixture
def fetched(site):
    """The paths of the pages that a source gives, and the reasons by path of what it rejects."""

    def run(*sources, **options):
        found, rejected = [], {}
        given = [
            source if not isinstance(source, str) or "://" in source else f"{site.url}{source}" for source in sources
        ]
        for one in pages(given, manners=QUICK, **options):
            if hasattr(one, "reason"):
                rejected[one.source.removeprefix(site.url)] = one.reason
            else:
                found.append(one.uri.removeprefix(site.url))
        return found, rejected

    return run


def rss(site, *paths):
    items = "".join(f"<item><link>{site.url}{path}</link></item>" for path in paths)
    return (
        200,
        {"Content-Type": "application/rss+xml"},
        f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(),
    )


def sitemap(site, *paths, index=False):
    root, item = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    items = "".join(f"<{item}><loc>{site.url}{path}</loc></{item}>" for path in paths)
    return f"<?xml version='1.0'?><{root}>{items}</{root}>".encode()


def test_an_address_is_a_page(site, fetched):
    site.pages["/1"] = PAGE
    assert fetched("/1") == (["/1"], {})


def test_the_pages_of_a_feed_come_in_its_order_each_once(site, fetched):
    numbers = [f"/{number}" for number in range(20)]
    site.pages |= dict.fromkeys(numbers, PAGE) | {"/rss": rss(site, *numbers, "/3", "/pdf", "/borte", "/4")}
    site.pages["/pdf"] = (200, {"Content-Type": "application/pdf"}, b"%PDF")
    site.pages["/0"] = lambda handler: (time.sleep(0.2), site.pages["/svar"](handler))

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(PAGE)))
        handler.end_headers()
        handler.wfile.write(PAGE)

    site.pages["/svar"] = answer
    found, rejected = fetched("/rss")
    assert found == numbers
    assert list(rejected) == ["/pdf", "/borte"]
    assert sorted(site.paths) == sorted([*numbers, "/rss", "/pdf", "/borte"])


def test_two_addresses_of_one_page_give_it_once(site, fetched):
    site.pages |= {"/rss": rss(site, "/gammel", "/1", "/1#kommentarer", "/eldre"), "/1": PAGE}
    site.pages |= dict.fromkeys(["/gammel", "/eldre"], (301, {"Location": "/1"}, b""))
    assert fetched("/rss") == (["/1"], {})


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "UTF-8", "tull"])
def test_letters_are_those_of_the_header(site, charset):
    body = "<h1>Blåbærsyltetøy</h1><p>Ordføreren i Ås åpnet skolen for alle elever.</p>"
    encoded = body.encode("utf-8" if charset in {"UTF-8", "tull"} else charset)
    site.pages["/1"] = (200, {"Content-Type": f"text/html; charset={charset}"}, encoded)
    (page,) = pages([f"{site.url}/1"], manners=QUICK)
    assert parse(page).text == "Blåbærsyltetøy\n\nOrdføreren i Ås åpnet skolen for alle elever."


def test_a_feed_served_as_html_is_a_feed(site, fetched):
    site.pages |= {"/rss": (200, {"Content-Type": "text/html"}, rss(site, "/1")[2]), "/1": PAGE}
    assert fetched("/rss") == (["/1"], {})


def test_the_sitemaps_of_an_index_are_opened_compressed_ones_too(site, fetched):
    site.pages |= {
        "/sitemap.xml": (
            200,
            {"Content-Type": "application/xml"},
            sitemap(site, "/a.xml", "/b.xml.gz", "/borte.xml", index=True),
        ),
        "/a.xml": (200, {"Content-Type": "text/xml"}, sitemap(site, "/1", "/2")),
        "/b.xml.gz": (200, {"Content-Type": "application/gzip"}, gzip.compress(sitemap(site, "/3", "/1"))),
    } | dict.fromkeys(["/1", "/2", "/3"], PAGE)
    found, rejected = fetched("/sitemap.xml")
    assert found == ["/1", "/2", "/3"]
    assert rejected.keys() == {"/borte.xml"}


def test_an_index_that_names_itself_ends(site, fetched):
    site.pages["/s.xml"] = (200, {"Content-Type": "text/xml"}, sitemap(site, "/s.xml", "/t.xml", index=True))
    site.pages["/t.xml"] = (200, {"Content-Type": "text/xml"}, sitemap(site, "/s.xml", "/1", index=True))
    site.pages["/1"] = PAGE
    assert fetched("/s.xml") == (["/1"], {})


def test_lists_within_lists_without_end_are_told(site, fetched):
    for number in range(9):
        site.pages[f"/{number}"] = (200, {"Content-Type": "text/xml"}, sitemap(site, f"/{number + 1}", index=True))
    found, rejected = fetched("/0")
    assert not found
    assert "list within a list" in rejected["/3"]


def test_a_list_of_addresses_may_name_feeds(site, fetched, tmp_path):
    site.pages |= {"/rss": rss(site, "/1", "/2")} | dict.fromkeys(["/1", "/2", "/3"], PAGE)
    path = tmp_path / "liste.txt"
    path.write_text(f"# våre\n{site.url}/rss\n{site.url}/3\ntull\n", encoding="utf-8")
    found, rejected = fetched(Addresses(str(path)))
    assert found == ["/1", "/2", "/3"]
    assert rejected == {"tull": "no http or https address"}


def test_a_feed_is_a_value(site, fetched):
    site.pages |= {"/rss": rss(site, "/1"), "/1": PAGE}
    assert fetched(Feed(f"{site.url}/rss")) == (["/1"], {})
    assert Feed("a") == Feed("a")


def test_a_compressed_list_that_unpacks_without_bounds_is_told(site, fetched):
    content = gzip.compress(b"<urlset>" + b" " * 60_000_000)
    site.pages["/s.xml.gz"] = (200, {"Content-Type": "application/gzip"}, content)
    assert fetched("/s.xml.gz") == ([], {"/s.xml.gz": "the list is larger than 52 MB"})


def test_a_site_that_is_down_is_asked_once(site):
    site.pages |= {"/rss": rss(site, *(f"/{number}" for number in range(10)))}
    site.pages["/robots.txt"] = [(404, {}, b""), (503, {}, b"")]
    found = list(pages([f"{site.url}/rss"], manners=replace(QUICK, attempts=1)))
    assert len(found) == 10
    assert len(site.asked) <= 13


def test_pages_that_nobody_takes_are_not_fetched(site):
    numbers = [f"/{number}" for number in range(200)]
    site.pages |= dict.fromkeys(numbers, PAGE) | {"/rss": rss(site, *numbers)}
    found = pages([f"{site.url}/rss"], manners=QUICK)
    next(found)
    found.close()
    assert len(site.paths) < 40
