"""Read the records of a web archive (WARC 1.0 and 1.1) from a stream, each within bounds.

Our own few lines, where a library would do: warcio takes a cut archive for a whole one and a line of any length into
memory, and FastWARC 2.0 panics on a stream that cannot seek.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from models.errors import ReadError
from scrapers.streams import CUT_OFF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapers.streams import Stream

LONGEST_LINE = 1 << 16
MOST_LINES = 1000  # of a record's headers
MOST_BYTES = 1_000_000  # of a record's headers
STATUS = re.compile(r"HTTP/\d(?:\.\d)? (\d{3})")  # HTTP/1.1 200 OK
PIECE = 1 << 20


@dataclass(slots=True)
class Record:
    """One record: its headers by name in small letters, and its block, of which `left` bytes are not read yet."""

    headers: dict[str, str]
    left: int
    _file: io.BufferedReader[io.RawIOBase]
    _archive: str

    def block(self, most: int) -> bytes:
        """The record's block, or its first `most` bytes. ReadError where the archive is cut off in it."""
        wanted = min(self.left, most)
        content = self._file.read(wanted)
        if len(content) < wanted:
            raise ReadError(self._archive, f"{CUT_OFF} in the record of {self.uri or 'no address'}")
        self.left -= wanted
        return content

    @property
    def uri(self) -> str:
        """The address that the record is about, "" where it has none."""
        return self.headers.get("warc-target-uri", "").strip("<>")

    def skip(self) -> None:
        """Pass over what is left of the block."""
        while self.left:
            piece = self._file.read(min(self.left, PIECE))
            if not piece:
                raise ReadError(self._archive, CUT_OFF)
            self.left -= len(piece)


def records(stream: Stream, archive: str) -> Iterator[Record]:
    """Each record of a web archive, in order; its block is passed over unless it is read before the next one.

    ReadError, naming the archive, where it is cut off or is no web archive.
    """
    file = io.BufferedReader(cast("io.RawIOBase", stream))
    while line := file.readline(LONGEST_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ReadError(archive, f"the web archive is broken: no record begins with {line[:40]!r}")
        headers = _headers(file, archive)
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            raise ReadError(archive, f"the web archive is broken: a record of length {length[:20]!r}")
        record = Record(headers, int(length), file, archive)
        yield record
        record.skip()


def _headers(file: io.BufferedReader[io.RawIOBase], archive: str) -> dict[str, str]:
    lines: list[bytes] = []
    size = 0
    while len(lines) < MOST_LINES and size < MOST_BYTES:
        line = file.readline(LONGEST_LINE)
        if not line:
            raise ReadError(archive, CUT_OFF)
        if not line.strip():
            return fields(lines)
        lines.append(line)
        size += len(line)
    raise ReadError(
        archive, f"the web archive is broken: a record with more than {MOST_LINES} headers, or 1 MB of them"
    )


def fields(lines: list[bytes]) -> dict[str, str]:
    r"""Header lines by name in small letters; a line that begins with a space goes on with the one above.

    >>> fields([b"Content-Type: text/html;\r\n", b"  charset=utf-8\r\n", b"X: 1"])
    {'content-type': 'text/html; charset=utf-8', 'x': '1'}
    """
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[:1] in {" ", "\t"} and name:
            found[name].append(text.strip())
        else:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            found[name] = [value.strip()]
    return {name: " ".join(parts) for name, parts in found.items()}


def http_answer(block: bytes) -> tuple[int, dict[str, str], bytes] | None:
    r"""The status, headers and body of an HTTP answer; None where bytes are none.

    >>> http_answer(b"HTTP/1.1 200 OK\r\nX: 1\r\n\r\nHei")
    (200, {'x': '1'}, b'Hei')
    """
    head, gap, body = block.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n", MOST_LINES)
    status = STATUS.match(lines[0].decode("latin-1"))
    if status is None or not (gap or len(lines) == 1):
        return None
    return int(status[1]), fields(lines[1:MOST_LINES]), body
