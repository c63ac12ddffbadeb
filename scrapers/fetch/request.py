"""One request, within its bounds."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from models.errors import ReadError
from scrapers.fetch.answer import Answer
from scrapers.fetch.guard import within
from scrapers.pages import too_large

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
LISTING_TYPE = re.compile(r"xml|gzip|octet-stream", re.IGNORECASE)  # feeds and sitemaps are longer than pages
LONGEST_LISTING = 52_428_800
CUT = 600_000  # bytes of a body that are read where the rest is not wanted


class BusyError(Exception):
    """A server that cannot answer for a while; `wait` is the seconds that it asks us to wait, if it does."""

    def __init__(self, host: str, status: int, wait: float | None) -> None:
        super().__init__(status)
        self.host = host
        self.status = status
        self.wait = wait

    @property
    def asked(self) -> str:
        """What the server asked for, as it is told."""
        return "" if self.wait is None else f" and asks us to wait {self.wait:.0f} s"


def once(
    client: httpx.Client, url: httpx.URL, headers: Mapping[str, str], max_bytes: int | None, seconds: float
) -> Answer:
    """The answer to one request, its body up to `max_bytes`, or its beginning where that is None.

    BusyError where the server cannot answer for a while, ReadError where the body is larger, and the errors of httpx
    where the connection fails or `seconds` are over.
    """
    with within(seconds), client.stream("GET", url, headers=dict(headers), follow_redirects=False) as response:
        if response.status_code in BUSY:
            raise BusyError(url.host, response.status_code, wait(response.headers.get("retry-after", "")))
        body = b"" if response.is_redirect else _body(response, str(url), max_bytes)
    fields = {name.lower(): value for name, value in response.headers.items() if name.lower() != "transfer-encoding"}
    return Answer(str(url), response.status_code, MappingProxyType(fields), body, datetime.now(UTC))


def _body(response: httpx.Response, uri: str, max_bytes: int | None) -> bytes:
    most = CUT if max_bytes is None else max_bytes
    if max_bytes is not None and LISTING_TYPE.search(response.headers.get("content-type", "")):
        most = max(max_bytes, LONGEST_LISTING)
    size = 0
    parts: list[bytes] = []
    for part in response.iter_raw():
        size += len(part)
        parts.append(part)
        if size > most:
            if max_bytes is not None and response.is_success:
                raise ReadError(uri, too_large(most))
            break
    return b"".join(parts)[:most]


def wait(retry_after: str) -> float | None:
    """The seconds that a Retry-After header asks for: a number, or the time until a date; None where it asks nothing.

    >>> wait("120"), wait("Fri, 30 Sep 2022 12:00:00 GMT"), wait("snart")
    (120.0, 0.0, None)
    """
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:9])
    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
