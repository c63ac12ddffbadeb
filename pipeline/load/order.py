"""Read the lines of a records file in the order of their ids.

The tables of SQLite are kept by these ids, which are as good as random: a record that follows on the last one is written
where that was, any other in a place of its own in each table.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, BinaryIO

from models.errors import ReadError
from pipeline.emit.read import is_plain, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STRETCH = 500_000  # lines that are put in order together: what is kept of each is 16 bytes
KEY = 8  # bytes of an id that lines go by
ID = re.compile(rb'"id"\s*:\s*"([^"\\]{1,%d})' % KEY)
LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_by_id(path: Path, stretch: int = STRETCH) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, each with its number, in UTF-8. ReadError where the file cannot be read.

    Lines without an id come first, and of lines with one id the earlier. What is packed, or no file, is read as it comes.
    """
    if not is_plain(path):
        yield from ((number, line.encode(errors="surrogateescape")) for number, line in read_lines(path))
        return
    try:
        with path.open("rb") as file:
            number = 1
            while len(ends := _scan(file, stretch, keys := array("Q"))) > 1:
                after = file.tell()
                for at in sorted(range(len(keys)), key=keys.__getitem__):
                    file.seek(ends[at])
                    line = file.read(ends[at + 1] - ends[at])
                    if line.startswith(b"{") or not line.decode(errors="surrogateescape").isspace():
                        yield number + at, line
                file.seek(after)
                number += len(keys)
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error


def _scan(file: BinaryIO, stretch: int, keys: array[int]) -> array[int]:
    """Where lines end, after where the first begins; what each goes by is added to the keys."""
    ends = array("Q", [file.tell()])
    while len(keys) < stretch and (found := file.readline()):
        for line in LINE.findall(found) if found.count(b"\r") > found.endswith(b"\r\n") else [found]:
            key = ID.search(line)
            keys.append(int.from_bytes(key[1].ljust(KEY, b"\0")) if key else 0)
            ends.append(ends[-1] + len(line))
    return ends
