"""A JSON list of releases is as many documents."""

import json

import pytest

from models.errors import ParseError, ReadError
from models.page import Page
from scrapers.publishers import parse
from scrapers.several import apart
from scrapers.sources import pages

RELEASE = {
    "id": 7,
    "title": "Ny kai i Vik",
    "url": "/pressemelding/7/ny-kai?publisherId=1",
    "leadtext": None,
    "body": "<p>Kaia er 90 meter lang.</p>",
    "published": "2024-02-06T13:32:18Z",
    "publisher": {"id": 1, "name": "Kystverket"},
}
LIST = {
    "releases": [RELEASE, RELEASE | {"id": 8, "title": "Ny molo i Vik", "url": "/pressemelding/8/ny-molo"}],
    "totalCount": 2,
}


def _page(uri, data):
    return Page(uri, json.dumps(data).encode(), "application/json")


def test_each_release_of_a_list_is_named_by_its_address():
    found = [*apart(_page("https://kommunikasjon.ntb.no/json/v2/releases?publisher=1", LIST))]
    assert [page.uri for page in found] == [
        "https://kommunikasjon.ntb.no/pressemelding/7/ny-kai?publisherId=1",
        "https://kommunikasjon.ntb.no/pressemelding/8/ny-molo",
    ]
    assert [parse(page).first("title") for page in found] == ["Ny kai i Vik", "Ny molo i Vik"]


def test_a_saved_list_is_read_as_any_other_source(tmp_path):
    (tmp_path / "list.json").write_text(json.dumps(LIST), encoding="utf-8")
    found = [*pages([str(tmp_path / "list.json")])]
    assert [page.uri.rpartition("/")[2] for page in found] == ["list.json!7", "list.json!8"]


def test_other_documents_pass_as_they_are():
    error = ReadError("a", "b")
    others = [
        _page("a.json", RELEASE),
        _page("b.json", {"releases": "none"}),
        Page("c.txt", b'"releases"', "text/plain"),
        error,
    ]
    assert [one for page in others for one in apart(page)] == others


def test_a_release_without_text_is_told_by_its_reason():
    (page,) = apart(_page("a.json", {"releases": [RELEASE | {"body": ""}]}))
    with pytest.raises(ParseError, match=r"a\.json!7: the release has no title or no body"):
        parse(page)
