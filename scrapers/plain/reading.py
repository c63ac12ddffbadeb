"""Read the lines of a plain text one after another, with what the lines before told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.release import Block, BlockKind
from scrapers.plain.lines import (
    BULLET,
    ENDS,
    LISTED,
    LONGEST_HEADING,
    body_kind,
    ends_article,
    is_furniture_line,
    is_headline,
    is_label,
)
from scrapers.stamps.lines import stamps
from scrapers.text import line
from scrapers.wording.lines import BYLINE, CONTACT, FACTS, PICTURE, SENT
from scrapers.wording.names import is_body, is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER_BLOCKS = 5  # blocks in which the header ends
LONGEST_CREDITED = 60  # characters of a line with the name of who wrote


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    blocks: list[Block] = field(default_factory=list)
    before_title: list[str] = field(default_factory=list)
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    lead_open: bool = True  # the next paragraph may be the lead, if the header's stamps follow it
    stamped: bool = False
    stamped_first: bool = False  # stamps stand among the first lines, which no blank line parts
    stamped_above: bool = False  # the stamps stand above the headline
    after_picture: bool = False
    inside: BlockKind | None = None  # the kind of the group that a heading opened
    ended: bool = False

    def take(self, group: Sequence[str], *, opening: bool) -> None:
        """Read a group of lines that no blank line parts; `opening`: it is one of the first."""
        if self.inside == "contact" and len(group) > 1:
            self.inside = None
        if self.lead_open and self._is_signature(group):
            self._show_lead()
        if not self.blocks and any(stamps(line(text)) for text in group[1:]):
            self.stamped_first = True
        for index, text in enumerate(group):
            if self.ended:
                return
            self._line(text, alone=len(group) == 1, last=index == len(group) - 1, opening=opening)
        if len(group) > 1 or self.inside is None:
            self.inside = None

    def _is_signature(self, group: Sequence[str]) -> bool:
        """Whether a group below headline and lead is a by-line without "Av": short lines of names above the stamps."""
        *names, stamped = map(line, group)
        short = all(len(name) <= LONGEST_CREDITED and name[-1:] not in ENDS and name[:1].isupper() for name in names)
        return bool(self.blocks and names) and short and stamps(stamped) is not None

    def _line(self, raw: str, *, alone: bool, last: bool, opening: bool) -> None:
        text = line(raw)
        if PICTURE.fullmatch(text):
            self.after_picture = True
        elif self.after_picture:
            self.after_picture = False
            self._add("caption", text)
        elif self._is_stamp(text):
            return
        elif self.blocks and ends_article(text):
            self.ended = True
        elif BYLINE.fullmatch(text) or not is_furniture_line(raw, text):
            self._text(raw, text, alone=alone, last=last, opening=opening)

    def _is_stamp(self, text: str) -> bool:
        found = stamps(text)
        if found is None:
            return False
        self.published = self.published or found.published
        self.updated = self.updated or found.updated
        self.stamped_above = self.stamped_above or not self.blocks
        self._close_header()
        if self.publisher is None and len(self.blocks) <= HEADER_BLOCKS:
            names = (part.strip() for part in re.split(r"[|/·]", found.rest))
            self.publisher = next((part for part in names if len(part.split()) > 1 and is_name(part)), None)
        if BYLINE.match(found.rest):
            self._byline(found.rest)
        return True

    def _byline(self, text: str) -> None:
        """A by-line, which may name the paper: "Av Kari Vik, Vikaposten"."""
        self._add("byline", text)
        paper = text.rpartition(",")[2].strip()
        if self.publisher is None and paper != text and is_body(paper):
            self.publisher = paper

    def _close_header(self) -> None:
        """Stamps or a by-line end the header."""
        self._show_lead()
        if self.blocks:
            self.stamped = True

    def _show_lead(self) -> None:
        """What stands behind the first paragraph shows it to be the lead, if it is the only one."""
        header = self.blocks if self.lead_open and len(self.blocks) <= HEADER_BLOCKS else ()
        bodies = [index for index, block in enumerate(header) if block.kind == "paragraph"]
        if len(bodies) == 1:
            self.blocks[bodies[0]] = Block("lead", self.blocks[bodies[0]].text)
            self.lead_open = False

    def _text(self, raw: str, text: str, *, alone: bool, last: bool, opening: bool) -> None:
        if not self.blocks:
            self._before(text)
        elif alone and self._is_under_label(text):
            self.before_title.append(self.blocks[0].text)
            if self.stamped and self.publisher is None and len(self.blocks[0].text.split()) > 1:
                self.publisher = self.blocks[0].text  # a body's name above the stamps
            self.stamped_above = self.stamped_above or self.stamped
            self.blocks[0] = Block("title", text)
        elif row := _row(raw.strip(), text):
            self._add(*row)
        elif CONTACT.match(text):
            self._add("contact", text)
            self.inside = "contact" if len(text) < LONGEST_HEADING and not any(map(str.isdigit, text)) else self.inside
        elif FACTS.fullmatch(text):
            self._add("fact_box", text)
            self.inside = "fact_box"
        elif self.inside:
            self._add(self.inside, text)
        elif BYLINE.fullmatch(text) and len(text) < LONGEST_HEADING * 2:
            self._close_header()
            self._byline(text)
        elif opening and self.publisher is None and not self.stamped and is_name(text):
            self._close_header()
            self.publisher = text
        else:
            in_header = self.lead_open and len(self.blocks) <= HEADER_BLOCKS
            self.lead_open = in_header and not any(block.kind == "paragraph" for block in self.blocks)
            self._add(
                body_kind(text, self.blocks[-1].kind, alone=alone, last=last),
                BULLET.sub("", text, count=1) if BULLET.match(text) else text,
            )

    def _is_under_label(self, text: str) -> bool:
        """Whether a line alone is the headline, and what was taken for it the label of its section."""
        if len(self.blocks) > 1 or not is_label(self.blocks[0].text) or not is_headline(text):
            return False
        if self.stamped and not self.stamped_first:
            return False
        return not (BYLINE.fullmatch(text) or CONTACT.match(text) or is_name(text))

    def _before(self, text: str) -> None:
        """The first lines: a publisher's name may stand above the headline."""
        sent = SENT.match(text)
        if sent and is_name(sent["name"]):
            self.publisher = self.publisher or sent["name"]
            self.before_title.append(text)
            return
        if not self.before_title and self.publisher is None:
            head = re.split(r" [-–|>»/] ", text)[0]
            if is_name(head) and (head != text or len(text.split()) <= 6):
                self.publisher = head
                self.before_title.append(text)
                return
        self.blocks.append(Block("title", text))

    def _add(self, kind: BlockKind, text: str) -> None:
        if text:
            self.blocks.append(Block(kind, text))


def _row(raw: str, text: str) -> tuple[BlockKind, str] | None:
    """A line as a row of a table, by its tabs, or as one of a list of figures; None where it is neither."""
    if LISTED.fullmatch(raw):
        return "list_item", text
    return ("table_row", "\t".join(line(cell) for cell in raw.split("\t"))) if "\t" in raw else None
