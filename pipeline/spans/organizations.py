"""What annotate hands on with the mark of an organisation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A mention's name without its genitive, and the fuller name it is known to stand for, None where it is not."""

    name: str
    stands_for: str | None = None
