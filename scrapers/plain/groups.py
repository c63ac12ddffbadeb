"""Cut plain text into groups of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapers.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROW, WIDE = 40, 110  # letters of a line that was broken to fit a width
LINE_ENDS = '.!?:»”"'


def groups(text: str) -> Iterator[list[str]]:
    """The lines between blank lines; lines that were broken at a narrow width are joined again."""
    group: list[str] = []
    for raw in [*text.splitlines(), ""]:
        if clean(raw):
            group.append(raw)
        else:
            yield _unwrapped(group)
            group = []


def _unwrapped(group: list[str]) -> list[str]:
    """The group as one line where it reads on from line to line: no full stop at the ends, all about as long."""
    widths = [len(raw.rstrip()) for raw in group[:-1]]
    if len(widths) < 2 or min(widths) < NARROW or max(widths) > WIDE or any("\t" in raw for raw in group):
        return group
    open_ends = sum(raw.rstrip()[-1] not in LINE_ENDS for raw in group[:-1])
    return [" ".join(raw.strip() for raw in group)] if open_ends * 2 > len(widths) else group
