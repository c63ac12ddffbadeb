"""JSON of any depth, with any halves of letters and any types, gives a page's release or its reason, and no defect of ours."""

import json

import pytest

from models.record import Record
from pipeline.run import attempt
from scrapers.sources import pages

RELEASE = {
    "id": 1,
    "title": "Ny skole i byen",
    "body": "<p>Skolen har plass til 400 elever, sier rektor.</p>",
    "published": "2024-01-01",
    "publisher": {"name": "Skolen"},
}
DEPTHS = (50, 99, 101, 300, 900, 985, 100_000)


def outcomes(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for one in pages([str(path)]):
        found = one if hasattr(one, "reason") else attempt(one)
        yield found[0] if isinstance(found, tuple) else found.reason


def is_sound(outcome):
    """Whether a document gave a record that can be written, or a reason that is no defect of ours."""
    if isinstance(outcome, Record):
        return bool(outcome.model_dump_json())
    return "internal error" not in outcome


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("field", ["id", "title", "body", "publisher", "contacts"])
def test_json_of_any_depth_is_read_or_told(tmp_path, depth, field):
    deep = "[" * depth + "]" * depth
    one = json.dumps(RELEASE | {field: "DEEP"}).replace('"DEEP"', deep)
    for content in (one, f'{{"releases": [{one}]}}', f'{{"data": {{"message": {{"messageId": 1, "title": {deep}}}}}}}'):
        found = list(outcomes(tmp_path / "a.json", content))
        assert found
        assert all(map(is_sound, found))


@pytest.mark.parametrize("depth", DEPTHS)
def test_linked_data_of_any_depth_leaves_the_page_readable(tmp_path, depth):
    deep = '{"@graph":' * depth + "[]" + "}" * depth
    data = f'{{"@type":{"[" * depth}"Article"{"]" * depth},"headline":"Nei","mainEntity":{deep}}}'
    html = f"<html><h1>Ny skole</h1><script type='application/ld+json'>{data}</script><p>Skolen har 400 elever i dag."
    (found,) = outcomes(tmp_path / "a.html", html)
    assert found.title == "Ny skole"


@pytest.mark.parametrize(
    "changed",
    [
        {"contacts": {"persons": ["Kari"]}},
        {"contacts": {"persons": 5}},
        {"contacts": [1]},
        {"images": 5},
        {"images": {"a": 1}},
        {"title": ["a"]},
        {"title": "\0\0"},
        {"body": 5},
        {"publisher": "Skolen"},
        {"url": "http://[x"},
        {"language": 5},
        *({name: "a\ud800b"} for name in ("id", "url", "title", "body", "published", "language", "leadtext")),
        {"publisher": {"name": "\udc00"}},
    ],
    ids=ascii,
)
def test_a_release_of_other_types_or_with_half_a_letter_is_read_or_told(tmp_path, changed):
    one = json.dumps(RELEASE | changed)
    message = json.dumps({"data": {"message": {"messageId": 1, "issuerName": "\ud800", **RELEASE, **changed}}})
    for content in (one, f'{{"releases": [{one}]}}', message):
        found = list(outcomes(tmp_path / "a.json", content))
        assert found
        assert all(map(is_sound, found))


def test_numbers_without_end_are_told(tmp_path):
    (found,) = outcomes(tmp_path / "a.json", '{"releases": [' + "1" * 10_000 + "]}")
    assert found == "the file is no valid JSON"
