"""A page: one document's bytes as they came in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """One document's bytes with where and when they were had.

    `uri` is the path as given, `archive.zip!member`, or the address. `media_type` is the type without its
    parameters ("text/html"). `headers` are those of the answer for a fetched page, names in lower case. `given` is
    what whoever handed the page in knows of the release: `title`, `lead`, `published`, `updated`, `publisher`.
    """

    uri: str
    content: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    retrieved_at: datetime | None = None
    given: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[type[Page], tuple[object, ...]]:
        """Let the page cross to a worker process, which a read-only view of a mapping cannot."""
        values = (getattr(self, part.name) for part in fields(self))
        return type(self), tuple(dict(value) if isinstance(value, MappingProxyType) else value for value in values)

    @property
    def sha256(self) -> str:
        """The SHA-256, in hexadecimal, of the content, and of what was given with it where something was."""
        known = json.dumps(dict(self.given), ensure_ascii=False, sort_keys=True) if self.given else ""
        return sha256(self.content + known.encode("utf-8", "surrogatepass")).hexdigest()
