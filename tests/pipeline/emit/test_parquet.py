"""Parquet: a row a record, all its fields with fixed types, made again only where the records have changed."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from models.record import Record
from pipeline.emit import parquet
from pipeline.emit.formats import format_of
from pipeline.emit.read import read_records


@pytest.fixture
def made(fixture_records, tmp_path):
    path = tmp_path / "records.parquet"
    form = format_of(path)
    form.grown(path).write_bytes(form.packed(fixture_records.read_bytes()))
    form.finish(path)
    return path


def test_every_record_comes_back_as_it_was(made, fixture_records):
    assert [*read_records(made)] == [*read_records(fixture_records)]


def test_the_columns_are_the_fields_of_a_record(made):
    assert pq.read_schema(made).names == [*Record.model_fields]
    assert pq.read_table(made, columns=["title", "counts"]).num_rows == 21


def test_the_same_records_give_the_same_bytes_group_by_group(made, monkeypatch):
    before, when = made.read_bytes(), made.stat().st_mtime_ns
    format_of(made).finish(made)
    assert made.stat().st_mtime_ns == when
    made.write_bytes(b"torn")
    format_of(made).finish(made)
    assert made.read_bytes() == before
    made.unlink()
    monkeypatch.setattr(parquet, "ROWS", 4)
    format_of(made).finish(made)
    assert pq.ParquetFile(made).num_row_groups == 6


def test_no_records_are_a_table_without_rows(tmp_path):
    path = tmp_path / "records.parquet"
    format_of(path).grown(path).write_bytes(b"")
    format_of(path).finish(path)
    assert not [*read_records(path)]
    assert not [one for one in Path(tmp_path).iterdir() if one.name.endswith(".part")]
