"""Read the lines of a plain text one after another, with what the lines before told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.release import Block, BlockKind
from scrapers.plain.header import Header
from scrapers.plain.lines import BULLET, LISTED, LONGEST_HEADING, body_kind, ends_article, is_furniture_line
from scrapers.plain.opening import HEADER_BLOCKS, is_life
from scrapers.text import line
from scrapers.wording.labelled import labelled
from scrapers.wording.lines import BYLINE, CONTACT, FACTS, PICTURE
from scrapers.wording.names import sender
from scrapers.wording.senders import sent_at_end

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Reading(Header):
    """What has been read so far."""

    after_picture: bool = False
    inside: BlockKind | None = None  # the kind of the group that a heading opened
    ended: bool = False

    def take(self, group: Sequence[str], *, opening: bool) -> None:
        """Read a group of lines that no blank line parts; `opening`: it is one of the first."""
        if self.inside == "contact" and len(group) > 1:
            self.inside = None
        if self.lead_open and self._is_signature(group):
            self._show_lead()
        self.form = opening and sum(labelled(line(text)) is not None for text in group) > 1
        if not self.blocks:
            self._begin([line(text) for text in group])
        for index, text in enumerate(group):
            if self.ended:
                return
            self._line(text, alone=len(group) == 1, last=index == len(group) - 1, opening=opening)
        if len(group) > 1 or self.inside is None:
            self.inside = None
        self.labelled = self.labelled or (len(group) > 1 and len(self.blocks) == 1 and bool(self.before_title))

    def _line(self, raw: str, *, alone: bool, last: bool, opening: bool) -> None:
        text = line(raw)
        if PICTURE.fullmatch(text):
            self.after_picture = True
        elif self.after_picture:
            self.after_picture = False
            self._add("caption", text)
        elif self._is_stamp(text, opening=opening) or (opening and (self._is_known(text) or self._is_label(text))):
            return
        elif self.blocks and ends_article(text):
            self.ended = True
        elif self.blocks and (name := sent_at_end(text)):
            self.publisher = self.publisher or name
        elif BYLINE.fullmatch(text) or not is_furniture_line(raw, text):
            self._text(raw, text, alone=alone, last=last, opening=opening)
        elif not self.blocks:
            self._trail(text)

    def _text(self, raw: str, text: str, *, alone: bool, last: bool, opening: bool) -> None:
        self._head_by_result(text)
        if not self.blocks:
            self._before(text)
        elif alone and self._is_under_label(text):
            self._head(text)
        elif row := _row(raw.strip(), text):
            self._add(*row)
        elif CONTACT.match(text):
            self._add("contact", text)
            self.inside = "contact" if len(text) < LONGEST_HEADING and not any(map(str.isdigit, text)) else self.inside
        elif is_life(text):
            self._add("heading", text)
        elif FACTS.fullmatch(text):
            self._add("fact_box", text)
            self.inside = "fact_box"
        elif self.inside:
            self._add(self.inside, text)
        elif BYLINE.fullmatch(text) and len(text) < LONGEST_HEADING * 2:
            self._close_header()
            self._byline(text)
        elif opening and self.publisher is None and not self.stamped and sender(text):
            self._close_header()
            self.publisher = sender(text)
        else:
            in_header = self._opened_by(text) is None and self.lead_open and len(self.blocks) <= HEADER_BLOCKS
            self.lead_open = in_header and not any(block.kind == "paragraph" for block in self.blocks)
            self._add(
                body_kind(text, self.blocks[-1].kind, alone=alone, last=last),
                BULLET.sub("", text, count=1) if BULLET.match(text) else text,
            )

    def _add(self, kind: BlockKind, text: str) -> None:
        if text:
            self.blocks.append(Block(kind, text))


def _row(raw: str, text: str) -> tuple[BlockKind, str] | None:
    """A line as a row of a table, by its tabs, or as one of a list of figures; None where it is neither."""
    if LISTED.fullmatch(raw):
        return "list_item", text
    return ("table_row", "\t".join(line(cell) for cell in raw.split("\t"))) if "\t" in raw else None
