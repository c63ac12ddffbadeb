"""Take the stamps in words out of an article's pieces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrapers.stamps.lines import stamps
from scrapers.stamps.wording import LABEL, NOTE, PUBLISHED, STAMP, UNDATED_LINE, UPDATED
from scrapers.wording.lines import BYLINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapers.reader.walk import Piece

STAMPED = frozenset({"paragraph", "byline", "list_item"})  # kinds of block that stamps stand in
OPENING = 3  # paragraphs within which a day that no label announces is a stamp
LONGEST_NOTE = 60


def without_stamps(pieces: Sequence[Piece]) -> tuple[list[Piece], str | None, str | None]:
    """The pieces without the lines of stamps, and what those say: published and updated, in words."""
    reading = _Reading()
    kept: list[Piece] = []
    for piece in pieces:
        left = [*reading.take(piece)]
        if not left and kept:
            kept[-1] = replace(kept[-1], stamped=True)
        kept += left
    return kept, reading.published, reading.updated


class _Reading:
    """The stamps that were met; a label alone waits for the next piece."""

    def __init__(self) -> None:
        self.published: str | None = None
        self.updated: str | None = None
        self.label = ""
        self.paragraphs = 0

    def take(self, piece: Piece) -> Iterator[Piece]:
        """What stays of a piece."""
        if piece.above:
            yield from self._above(piece)
            return
        if LABEL.fullmatch(piece.text):
            self.label = f"{piece.text} "
            return
        label, self.label = self.label, ""
        found = stamps(label + piece.text.replace("\n", " ")) if piece.kind in STAMPED else None
        if found and (self.paragraphs < OPENING or _is_labelled(label + piece.text)):
            self.published, self.updated = self.published or found.published, self.updated or found.updated
            if BYLINE.match(found.rest):
                yield replace(piece, kind="byline", text=STAMP.sub("", found.rest).strip(" |,–-"))
        elif not UNDATED_LINE.fullmatch(piece.text) and not _is_note(piece):
            self.paragraphs += piece.kind == "paragraph"
            yield piece

    def _above(self, piece: Piece) -> Iterator[Piece]:
        """Above the headline the last stamp of each kind counts."""
        for line in piece.text.split("\n"):
            if found := stamps(line):
                self.published, self.updated = found.published or self.published, found.updated or self.updated
        yield piece


def _is_labelled(text: str) -> bool:
    return PUBLISHED.search(text) is not None or UPDATED.search(text) is not None


def _is_note(piece: Piece) -> bool:
    """Whether a short line is the page's own business: "Neste oppdatering: 3. mai 2021"."""
    return len(piece.text) < LONGEST_NOTE and piece.kind in STAMPED and NOTE.match(piece.text) is not None
