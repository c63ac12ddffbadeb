"""Writing and reading records: every form gives back what it was given, whatever the chunks."""

from pathlib import Path

import pytest

from models.errors import OutputError, ReadError
from models.record import Record, Source
from pipeline.emit.formats import FORMATS, format_of, is_records
from pipeline.emit.grown import GrownFile
from pipeline.emit.names import rejects_path, report_path, state_path
from pipeline.emit.read import read_records

SOURCE = Source(uri="a.txt", media_type="text/plain", sha256="0", size=1, scraper="plain")
SUFFIXES = [form.suffix for form in FORMATS]


def record(title="«Ja»,\n sa ho\u2028 🎉"):
    fields = {"publisher": None, "language": "nn", "title": title, "lead": None, "published": None, "updated": None}
    return Record(id=SOURCE.id, source=SOURCE, text=title, sections=(), **fields)


def lines(*records):
    return "".join(one.model_dump_json() + "\n" for one in records).encode()


def packed(suffix):
    return format_of(Path(f"a{suffix}")).packed(lines(record()))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_chunks_of_records_come_back_in_order(tmp_path, suffix):
    path = tmp_path / f"records{suffix}"
    form = format_of(path)
    chunks = [(record(), record("To")), (record("Tre"),)]
    with GrownFile(form.grown(path), 0) as file:
        for chunk in chunks:
            file.add(form.packed(lines(*chunk)))
    form.finish(path)
    assert list(read_records(path)) == [one for chunk in chunks for one in chunk]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_lines_give_the_same_bytes(suffix):
    assert packed(suffix) == packed(suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_stands_beside_an_output_is_called_after_it(tmp_path, suffix):
    path = tmp_path / f"Mai.2022{suffix}"
    assert is_records(path)
    names = [rejects_path(path).name, report_path(path).name, state_path(path).name]
    assert names == ["Mai.2022.rejects.jsonl", "Mai.2022.report.json", f"Mai.2022{suffix}.state"]


def test_a_name_of_no_form_is_told_with_those_there_are(tmp_path):
    with pytest.raises(OutputError, match=r"records\.csv: .*\.jsonl, .*\.zst"):
        format_of(tmp_path / "records.csv")


def test_what_stands_behind_the_size_is_cut_off(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"one\ntwo\nthr")
    with GrownFile(path, 4) as file:
        assert file.add(b"2\n") == 6
    assert path.read_bytes() == b"one\n2\n"


def test_a_file_shorter_than_its_size_is_told(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"one")
    with pytest.raises(OutputError, match="3 bytes where the run left 4"), GrownFile(path, 4):
        pass
    assert path.read_bytes() == b"one"


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("records.jsonl", b'{"id": 1}\n', ":1"),
        ("records.jsonl", b"\n\nno json\n", ":3"),
        ("records.jsonl", b"\xff\xfe\x00", "codec"),
        ("records.jsonl", None, "No such file"),
        ("records.jsonl.gz", b"{}\n", "[Nn]ot a gzip"),
        ("records.jsonl.gz", packed(".jsonl.gz")[:-9], "ended"),
        ("records.jsonl.zst", b"{}\n", "no Zstandard"),
        ("records.parquet", b"PAR1 and no more", "[Pp]arquet"),
        ("records.jsonl.zst", packed(".jsonl.zst")[:-5], "ended"),
    ],
)
def test_what_is_no_record_is_named(tmp_path, name, content, word):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=word):
        list(read_records(path))
