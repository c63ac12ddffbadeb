"""A web archive (WARC), read record by record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from models.errors import ReadError, ReleaseError
from scrapers.answers import DOCUMENT_TYPES, answered, type_of
from scrapers.pages import too_large
from scrapers.sources.source import Visit, printable
from scrapers.streams import opened
from scrapers.warc import http_answer, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.page import Page
    from scrapers.warc import Record

KINDS = frozenset({"response", "resource", "conversion"})
HEADERS = 100_000  # bytes that an answer's headers may take beside its body
OK = 200


@dataclass(frozen=True, slots=True)
class Warc:
    """The documents of a web archive, in its own order, each named by its address.

    Answers other than 200, revisits, robots.txt and what is neither text, HTML nor JSON are passed over.
    """

    path: str

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a file is a web archive."""
        return name.endswith(".warc") or head.startswith(b"WARC/")

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each document of the archive, in order, as a page, or the error that says why it is none."""
        uri = printable(self.path)
        try:
            with opened(self.path, uri) as stream:
                for record in records(stream, uri):
                    if found := _read(record, uri, visit.max_bytes):
                        yield found
        except ReadError as error:
            yield error


def _read(record: Record, archive: str, max_bytes: int) -> Page | ReadError | None:
    if record.headers.get("warc-type") not in KINDS:
        return None
    uri = printable(record.uri)
    if not uri:
        return ReadError(archive, "a record without an address")
    block = record.block(max_bytes + HEADERS)
    try:
        status, headers, body = _answer(record, block)
        kind = type_of(headers)
        if status != OK or (kind and kind not in DOCUMENT_TYPES) or urlsplit(uri).path == "/robots.txt":
            return None
        if cut := record.headers.get("warc-truncated"):
            return ReadError(uri, f"the archive holds a part of it alone ({cut[:40]})")
        if record.left:
            return ReadError(uri, too_large(max_bytes))
        return answered(uri, body, headers, retrieved_at=_when(record), max_bytes=max_bytes)
    except ReadError as error:
        return error
    except ValueError as error:
        return ReadError(uri, str(error))


def _answer(record: Record, block: bytes) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of a record's answer; a resource stands for itself. ValueError where it is none."""
    kind = record.headers.get("content-type", "")
    if not kind.startswith("application/http"):
        return OK, {"content-type": kind}, block
    answer = http_answer(block)
    if answer is None:
        raise ValueError("the record holds no answer of a web server")
    return answer


def _when(record: Record) -> datetime | None:
    try:
        found = datetime.fromisoformat(record.headers.get("warc-date", ""))
    except ValueError:
        return None
    return found if found.tzinfo else None
