"""The small readers of a tree: names, metadata, linked data, measures."""

import pytest
from bs4 import BeautifulSoup

from scrapers.html.linked_data import articles, linked_data
from scrapers.html.measures import measures
from scrapers.html.metadata import address, language, meta, meta_values
from scrapers.html.names import is_hidden, words_of


def _tree(html):
    return BeautifulSoup(html, "lxml")


def _script(json):
    return _tree(f'<script type="application/ld+json">{json}</script>')


@pytest.mark.parametrize(
    ("json", "dates"),
    [
        ('{"@type":"NewsArticle","datePublished":"2020-01-01"}', ["2020-01-01"]),
        ('[{"@type":"BreadcrumbList"},{"@type":["Article"],"datePublished":"2020-01-01"}]', ["2020-01-01"]),
        (
            '{"@graph":[{"@type":"WebPage","datePublished":"2019"},{"@type":"Article","datePublished":"2020"}]}',
            ["2020", "2019"],
        ),
        ('{"@type":"http://schema.org/NewsArticle","datePublished":"2020-01-01",}', ["2020-01-01"]),
        ('<!-- {"@type":"Article","datePublished":"2020-01-01"} -->', ["2020-01-01"]),
        ('{"@type":"Article","headline":"En "stor" sak","datePublished":"2020-01-01"', ["2020-01-01"]),
        ('{"@type":"Article","headline":"To\nlinjer","datePublished":"2020-01-01"}', ["2020-01-01"]),
        ('{"@type":"WebSite","mainEntity":{"@type":"Article","datePublished":"2020-01-01"}}', ["2020-01-01"]),
        ('{"@type":"Organization","name":"Nav"}', []),
        ("", []),
        ("null", []),
    ],
)
def test_linked_data_is_read_in_every_form(json, dates):
    assert [one.get("datePublished") for one in articles(linked_data(_script(json)))] == dates


def test_the_first_meta_value_of_a_name_counts():
    values = meta_values(
        _tree(
            '<meta name="DC.Date" content="1"><meta property="og:title" content=" a  b "><meta name=dc.date content=2>'
        )
    )
    assert meta(values, "dc.date", "og:title") == "1"
    assert meta(values, "og:title") == "a b"
    assert meta(values, "missing") is None


@pytest.mark.parametrize(
    ("html", "uri", "found"),
    [
        ('<link rel="canonical" href="https://a.no/x">', "f.html", "https://a.no/x"),
        (
            '<link rel="canonical" href="/x"><meta property="og:url" content="https://a.no/y">',
            "f.html",
            "https://a.no/x",
        ),
        ('<link rel="canonical" href="/x">', "https://a.no/y?z=1", "https://a.no/x"),
        ('<meta property="og:url" content="https://a.no/y">', "f.html", "https://a.no/y"),
        ("", "https://a.no/y", "https://a.no/y"),
        ('<link rel="canonical" href="javascript:x">', "f.html", None),
        ('<link rel="canonical" href="http://[feil">', "f.html", None),
        ("", "f.html", None),
    ],
)
def test_a_page_tells_its_own_address(html, uri, found):
    tree = _tree(html)
    assert address(tree, meta_values(tree), uri) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="nn">', "nn"),
        ('<html xml:lang="no">', "no"),
        ('<html><meta name="DC.Language" content="nb">', "nb"),
        ('<html><meta property="og:locale" content="nn_NO">', "nn_NO"),
        ("<html>", None),
    ],
)
def test_a_page_declares_its_language(html, found):
    tree = _tree(f"{html}<p>x</p>")
    assert language(tree, meta_values(tree)) == found


@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ("<p hidden>", True),
        ('<p style="color:red; DISPLAY : none">', True),
        ('<p class="visually-hidden">', True),
        ('<p class="x sr-only">', True),
        ('<p class="overflow-hidden">', False),
        ('<div class="fact-box__content" hidden>', False),
        ("<p>", False),
    ],
)
def test_what_a_reader_does_not_see_is_hidden(html, hidden):
    assert is_hidden(_tree(html).body.contents[0]) is hidden


def test_names_are_taken_apart_into_words():
    assert words_of(_tree('<p class="ArtikkelDato_artikkelDato__x1" id="nrDato">').p) >= {"artikkel", "dato", "nr"}


def test_letters_links_and_prose_are_measured_in_one_pass():
    tree = _tree(
        "<main><div id=a>To ord <a href=x>lenke</a></div><nav id=b>Meny</nav><div id=c><h2><a href=y>Sak</a></h2>mer</div></main>"
    )
    found = measures(tree)
    a, b, c = (found[id(tree.find(id=name))] for name in "abc")
    assert (a.letters, a.linked, a.prose, a.blocks, a.titled) == (11, 5, 6, False, False)
    assert (b.outside, c.titled, c.opening, c.text) == (True, True, "Sak", "Sak mer")
    assert found[id(tree.main)].prose == 9
    assert found[id(tree.main)].link_share == 8 / 17
