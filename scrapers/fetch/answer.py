"""What a server answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING

from models.errors import ReadError
from scrapers.answers import DOCUMENT_TYPES, answered, type_of
from scrapers.transfer import TransferError, decoded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.page import Page


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: the address that gave it, its status, its headers by name in small letters, its body.

    `body` is as it came, maybe compressed.
    """

    uri: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime

    @classmethod
    def unchanged(cls, uri: str) -> Answer:
        """What stands for an answer where a page is known not to have changed."""
        return cls(uri, HTTPStatus.NOT_MODIFIED, MappingProxyType({}), b"", datetime.now(UTC))

    def content(self, most: int) -> bytes:
        """The first `most` bytes of the body, decompressed. ReadError where it is broken or cut off."""
        try:
            return decoded(self.body, self.headers.get("content-encoding", ""), most)
        except TransferError as error:
            raise ReadError(self.uri, str(error)) from error

    def page(self, max_bytes: int) -> Page:
        """The answer as a page. ReadError where it is none."""
        kind = type_of(self.headers)
        if kind and kind not in DOCUMENT_TYPES:
            raise ReadError(self.uri, f"the answer is {kind[:60]}, neither text nor HTML")
        return answered(self.uri, self.body, self.headers, retrieved_at=self.at, max_bytes=max_bytes)


def told(status: int) -> str:
    """A status as it is told.

    >>> told(404), told(799)
    ('404 Not Found', '799')
    """
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
