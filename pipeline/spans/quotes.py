"""What annotate hands on with the marks of direct speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeakerKind = Literal["name", "pronoun", "role"]


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """The words at `start` to `end` that say who speaks, be it there or in a sentence before: a name, pronoun or title."""

    speaker: SpeakerKind
    start: int
    end: int
