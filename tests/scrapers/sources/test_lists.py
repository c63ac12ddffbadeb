"""Feeds, sitemaps and lists of addresses: what they name, in order; what is broken or cut off is told."""

import gzip
from datetime import UTC, datetime

import pytest

from scrapers.sources.addresses import Addresses
from scrapers.sources.feed import Feed
from scrapers.sources.listing import Entry
from scrapers.sources.sitemap import Sitemap

HERE = "https://molde.example/nyheter/rss"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def entries(kind, content):
    found = list(kind.entries(content if isinstance(content, bytes) else content.encode(), HERE))
    return [one for one in found if isinstance(one, Entry)], [one.reason for one in found if not isinstance(one, Entry)]


@pytest.mark.parametrize(
    ("content", "addresses"),
    [
        (
            '<rss version="2.0"><channel><item><link>https://a.example/1</link></item></channel></rss>',
            ["https://a.example/1"],
        ),
        (
            "<rss><channel><item><link> /sak?a=1&amp;b=å </link></item></channel></rss>",
            ["https://molde.example/sak?a=1&b=å"],
        ),
        (
            '<rss><channel><item><guid isPermaLink="true">https://a.example/2</guid></item></channel></rss>',
            ["https://a.example/2"],
        ),
        (
            "<rss><channel><item><link><![CDATA[https://a.example/3]]></link></item></channel></rss>",
            ["https://a.example/3"],
        ),
        (
            (
                '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/s"/><link rel="alternate" href="/a"/>'
                "</entry></feed>"
            ),
            ["https://molde.example/a"],
        ),
        (
            (
                '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item>'
                "<link>https://a.example/4</link></item></rdf:RDF>"
            ),
            ["https://a.example/4"],
        ),
        (
            (
                '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><title>\xe5&nbsp;b</title>'
                "<link>https://a.example/5</link></item></channel></rss>"
            ),
            ["https://a.example/5"],
        ),
    ],
)
def test_a_feed_names_its_pages(content, addresses):
    content = content.encode("latin-1" if "iso-8859" in content else "utf-8")
    assert Feed.owns("", content)
    found, problems = entries(Feed, content)
    assert [entry.address for entry in found] == addresses
    assert not problems


def test_a_feed_tells_when_a_page_changed_but_not_by_when_it_was_published():
    dates = "<pubDate>Fri, 30 Sep 2022 12:00:00 +0200</pubDate>"
    content = f"""<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<item><link>https://a.example/1</link>{dates}</item>
<item><link>https://a.example/2</link>{dates}<atom:updated>2022-10-01T12:00:00+02:00</atom:updated></item></channel></rss>"""
    found, _ = entries(Feed, content)
    assert [entry.changed for entry in found] == [None, datetime(2022, 10, 1, 10, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("content", "count", "problem"),
    [
        ('<rss version="2.0"><channel><item><link>https://a.example/1</link></item><item><li', 1, "cut off"),
        ("<rss><channel><item><title>Uten</title></item></channel></rss>", 0, "without an address"),
        ("<rss", 0, "no feed"),
        (
            (
                '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><item><link>https://a.example/&a;'
                "</link></item></channel></rss>"
            ),
            1,
            None,
        ),
    ],
)
def test_a_feed_that_is_broken_is_told(content, count, problem):
    found, problems = entries(Feed, content)
    assert len(found) == count
    assert problem is None or problem in " ".join(problems)
    assert all("&a" in entry.address or "/1" in entry.address for entry in found)


def test_entities_that_multiply_are_not_unfolded():
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    content = f'<!DOCTYPE r [<!ENTITY e0 "aaaaaaaaaa">{lines}]><rss version="2.0"><channel><item><link>http://a/&e9;</link></item></channel></rss>'
    found, _ = entries(Feed, content)
    assert sum(len(entry.address) for entry in found) < 100
    assert entries(Sitemap, content.replace("rss", "urlset"))[1] == [
        "the sitemap holds what no sitemap needs: DTDForbidden"
    ]


def test_a_sitemap_names_its_pages_and_when_they_changed():
    content = f"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{MAP}" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://a.example/1 </loc><lastmod>2022-10-01T12:00:00+02:00</lastmod><n:news><n:title>A</n:title></n:news></url>
<url><loc>https://a.example/2?a=1&amp;b=2</loc><lastmod>2022-10-01</lastmod></url>
<url><loc>https://a.example/3</loc><lastmod>i går</lastmod></url><url><lastmod>2022-10-01</lastmod></url></urlset>"""
    found, problems = entries(Sitemap, content)
    assert found == [
        Entry("https://a.example/1", datetime.fromisoformat("2022-10-01T12:00:00+02:00")),
        Entry("https://a.example/2?a=1&b=2", datetime(2022, 10, 1, 23, 59, 59, tzinfo=UTC)),
        Entry("https://a.example/3"),
    ]
    assert problems == ["an item of the sitemap without an address"]


def test_a_sitemap_without_a_namespace_is_one_too():
    assert Sitemap.owns("", b"<urlset><url>")
    assert [
        entry.address for entry in entries(Sitemap, "<urlset><url><loc>https://a.example/1</loc></url></urlset>")[0]
    ]


def test_a_cut_sitemap_gives_what_is_whole_and_tells():
    content = f'<urlset xmlns="{MAP}"><url><loc>https://a.example/1</loc></url><url><loc>https://a.exam'
    found, problems = entries(Sitemap, content)
    assert [entry.address for entry in found] == ["https://a.example/1"]
    assert "cut off" in problems[0]


def test_a_list_of_addresses_may_hold_comments_and_empty_lines():
    content = "\ufeff# våre\nhttps://a.example/1\n\n  https://å.example/2  \r\nikke en adresse\n"
    assert [entry.address for entry in entries(Addresses, content)[0]] == [
        "https://a.example/1",
        "https://å.example/2",
        "ikke en adresse",
    ]


@pytest.mark.parametrize(
    ("kind", "head", "owned"),
    [
        (Addresses, b"https://a.example/1\n# x\nhttp://b.example/", True),
        (Addresses, b"https://a.example/1\nNy skole i Molde\n", False),
        (Addresses, b"https://a.example/1 er en lenke", False),
        (Addresses, b"# bare\n", False),
        (Addresses, b"https://a.example/\n" * 300 + b"htt", True),
        (Feed, b"<!DOCTYPE html><html><body>Slik skriver du &lt;rss&gt;, <rss></body>", False),
        (Feed, b"<?xml version='1.0'?><!-- x --><atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", True),
        (Feed, b"<feedback>", False),
        (Sitemap, b"<?xml version='1.0'?><sitemapindex xmlns='x'>", True),
        (Sitemap, b"<html><urlset>", False),
    ],
)
def test_a_list_is_told_by_its_beginning(kind, head, owned):
    assert kind.owns("", head) is owned


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("name", ["nyheter.xml", "liste"])
def test_a_list_may_be_a_file(read, site, tmp_path, pack, name):
    path = tmp_path / name
    path.write_bytes(
        pack(
            f"{site.url}/1\n".encode()
            if name == "liste"
            else f"<urlset><url><loc>{site.url}/1</loc></url></urlset>".encode()
        )
    )
    found, rejected = read(path)
    assert not found
    assert "no public address" in rejected[f"{site.url}/1"]
