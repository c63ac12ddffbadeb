"""Take the stamps in words out of an article's pieces, and the lines that only call it a release."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scrapers.stamps.dateline import dateline
from scrapers.stamps.lines import stamps
from scrapers.stamps.wording import LABEL, NOTE, PUBLISHED, STAMP, UNDATED_LINE, UPDATED
from scrapers.wording.lines import BYLINE
from scrapers.wording.sections import is_section, says_release
from scrapers.wording.senders import beside_stamps, sent_at_end, sent_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapers.reader.walk import Piece

STAMPED = frozenset({"paragraph", "byline", "list_item"})  # kinds of block that stamps stand in
OPENING = 3  # paragraphs within which a day that no label announces is a stamp
LONGEST_NOTE = 60


@dataclass(frozen=True, slots=True)
class Stamped:
    """The pieces without lines of stamps; what those say, in words; the bodies named beside stamps or in "Pressemelding fra"."""

    pieces: list[Piece]
    published: str | None
    updated: str | None
    senders: tuple[str, ...]


def without_stamps(pieces: Sequence[Piece]) -> Stamped:
    """The pieces without the lines of stamps, and what those say."""
    reading = _Reading()
    kept: list[Piece] = []
    for piece in pieces:
        left = [*reading.take(piece)]
        if kept and (not left or reading.opens(piece)):
            kept[-1] = replace(kept[-1], stamped=True)
        kept += left
    return Stamped(kept, reading.published, reading.updated, tuple(reading.senders))


class _Reading:
    """The stamps that were met; a label alone waits for the next piece."""

    def __init__(self) -> None:
        self.published: str | None = None
        self.updated: str | None = None
        self.label = ""
        self.paragraphs = 0
        self.senders: list[str] = []

    def take(self, piece: Piece) -> Iterator[Piece]:
        """What stays of a piece."""
        if piece.above:
            yield from self._above(piece)
            return
        if LABEL.fullmatch(piece.text):
            self.label = f"{piece.text} "
            return
        label, self.label = self.label, ""
        opening = self.paragraphs < OPENING
        text = label + piece.text.replace("\n", " ")
        found = stamps(text, opening=opening) if piece.kind in STAMPED else None
        if self._is_label(piece) if opening else self._is_closing(piece):
            return
        if found and (opening or _is_labelled(text)):
            self.published, self.updated = self.published or found.published, self.updated or found.updated
            name = beside_stamps(found.rest, text)
            self.senders += filter(None, [name])
            if name is None and BYLINE.match(found.rest):
                yield replace(piece, kind="byline", text=STAMP.sub("", found.rest).strip(" |,–-"))
        elif not UNDATED_LINE.fullmatch(piece.text) and not _is_note(piece):
            self.paragraphs += piece.kind == "paragraph" and not BYLINE.fullmatch(piece.text)
            yield piece

    def opens(self, piece: Piece) -> bool:
        """Whether a piece opens the body with a dateline, whose day counts where no stamp was met."""
        opening = piece.kind == "paragraph" and self.paragraphs < OPENING
        found = dateline(piece.text) if opening and not piece.above else None
        self.published = self.published or (found.day if found else None)
        return found is not None

    def _is_label(self, piece: Piece) -> bool:
        """Whether a piece only calls the text a release, or names the section above its text, or who issued it."""
        if piece.kind != "paragraph":
            return False
        name = sent_by(piece.text)
        self.senders += filter(None, [name])
        return name is not None or (is_section(piece.text) and (says_release(piece.text) or self.paragraphs == 0))

    def _is_closing(self, piece: Piece) -> bool:
        """Whether a piece below the text only says who issued it."""
        name = sent_at_end(piece.text) if piece.kind == "paragraph" else None
        self.senders += filter(None, [name])
        return name is not None

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
