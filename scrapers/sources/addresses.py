"""A list of addresses, one a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.errors import ReadError, ReleaseError
from scrapers.sources.listing import Entry, Listing
from scrapers.sources.source import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

WEB = re.compile(rb"https?://\S+\s*\Z", re.IGNORECASE)
BOM = b"\xef\xbb\xbf"
LONGEST = 8000


class Addresses(Listing):
    """The pages behind a list of addresses; empty lines and those that begin with `#` are passed over."""

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:  # noqa: ARG003 - told by its beginning alone
        """Whether a document is a list of addresses: every line of its beginning is one, but for what is cut."""
        lines = head.removeprefix(BOM).splitlines()
        told = [line for line in (lines[:-1] if len(head) >= HEAD else lines) if line.strip() and line[:1] != b"#"]
        return bool(told) and all(WEB.match(line.lstrip()) for line in told)

    @classmethod
    def entries(cls, content: bytes, uri: str) -> Iterator[Entry | ReleaseError]:
        """Each address of the list, in order."""
        for number, raw in enumerate(content.removeprefix(BOM).splitlines(), 1):
            line = raw.decode("utf-8", "replace").strip()
            if len(line) > LONGEST:
                yield ReadError(f"{uri}:{number}", "a line too long for an address")
            elif line and not line.startswith("#"):
                yield Entry(line)
