"""The page in a web server's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ReadError
from models.page import Page
from scrapers.pages import checked, media_type, too_large
from scrapers.transfer import TransferError, decoded, joined

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

DOCUMENT_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/json"})


def type_of(headers: Mapping[str, str]) -> str:
    """The media type of an answer without its parameters, in small letters; "" where it has none.

    >>> type_of({"content-type": "Text/HTML; charset=utf-8"}), type_of({})
    ('text/html', '')
    """
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def answered(
    uri: str, body: bytes, headers: Mapping[str, str], *, retrieved_at: datetime | None, max_bytes: int
) -> Page:
    """The page of an answer, its body decompressed; `headers` have their names in small letters.

    ReadError where the body is broken, empty, over `max_bytes` or of a kind that holds no page.
    """
    try:
        if "chunked" in headers.get("transfer-encoding", "").lower():
            body = joined(body)
        content = decoded(body, headers.get("content-encoding", ""), max_bytes + 1)
    except TransferError as error:
        raise ReadError(uri, str(error)) from error
    if len(content) > max_bytes:
        raise ReadError(uri, too_large(max_bytes))
    checked(uri, content)
    kind = type_of(headers) or media_type("", content)
    return Page(uri=uri, content=content, media_type=kind, headers=headers, retrieved_at=retrieved_at)
