"""The publishers: the list is complete, each is known by its pages, each can be told to people."""

import json
import pkgutil
import tomllib
from pathlib import Path

import pytest
import soupsieve

from models.errors import ParseError
from models.page import Page
from scrapers import publishers
from scrapers.document import Document
from scrapers.publishers import PUBLISHERS, parse

ROOT = Path(__file__).parents[3]
HTML = "<html><head><link rel=canonical href='{}'></head><body><h1>En tittel</h1><p>Tekst som er lang nok.</p></body></html>"


def _owner(page):
    document = Document(page)
    return next(one.name for one in PUBLISHERS if one.owns(document))


def test_every_module_of_the_folder_is_listed_once():
    modules = {info.name for info in pkgutil.iter_modules(publishers.__path__)}
    assert [type(one).__module__.rpartition(".")[2] for one in PUBLISHERS] == [one.name for one in PUBLISHERS]
    assert {one.name for one in PUBLISHERS} == modules
    assert len({one.name for one in PUBLISHERS}) == len(PUBLISHERS)
    assert all(one.title for one in PUBLISHERS)


def test_the_import_contract_names_every_publisher():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (independent,) = (one for one in contracts if one["name"] == "publishers are independent of each other")
    assert set(independent["modules"]) == {f"scrapers.publishers.{one.name}" for one in PUBLISHERS}


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.name)
def test_every_selector_can_be_read(publisher):
    layout = publisher.layout
    fields = {field: getattr(layout, field) for field in ("title", "lead", "body", "publisher", "drop", "keep")}
    fields |= {"published": layout.published, "updated": layout.updated, "signs": publisher.signs}
    fields |= {f"kinds ({kind})": selectors for kind, selectors in layout.kinds.items()}
    for field, selectors in fields.items():
        for css in selectors:
            try:
                soupsieve.compile(css)
            except soupsieve.SelectorSyntaxError as error:
                pytest.fail(f"{field} of {publisher.name}: {css}: {error}")


def test_the_readers_of_any_page_are_asked_last():
    assert [one.name for one in PUBLISHERS[-2:]] == ["plain", "generic"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.regjeringen.no/no/aktuelt/ny-lov/id2959954/", "regjeringen"),
        ("https://www.ssb.no/befolkning/artikler/flere", "ssb"),
        ("https://www.nav.no/no/nyheter/mer-hjelp", "nav"),
        ("https://www.khrono.no/studentene-vil-ha-mer/712345", "labrador"),
        ("https://www.nrk.no/vestland/stengt-veg-1.16254839", "nrk"),
        ("https://www.vg.no/nyheter/i/abCdE1/stor-brann", "vg"),
        ("https://www.eksempelposten.example/ny-bru/s/5-27-214240", "amedia"),
        ("https://www.regjeringen.no.example.org/no/aktuelt/id1/", "generic"),
        ("https://minnrk.no.example/x", "generic"),
        ("https://falskvg.no/x", "generic"),
    ],
)
def test_a_saved_page_is_known_by_its_own_address(address, name):
    assert _owner(Page("saved.html", HTML.format(address).encode(), "text/html")) == name


def test_a_fetched_page_is_known_by_where_it_was_fetched():
    page = Page("https://www.nav.no/no/x", b"<h1>En tittel</h1><p>Tekst.</p>", "text/html")
    assert _owner(page) == "nav"


def test_a_document_that_nobody_reads_is_told_by_its_type():
    with pytest.raises(ParseError, match=r"a\.json: no publisher reads documents of the type application/json"):
        parse(Page("a.json", b'{"a": 1}', "application/json"))


def test_the_command_lists_every_publisher(utdrag):
    done = utdrag("publishers", "--json")
    assert done.returncode == 0
    assert [one["name"] for one in json.loads(done.stdout)] == [one.name for one in PUBLISHERS]
    told = utdrag("publishers")
    assert all(one.name in told.stdout for one in PUBLISHERS)
