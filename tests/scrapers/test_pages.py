"""Every page of fixtures/pages gives its answer."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from models.page import Page
from pipeline.normalise.stamps import stamp
from scrapers.pages import read
from scrapers.publishers import parse

FOLDER = Path(__file__).parents[2] / "fixtures" / "pages"
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
    release = parse(page)
    got = {
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
    assert got == expected
