"""What annotate hands on with the marks of direct speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeakerKind = Literal["name", "pronoun", "role", "continues"]


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """How the text says who speaks: by a name, a pronoun or a title at `start` to `end`, or as the last speaker goes on."""

    speaker: SpeakerKind
    start: int
    end: int
