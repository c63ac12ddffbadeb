"""The page, the report and the export take records, decisions and rejects that a stranger wrote."""

import json
import time
from datetime import UTC, datetime

import httpx
import pytest

from models.record import Record
from pipeline.review.apply import review
from pipeline.review.export import export
from pipeline.review.index import Index
from pipeline.review.page import MOST, blocks, cards
from pipeline.review.patches import Patch, PatchFile
from pipeline.review.report import report

ID = "bru".ljust(32, "0")
EVIL = '<script>alert(1)</script><img src=x onerror="alert(1)">\' onmouseover=alert(1) {{7*7}}'
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
DEEP = "[" * 100_000 + "]" * 100_000


def everywhere(value):
    """A record's JSON with a text of a stranger wherever it may hold any text."""
    if isinstance(value, dict):
        held = {"start", "end", "text", "code", "current_codes", "kind", "precision", "sha256", "id", "qualifier"}
        held |= {"schema_version", "published", "updated", "municipality"}
        kept = {"id", "schema_version", "sha256", "published", "code", "current_codes", "kind", "precision", "mention"}
        kept |= {"mentions", "sections", "start", "end"}
        return {
            name: part if name in kept else everywhere(part) if name not in held or name == "text" else part
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [everywhere(one) for one in value]
    return EVIL if isinstance(value, str) else value


@pytest.fixture
def evil(made):
    """A record with HTML in every field, its text too."""
    whole = made.record(warnings=["x"], lead="x").model_dump(mode="json")
    text = f"{EVIL}\n\n{EVIL}"
    where = {"start": 0, "end": len(EVIL), "text": EVIL}
    one = everywhere(whole) | {"text": text, "sections": [{"kind": "title", "start": 0, "end": len(EVIL)}]}
    one["organizations"] = [{"name": EVIL, "mentions": [where], "confidence": 1, "by": EVIL}]
    for field in ("municipalities", "organizations", "people", "dates", "counts", "quotes"):
        for value in one[field]:
            value.update({"mentions": [where]} if "mentions" in value else {"mention": where})
            for role in value.get("roles", ()):
                role["mention"] = where
    return Record.model_validate(one)


def is_text(shown):
    return not any(part in shown for part in ("<script>alert", "<img", 'onerror="', "' onmouseover", ">49<"))


def test_html_in_every_field_is_shown_as_text_by_the_page(serve, tmp_path, made, evil):
    path = made.write(tmp_path / "r.jsonl", [evil])
    PatchFile(tmp_path / "r.patches.jsonl").add(Patch.made(ID, "/people/9", {"name": EVIL}, None, reviewer=EVIL))
    with httpx.Client(base_url=serve(path)) as client:
        for place in ("/", f"/article/{ID}", f"/article/{ID}?order=doubt", "/?publisher=" + EVIL, "/?warning=" + EVIL):
            shown = client.get(place)
            assert shown.status_code == 200
            assert is_text(shown.text)


def test_html_in_every_field_is_shown_as_text_by_the_report(tmp_path, made, evil):
    path = made.write(tmp_path / "r.jsonl", [evil])
    (tmp_path / "r.rejects.jsonl").write_text(json.dumps({"reason": EVIL}) + "\n" + EVIL, encoding="utf-8")
    assert is_text(report(path, "nb", NOW))


def test_html_runs_nowhere_in_a_browser(serve, tmp_path, made, evil, page):
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(f"{serve(made.write(tmp_path / 'r.jsonl', [evil]))}/article/{ID}")
    assert page.locator("img, main script").count() == 0
    assert asked == []


LOOKS = [
    {"title": 5},
    {"text": None},
    {"source": {}},
    {"source": "x"},
    {"people": 5},
    {"people": ["x"]},
    {"people": [{"confidence": "x"}]},
    {"people": [{"confidence": 10**400}]},
    {"municipalities": [{"name": {}, "confidence": 1}]},
    {"warnings": 5},
    {"warnings": [["x"]]},
    {"published": []},
    {"id": {"a": 1}},
]


def test_lines_of_a_wrong_form_are_counted_and_left_out(tmp_path, made):
    whole = made.record().model_dump(mode="json")
    lines = [json.dumps(whole | {"id": str(n)} | wrong) for n, wrong in enumerate(LOOKS)]
    lines += [DEEP, f'{{"id": {DEEP}}}', json.dumps(whole | {"title": "\ud800"}), "\0", '{"id": 1, "id": 2}']
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join([*lines, json.dumps(whole)]) + "\n", encoding="utf-8")
    path.write_bytes(path.read_bytes() + b"\xff\xfe\n")
    index = Index(path)
    assert list(index.make()) == [len(lines) + 1]
    assert index.bad == len(lines) + 1
    assert index.record(ID)


def test_a_record_that_turns_out_to_be_none_is_told_when_it_is_opened(serve, tmp_path, made):
    whole = made.record().model_dump(mode="json")
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps(whole | {"text": "kort"}) + "\n", encoding="utf-8")
    with httpx.Client(base_url=serve(path)) as client:
        answer = client.get(f"/article/{ID}")
        assert (answer.status_code, "no valid record" in answer.text) == (422, True)
        assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        DEEP,
        f'{{"path": "/title", "old": {DEEP}}}',
        '{"path": "/title", "old": "\\ud800", "new": "\\udc00"}',
        '{"path": "/title", "do": "set", "old": null, "new": {"a": 1}}',
        '{"path": "/people/0", "do": "accept", "old": {"mentions": 5}}',
        '{"path": {"a": [1]}, "do": "accept"}',
        f'{{"path": "/people/0", "do": "accept", "old": {"[" * 150 + "]" * 150}}}',
    ],
    ids=lambda body: body[:60],
)
def test_a_decision_of_any_form_is_refused_and_the_next_is_taken(client, tmp_path, body):
    sent = client.post(f"/article/{ID}/decide", content=body, headers={"Content-Type": "application/json"})
    assert 400 <= sent.status_code < 500
    done = client.post(f"/article/{ID}/decide", json={"path": "/reviewed", "done": True})
    assert done.status_code == 200
    assert [patch.path for patch in PatchFile(tmp_path / "records.patches.jsonl").of(ID)] == ["/reviewed"]


ODD = (None, 5, "x", [], {}, {"mentions": 5}, {"mentions": [5]}, {"mentions": [{"start": "a", "end": 1, "text": 2}]})


@pytest.mark.parametrize("new", [*ODD, {"name": "Vik", "mentions": [{"start": 10**30, "end": -1, "text": "Vik"}]}])
@pytest.mark.parametrize("path", ["/people/0", "/people/-", "/title", "/published", "/x", "", "/people", "//"])
def test_a_patch_of_any_form_fits_or_is_kept_aside(made, path, new):
    record = made.record()
    people = record.model_dump(mode="json")["people"][0]
    for old in (None, *ODD, people, record.title):
        reviewed = review(record, [Patch.made(ID, path, old, new, reviewer="x")])
        assert reviewed.decisions + len(reviewed.stale) == 1
        assert reviewed.corrected()


def test_a_patches_file_nested_without_end_is_told(tmp_path):
    path = tmp_path / "r.patches.jsonl"
    path.write_text(f'{{"id": "1", "article": "a", "path": "/x", "old": {DEEP}}}\n', encoding="utf-8")
    with pytest.raises(Exception, match="no valid patch"):
        PatchFile(path)


@pytest.mark.parametrize(
    "uri", ["..", "a/..", "\0", "x" * 5000, "å" * 5000 + ".txt", "a\\b\n.txt", "....", "", "/etc/passwd"]
)
def test_answers_stay_in_their_folder_whatever_a_document_is_called(tmp_path, made, uri):
    one = made.record(source={**made.record().source.model_dump(), "uri": uri})
    path = made.write(tmp_path / "r.jsonl", [one, one])
    assert export(path, tmp_path / "out.jsonl", tmp_path / "gold", only_done=False).answers == 2
    assert len(list((tmp_path / "gold").iterdir())) == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["gold", "out.jsonl", "r.jsonl"]


def test_rejects_of_any_form_are_counted_by_the_report(tmp_path, made):
    path = made.write(tmp_path / "r.jsonl", [made.record()])
    lines = [DEEP.encode(), b"\xff\xfe", b'{"reason": "\\ud800"}', b'{"reason": {"a": 1}}', b"5", b"\0"]
    (tmp_path / "r.rejects.jsonl").write_bytes(b"\n".join(lines))
    assert report(path, "nb", NOW).encode()


@pytest.mark.clock
def test_mentions_one_inside_the_other_without_end_are_shown_in_linear_time(made):
    size = 20_000
    text = "a" * (2 * size)
    where = [{"start": at, "end": 2 * size - at, "text": text[at : 2 * size - at]} for at in range(0, size, 40)]
    names = [{"name": "a", "mentions": [one], "confidence": 1, "by": "x"} for one in where]
    empty = {name: [] for name in ("municipalities", "people", "dates", "counts", "quotes")}
    sections = [{"kind": "paragraph", "start": at, "end": at + 10} for at in range(0, 2 * size, 10)]
    record = made.record(text=text, title="a", organizations=names, sections=sections, **empty)
    held = cards(review(record, []))
    begun = time.process_time()
    shown = blocks(record, held)
    assert time.process_time() - begun < 3
    assert "".join(segment.text for block in shown for segment in block.segments) == text
    assert max(len(segment.keys) for block in shown for segment in block.segments) == MOST
