"""A document of a million mentions costs itself alone; a record of very many is checked, loaded and shown in linear time."""

import json
import time

import pytest

from models.record import Record
from pipeline.load.loading import load
from pipeline.load.targets import store_of
from pipeline.review.apply import review
from pipeline.review.page import blocks, cards

MANY = 50_000
SECONDS = 30


def record():
    """A record of many mentions of one name."""
    mentions = [{"start": 3 * at, "end": 3 * at + 2, "text": "Os"} for at in range(MANY)]
    fields = {"publisher": None, "language": "nb", "title": "Os", "lead": None, "published": None, "updated": None}
    source = {"uri": "a.txt", "media_type": "text/plain", "sha256": "0", "size": 1, "scraper": "plain"}
    names = [{"name": "Os", "mentions": mentions, "confidence": 1, "by": "x"}]
    sections = [{"kind": "paragraph", "start": 0, "end": 3 * MANY}]
    text = "Os " * MANY
    return {"id": "a", "source": source, **fields, "text": text, "sections": sections, "organizations": names}


def test_a_document_of_a_million_mentions_is_read_or_rejected_within_its_time(utdrag, tmp_path):
    (tmp_path / "mange.txt").write_text("Nytt fra bygda\n\n" + "12. mai kom ordfører Kari Vik til Os. " * 250_000)
    (tmp_path / "god.txt").write_text("Nytt fra bygda\n\nDet kom 400 gjester til Molde.")
    done = utdrag("run", "mange.txt", "god.txt", "-o", "r.jsonl", "--timeout", "8", "-j", "1", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    (line,) = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["source"]["uri"] == "god.txt"
    (reject,) = map(json.loads, (tmp_path / "r.rejects.jsonl").read_text(encoding="utf-8").splitlines())
    assert reject["uri"] == "mange.txt"
    assert "8 seconds" in reject["reason"]


@pytest.mark.clock
def test_a_record_of_very_many_mentions_is_loaded_and_shown(tmp_path):
    begun = time.process_time()
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps(record()) + "\n", encoding="utf-8")
    assert load([path], store_of(f"sqlite:///{tmp_path / 'r.db'}")) == {"new": 1}
    one = Record.model_validate(record())
    shown = blocks(one, cards(review(one, [])))
    assert sum(bool(segment.keys) for segment in shown[0].segments) == MANY
    assert time.process_time() - begun < SECONDS
