"""Every page of fixtures/pages gives its answer."""

import importlib.util
import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from models.page import Page
from pipeline.normalise.stamps import stamp
from scrapers import publishers
from scrapers.pages import read
from scrapers.publishers import parse

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures" / "pages"
RECIPE = ROOT / "docs" / "adding-a-publisher.md"
KINDS = {"html": ".html", "json": ".json", "python": ".py"}  # the first block of each in the recipe
SOURCE = ".src.json"  # a document that is JSON itself; NAME.json is the answer
ANSWERS = sorted(path for path in FOLDER.glob("*.json") if not path.name.endswith(SOURCE))
SMALL = 5000  # bytes of a fixture


def _document(answer):
    (found,) = (path for path in FOLDER.glob(f"{answer.stem}.*") if path != answer)
    return found


def _minute(words):
    value = stamp(words)
    return value and (value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else value.isoformat())


def test_there_are_pages_of_many_kinds():
    assert len(ANSWERS) >= 40
    assert all(_document(answer).stat().st_size < SMALL for answer in ANSWERS)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda path: path.stem)
def test_a_page_gives_its_answer(answer):
    expected = json.loads(answer.read_text(encoding="utf-8"))
    page = read(_document(answer))
    if fetched := expected.pop("fetched", None):
        page = Page(page.uri, page.content, page.media_type, retrieved_at=datetime.fromisoformat(fetched))
    assert _told(parse(page)) == expected


def test_no_page_lacks_its_answer():
    answered = {_document(answer) for answer in ANSWERS}
    lacking = [path.name for path in FOLDER.iterdir() if path not in answered and path not in ANSWERS]
    assert lacking == [], "write what a reader of the page would say beside it, as NAME.json"


def test_the_recipe_for_a_publisher_works_as_written(tmp_path, monkeypatch):
    recipe = RECIPE.read_text(encoding="utf-8")
    blocks = {kind: re.search(rf"^```{kind}\n(.*?)^```", recipe, re.DOTALL | re.MULTILINE) for kind in KINDS}
    for kind, suffix in KINDS.items():
        (tmp_path / f"eksempel{suffix}").write_text(blocks[kind][1], encoding="utf-8")
    page, expected = read(tmp_path / "eksempel.html"), json.loads(blocks["json"][1])
    general = _told(parse(page))
    assert (general["scraper"], general["lead"], general["published"]) == ("generic", None, None)
    assert general["blocks"][0] == ["fact_box", "3. mai 2024 kl. 09.30 Saksnr. 24/118"]
    spec = importlib.util.spec_from_file_location("eksempel", tmp_path / "eksempel.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(publishers, "PUBLISHERS", (module.Eksempel(), *publishers.PUBLISHERS))
    assert _told(parse(page)) == expected


def _told(release):
    """What a reader of the release would say, in the form of the answers."""
    return {
        "scraper": release.source.scraper,
        "title": release.first("title"),
        "lead": release.first("lead"),
        "published": _minute(release.published),
        "updated": _minute(release.updated),
        "publisher": release.publisher,
        "language": release.language,
        "address": release.address,
        "warnings": list(release.warnings),
        "blocks": [[block.kind, block.text] for block in release.blocks if block.kind not in {"title", "lead"}],
    }
