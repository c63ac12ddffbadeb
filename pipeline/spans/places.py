"""What a mark of a place hands on from annotate to normalise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A name as the register knows it, and what the text beside it says.

    `former`: it is spoken of as a municipality or county of the past. `hint`: the region or county named with it
    ("Våler (Østfold)", "Herøy på Helgeland"). `sure`: the text beside it shows that a place or an authority is meant.
    """

    name: str
    former: bool = False
    hint: str | None = None
    sure: bool = False
