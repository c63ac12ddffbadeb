"""A desk on records of our own, the page served for real, and a real browser."""

import os
import shutil
import threading
import time

import httpx
import pytest
import uvicorn

from models.record import Record
from pipeline.review.app import Desk, app
from pipeline.review.index import Index
from pipeline.review.marks import mark_all
from pipeline.review.patches import PatchFile, patches_path

REFUSALS = {"409", "422"}  # how the server says no; the browser logs them
TITLE = "Ordføreren i Molde åpner bru"
BODY = "Ordfører Kari Vik (Sp) åpner brua 12. mai. – Det er stort, sier Vik. Brua kostet 40 millioner kroner."
TEXT = f"{TITLE}\n\n{BODY}"


def mention(words, text=TEXT, start=0):
    """Where some words stand in the text."""
    at = text.index(words, start)
    return {"start": at, "end": at + len(words), "text": words}


def values(text=TEXT):
    """One value of each kind, as they stand in the text."""
    rule = {"confidence": 0.9, "by": "rule"}
    return {
        "municipalities": [
            {
                "code": "1506",
                "name": "Molde",
                "county": {"code": "15", "name": "Møre og Romsdal"},
                "historical": False,
                "current_codes": ["1506"],
                "mentions": [mention("Molde", text)],
                **rule,
            }
        ],
        "people": [
            {
                "name": "Kari Vik",
                "party": "Sp",
                "roles": [
                    {"title": "ordfører", "organization": "Molde", "mention": mention("Ordfører ", text), **rule}
                ],
                "mentions": [mention("Kari Vik", text), mention("Vik.", text)],
                **rule,
            }
        ],
        "dates": [
            {
                "edtf": "2024-05-12",
                "start": "2024-05-12",
                "end": "2024-05-12",
                "precision": "day",
                "mentions": [mention("12. mai", text)],
                "confidence": 0.6,
                "by": "day-month",
            }
        ],
        "counts": [
            {"value": 40000000, "unit": "NOK", "kind": "money", "mention": mention("40 millioner kroner", text), **rule}
        ],
        "quotes": [{"speaker": "Kari Vik", "text": "Det er stort", "mention": mention("Det er stort", text), **rule}],
    }


def record(name="bru", **changed):
    """A record of one article with a value of each kind."""
    text = changed.get("text", TEXT)
    fields = {
        "id": name.ljust(32, "0"),
        "source": {"uri": f"{name}.txt", "media_type": "text/plain", "sha256": "0", "size": 1, "scraper": "plain"},
        "publisher": "Molde kommune",
        "language": "nb",
        "title": TITLE,
        "lead": None,
        "published": "2024-05-10",
        "updated": None,
        "text": text,
        "sections": [
            {"kind": "title", "start": 0, "end": len(TITLE)},
            {"kind": "paragraph", "start": len(TITLE) + 2, "end": len(text)},
        ],
    }
    return Record.model_validate({**fields, **values(), **changed})


def write(path, records):
    """A records file."""
    path.write_text("".join(one.model_dump_json() + "\n" for one in records), encoding="utf-8")
    return path


@pytest.fixture
def made():
    """How a record, its mentions and its file are made."""
    return type(
        "Made", (), {"record": staticmethod(record), "mention": staticmethod(mention), "write": staticmethod(write)}
    )


@pytest.fixture
def serve():
    """Serve a records file; gives back the address, the desk and the thread's server."""
    running = []

    def start(path, **options):
        index = Index(path)
        list(index.make())
        desk = Desk(index, PatchFile(patches_path(path)), "prøver", **options)
        mark_all(desk.index, desk.patches)
        server = uvicorn.Server(uvicorn.Config(app(desk), port=0, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        running.append((server, thread))
        port = server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(5)


@pytest.fixture
def client(serve, tmp_path):
    """An HTTP client on a page of one article."""
    address = serve(write(tmp_path / "records.jsonl", [record()]))
    with httpx.Client(base_url=address, timeout=20) as one:
        yield one


def _chromium():
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser():
    """A real Chromium; the tests that need one are skipped on a machine without, but never in CI."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = _chromium()
    if path is None:
        assert not os.environ.get("CI"), "CI must have a browser"
        pytest.skip("no Chromium on this machine (install chromium, or name one in CHROMIUM)")
    with playwright.sync_playwright() as play:
        one = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def page(browser):
    """A page of the browser that fails the test on any error in its console."""
    context = browser.new_context(viewport={"width": 1300, "height": 900}, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    one = context.new_page()
    errors = []
    one.on("pageerror", lambda error: errors.append(str(error)))
    one.on(
        "console",
        lambda said: (
            errors.append(said.text) if said.type == "error" and REFUSALS.isdisjoint(said.text.split()) else None
        ),
    )
    yield one
    context.close()
    assert errors == []


@pytest.fixture
def axe():
    """The accessibility checker; gives the serious findings on a page."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright")

    def findings(page):
        found = module.Axe().run(page).response["violations"]
        return [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in {"serious", "critical"}]

    return findings
