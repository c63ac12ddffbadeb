"""Lines come by their ids: the same lines with the same numbers as in the file, whatever is in it."""

import gzip
import os
import threading

import pytest

from models.errors import ReadError
from pipeline.emit.read import read_lines
from pipeline.load.order import lines_by_id

STRANGE = [
    b'{"id":"b1"}\n',
    b"\n",
    b'{"id" : "a2", "text": "\\"id\\":\\"0\\""}\r\n',
    b'{"id":"c3"}\r{"id":"a4"}\r\r\n',
    b"\xff\xfe \xc3\n",
    b" \t\n",
    "\u00a0\u2003\n".encode(),
    b'{"source":{},"id":"a5"}\n',
    b'{"id":"\\u0062"}\n',
    b'{"id":"b1"}',
]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r", b"\r\n"])
@pytest.mark.parametrize("stretch", [1, 2, 100])
def test_the_lines_are_those_of_the_file(stretch, end, tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(STRANGE) + end)
    found = [(number, line.rstrip(b"\r\n")) for number, line in lines_by_id(path, stretch)]
    wanted = [(number, line.rstrip("\n").encode(errors="surrogateescape")) for number, line in read_lines(path)]
    assert sorted(found) == wanted


def test_they_come_by_their_ids_and_the_earlier_of_one_id_first(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(STRANGE))
    assert [number for number, _ in lines_by_id(path)] == [7, 11, 3, 5, 10, 1, 12, 4]


def test_a_file_longer_than_a_stretch_is_ordered_by_stretches(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text("".join(f'{{"id":"{name}"}}\n' for name in "dbcaef"), encoding="utf-8")
    assert b"".join(line[7:8] for _, line in lines_by_id(path, 3)) == b"bcdaef"


def test_what_has_no_places_is_read_as_it_comes(tmp_path):
    lines = b'{"id":"b"}\n{"id":"a"}\n'
    packed = tmp_path / "r.jsonl.gz"
    packed.write_bytes(gzip.compress(lines))
    pipe = tmp_path / "r.jsonl"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(lines,))
    writer.start()
    for path in (packed, pipe):
        assert list(lines_by_id(path)) == [(1, b'{"id":"b"}\n'), (2, b'{"id":"a"}\n')]
    writer.join()


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(ReadError, match="No such file"):
        list(lines_by_id(tmp_path / "r.jsonl"))
