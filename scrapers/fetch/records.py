"""Answers as records of a web archive, each compressed by itself."""

from __future__ import annotations

import io
import zlib
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from models.errors import ReadError
from scrapers.fetch.answer import Answer, told
from scrapers.fetch.manners import NAME
from scrapers.warc import http_answer, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapers.warc import Record

PIECE = 1 << 16
LARGEST = 100_000_000  # bytes of a record; those that we write are far smaller


def new_archive(name: str) -> bytes:
    """The record that an archive begins with."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record(name, {"software": NAME, "format": "WARC File Format 1.1"}))
    return buffer.getvalue()


def record_of(answer: Answer) -> bytes:
    """An answer as a record; its body stays compressed as it came."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    fields = [(name, value) for name, value in answer.headers.items() if name != "content-length"]
    http = StatusAndHeaders(
        told(answer.status), [*fields, ("content-length", str(len(answer.body)))], protocol="HTTP/1.1"
    )
    when = {"WARC-Date": f"{answer.at:%Y-%m-%dT%H:%M:%S.%fZ}"}
    record = writer.create_warc_record(
        answer.uri, "response", payload=io.BytesIO(answer.body), http_headers=http, warc_headers_dict=when
    )
    writer.write_record(record)
    return buffer.getvalue()


class BrokenError(Exception):
    """What stands in an archive at a place is no record, nor the beginning of one that was cut off."""


def whole_records(file: BinaryIO, start: int) -> Iterator[tuple[int, Answer | None]]:
    """Where each whole record behind a place ends, and its answer, if it holds one that is 200.

    The last record may be cut off, and is then left out. BrokenError where anything else than records stands there.
    """
    file.seek(start)
    for end, content in _members(file, start):
        answer = None
        try:
            for record in records(io.BufferedReader(io.BytesIO(content)), ""):
                answer = _answer(record)
        except ReadError as error:
            raise BrokenError(f"no record before byte {end}") from error
        yield end, answer


def _members(file: BinaryIO, start: int) -> Iterator[tuple[int, bytes]]:
    """Where each whole gzip member ends, and what it holds."""
    rest = b""
    while rest := rest or file.read(PIECE):
        unpacker = zlib.decompressobj(31)
        content = b""
        used = 0
        while rest and not unpacker.eof:
            try:
                content += unpacker.decompress(rest, LARGEST)
            except zlib.error as error:
                raise BrokenError(f"no record at byte {start}") from error
            if unpacker.unconsumed_tail:
                raise BrokenError(f"a record too large at byte {start}")
            used += len(rest) - len(unpacker.unused_data)
            rest = unpacker.unused_data if unpacker.eof else file.read(PIECE)
        if not unpacker.eof:
            return
        start += used
        yield start, content


def _answer(record: Record) -> Answer | None:
    if record.headers.get("warc-type") != "response" or not record.uri:
        return None
    found = http_answer(record.block(LARGEST))
    if found is None or found[0] != 200:
        return None
    _, headers, body = found
    try:
        when = datetime.fromisoformat(record.headers.get("warc-date", ""))
    except ValueError:
        when = datetime.fromtimestamp(0, UTC)
    return Answer(record.uri, 200, MappingProxyType(headers), body, when)
