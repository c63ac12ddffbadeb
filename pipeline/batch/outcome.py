"""What becomes of a page: its record as it will be written, or the error that stopped it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Done:
    """A record as a line of JSON, and what a run wants to know of it without reading it again."""

    id: str
    uri: str
    line: str
    content: bytes  # 16 bytes of a hash of title and text: the same article has the same, whatever its address
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]  # by stage


Outcome = Done | ReleaseError
