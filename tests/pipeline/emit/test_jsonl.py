"""Writing and reading records: whole files or none, one line each, rejects beside them."""

import json

import pytest

from models.errors import ParseError, ReadError
from models.record import Record, Source
from pipeline.emit.jsonl import JsonLines
from pipeline.emit.lines import LinesFile
from pipeline.emit.read import read_records

SOURCE = Source(uri="a.txt", media_type="text/plain", sha256="0", size=1, scraper="plain")


def record(title="«Ja»,\n sa ho\u2028 🎉"):
    fields = {"publisher": None, "language": "nn", "title": title, "lead": None, "published": None, "updated": None}
    return Record(id=SOURCE.id, source=SOURCE, text=title, sections=(), **fields)


def test_a_record_is_one_line_and_comes_back(tmp_path):
    path = tmp_path / "records.jsonl"
    with JsonLines(path) as sink:
        sink.write(record())
        sink.write(record("To"))
    assert path.read_bytes().count(b"\n") == 2
    assert list(read_records(path)) == [record(), record("To")]
    assert [found.name for found in tmp_path.iterdir()] == ["records.jsonl"]


def test_a_reject_tells_document_kind_and_reason(tmp_path):
    with JsonLines(tmp_path / "records.jsonl") as sink:
        sink.reject(ParseError("b.html", "no headline"))
    line = (tmp_path / "records.rejects.jsonl").read_text(encoding="utf-8")
    assert json.loads(line) == {"uri": "b.html", "error": "ParseError", "reason": "no headline"}


def test_after_an_error_the_earlier_files_stay(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("before\n", encoding="utf-8")
    with pytest.raises(TypeError), JsonLines(path) as sink:
        sink.records.write(None)
    assert [found.name for found in tmp_path.iterdir()] == ["records.jsonl"]
    assert path.read_text(encoding="utf-8") == "before\n"


def test_the_file_is_not_there_before_it_is_whole(tmp_path):
    with LinesFile(tmp_path / "lines") as file:
        file.write("one")
        assert not (tmp_path / "lines").exists()
    assert (tmp_path / "lines").read_text(encoding="utf-8") == "one\n"


@pytest.mark.parametrize(
    ("content", "word"),
    [('{"id": 1}\n', ":1"), ("\n\nno json\n", ":3"), (b"\xff\xfe\x00", "codec"), (None, "No such file")],
)
def test_a_line_that_is_no_record_is_named(tmp_path, content, word):
    path = tmp_path / "records.jsonl"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ReadError, match=word):
        list(read_records(path))
