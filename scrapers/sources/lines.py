"""A file of JSON lines: a release a line."""

from __future__ import annotations

import io
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, cast

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from models.errors import ReadError, ReleaseError
from models.page import Page
from scrapers.pages import checked, too_large
from scrapers.sources.source import Visit, printable
from scrapers.streams import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

BOM = b"\xef\xbb\xbf"
NAMES = (".jsonl", ".ndjson", ".jsonlines")
GIVEN = ("title", "lead", "published", "updated", "publisher")
REST = 1 << 16  # bytes of an overlong line that are passed over at a time


class Line(BaseModel):
    """What a line holds; other fields are passed over. Where there is both, `html` is read and `text` is not."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    uri: Annotated[str, StringConstraints(min_length=1)]
    html: str | None = None
    text: str | None = None
    title: str | None = None
    lead: str | None = None
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """The releases of a file of JSON lines, in order; it may be compressed.

    A line is an object with `uri`, which becomes the record's, and `html` or `text` (blank lines part its
    paragraphs); `title`, `lead`, `published`, `updated` and `publisher` count for more than what the text says.
    """

    path: str

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a file is one of JSON lines."""
        first = head.removeprefix(BOM).lstrip().partition(b"\n")[0]
        return name.endswith(NAMES) or (first.startswith(b"{") and b'"uri"' in first)

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each line as a page, or the error that says why it is none, named `file.jsonl:12` where it has no `uri`."""
        uri = printable(self.path)
        try:
            with opened(self.path, uri) as stream, io.BufferedReader(cast("io.RawIOBase", stream)) as file:
                for number, line in enumerate(_lines(file, 2 * visit.max_bytes), 1):
                    if line is None:
                        yield ReadError(f"{uri}:{number}", too_large(visit.max_bytes))
                    elif line.strip():
                        yield _read(line, f"{uri}:{number}", visit.max_bytes)
        except ReadError as error:
            yield error


def _lines(file: io.BufferedReader[io.RawIOBase], most: int) -> Iterator[bytes | None]:
    """Each line of the file, None for one over `most` bytes."""
    first = True
    while line := file.readline(most + 1):
        if len(line) <= most:
            yield line.removeprefix(BOM) if first else line
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(REST)
            yield None
        first = False


def _read(line: bytes, where: str, max_bytes: int) -> Page | ReadError:
    try:
        one = Line.model_validate_json(line)
    except ValidationError as error:
        return ReadError(where, _reason(error))
    uri, body = printable(one.uri), one.html or one.text
    if not body:
        return ReadError(uri, f"neither html nor text on {where}")
    given = {name: value for name in GIVEN if (value := getattr(one, name))}
    content = body.encode("utf-8", "replace")
    if len(content) > max_bytes:
        return ReadError(uri, too_large(max_bytes))
    try:
        checked(uri, content)
    except ReadError as error:
        return error
    kind = "text/html" if one.html else "text/plain"
    return Page(uri=uri, content=content, media_type=kind, given=MappingProxyType(given))


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, first["loc"]))
    return f"the line is no release: {field + ': ' if field else ''}{first['msg'][:200]}"
