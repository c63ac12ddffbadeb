"""Runs that follow one another on one output: what is new is added, what has changed is noticed."""

import json
from pathlib import Path

import pytest

from models.errors import OutputError, RunError
from pipeline.batch import engine
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.emit.names import rejects_path, report_path
from pipeline.emit.read import read_records
from tests.pipeline.batch.hazards import HAZARDS, RECORDS, page_text


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(10, 20):
        (folder / f"{number}.txt").write_bytes(page_text(number))
    return [str(folder)]


@pytest.fixture
def output(tmp_path):
    return tmp_path / "records.jsonl"


def ran(sources, output, watch=None, **options):
    return run(sources, output, Settings(**{"workers": 2, "chunk": 4, "work": HAZARDS} | options), watch or id)


def names(output):
    return [line.rpartition("/")[2] for line in output.read_text(encoding="utf-8").splitlines()]


def test_a_run_writes_every_document_in_order_and_tells_of_it(sources, output):
    told = []
    report = ran(sources, output, lambda tally: told.append(tally.documents))
    assert names(output) == [f"{number}.txt" for number in range(10, 20)]
    assert (report.new, report.passed, report.finished) == (10, 0, True)
    assert told == [0, 4, 8, 10]


def test_a_second_run_does_nothing_twice(sources, output):
    ran(sources, output)
    before = output.read_bytes()
    report = ran(sources, output)
    assert (report.new, report.passed, report.tally.documents) == (0, 10, 10)
    assert output.read_bytes() == before


def test_what_is_new_or_has_changed_is_added_at_the_end(sources, output, tmp_path):
    ran(sources, output)
    (tmp_path / "in" / "05.txt").write_bytes(page_text(5))
    (tmp_path / "in" / "12.txt").write_bytes(page_text(112))
    assert ran(sources, output).new == 2
    assert names(output)[10:] == ["05.txt", "12.txt"]


def test_more_sources_may_be_named_but_none_left_out(sources, output, tmp_path):
    (tmp_path / "late.txt").write_bytes(page_text(99))
    more = [*sources, str(tmp_path / "late.txt")]
    ran(sources, output)
    assert ran(more, output).new == 1
    with pytest.raises(OutputError, match=r"it was made from .*late\.txt too"):
        ran(sources, output)
    assert ran(sources, output, fresh=True).tally.documents == 10


def test_files_that_are_no_documents_are_counted(sources, output, tmp_path):
    for name in ("a.pdf", "b.PDF", "c.docx", "LESMEG", ".skjult.pdf"):
        (tmp_path / "in" / name).write_bytes(b"x")
    report = ran(sources, output)
    assert report.others == {".pdf": 2, ".docx": 1, "no suffix": 1}
    assert json.loads(Path(report.report).read_text(encoding="utf-8"))["other_files"] == report.others
    assert report.tally.documents == 10


def test_a_document_named_twice_is_read_once(sources, output):
    report = ran([*sources, f"{sources[0]}/11.txt"], output)
    assert (report.new, report.passed) == (10, 1)


@pytest.mark.parametrize("options", [{"drop_duplicates": True}, {"chunk": 5}, {"min_confidence": 0.9}, {"fast": True}])
def test_changed_options_are_noticed(sources, output, options):
    ran(sources, output)
    before = output.read_bytes()
    with pytest.raises(OutputError, match=f"{next(iter(options))} was"):
        ran(sources, output, **options)
    assert output.read_bytes() == before
    assert ran(sources, output, fresh=True, **options).new == 10


def test_an_output_that_no_state_knows_is_left_alone(sources, output):
    output.write_text("mine\n", encoding="utf-8")
    with pytest.raises(OutputError, match="no state tells"):
        ran(sources, output)
    assert output.read_text(encoding="utf-8") == "mine\n"


def test_a_machine_that_loses_every_document_stops_the_run(sources, output, tmp_path, monkeypatch):
    for number in range(30):
        (tmp_path / "in" / f"2{number}.txt").write_bytes(page_text(200 + number, "leave"))
    monkeypatch.setattr(engine, "LOSSES", 9)
    with pytest.raises(RunError, match="9 documents in a row were lost, the last because its worker died"):
        ran(sources, output)
    assert len(names(output)) == 10
    monkeypatch.setattr(engine, "LOSSES", 99)
    assert ran(sources, output).tally.rejects == {"its worker died": 30}


def test_an_output_that_is_gone_is_told(sources, output):
    ran(sources, output)
    output.unlink()
    with pytest.raises(OutputError, match="gone or was cut"):
        ran(sources, output)


def test_rejects_are_tried_again_when_asked(sources, output, tmp_path):
    late = tmp_path / "late.txt"
    more = [*sources, str(late)]
    assert ran(more, output).tally.rejects == {"no such file or directory": 1}
    assert ran(more, output).new == 0
    assert rejects_path(output).exists()
    late.write_bytes(page_text(99))
    report = ran(more, output, retry_rejects=True)
    assert (report.tally.records, report.tally.rejects) == (11, {})
    assert not rejects_path(output).exists()


@pytest.mark.parametrize(("drop", "records"), [(False, 11), (True, 10)])
def test_the_report_tells_which_documents_say_the_same(sources, output, tmp_path, drop, records):
    (tmp_path / "in" / "99.txt").write_bytes(page_text(13))
    report = ran(sources, output, drop_duplicates=drop)
    assert (report.tally.records, report.tally.duplicates) == (records, 1)
    (twin,) = json.loads(report_path(output).read_text(encoding="utf-8"))["duplicate_documents"]
    assert [twin[name].rpartition("/")[2] for name in ("uri", "duplicate_of")] == ["99.txt", "13.txt"]


def test_a_run_whose_workers_die_rejects_and_goes_on(sources, output, tmp_path):
    (tmp_path / "in" / "13.txt").write_bytes(page_text(13, "segfault"))
    report = ran(sources, output)
    assert report.tally.rejects == {"its worker died": 1}
    (line,) = rejects_path(output).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["error"] == "WorkerError"
    assert len(names(output)) == 9


def test_a_parquet_file_is_made_at_the_end_and_again_when_there_is_more(sources, tmp_path):
    output = tmp_path / "records.parquet"
    ran(sources, output, work=RECORDS)
    assert len([*read_records(output)]) == 10
    (tmp_path / "in" / "99.txt").write_bytes(page_text(99))
    ran(sources, output, work=RECORDS)
    whole = output.read_bytes()
    assert [record.source.uri[-6:] for record in read_records(output)][-2:] == ["19.txt", "99.txt"]
    output.unlink()  # as after a kill before the end
    assert ran(sources, output, work=RECORDS).new == 0
    assert output.read_bytes() == whole
    assert ran(sources[:1], output, work=RECORDS, fresh=True).new == 11
