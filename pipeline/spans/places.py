"""What a mark of a place hands on from annotate to normalise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A name as the register knows it, and what the text beside it says.

    `outer`: the longer name that it is a half of ("Vestfold og Telemark"). `level`: what it is said to be. `former`: it
    is said to be of the past; `spoken`: it is spoken of as an authority; `merger`: the start of its sentence where that
    tells of a merger. `hint`: the region or county named with it ("Våler (Østfold)", "Herøy på Helgeland"); `within`: the
    municipality named with it ("Vik i Hole"). `listed`: it stands in a list of names; `entry`: it heads a list's item or
    fills a table's cell.
    """

    name: str
    outer: str = ""
    level: Literal["municipality", "county"] | None = None
    former: bool = False
    spoken: bool = False
    merger: int | None = None
    hint: str | None = None
    within: str | None = None
    listed: bool = False
    entry: bool = False
