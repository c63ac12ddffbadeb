"""What has been read of a plain text so far, and the lines around its headline that are what they are by themselves.

Labelled lines, letterheads, results of matches, datelines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.release import Block
from scrapers.plain.lines import is_headline
from scrapers.plain.results import is_contest, is_result
from scrapers.stamps.dateline import dateline
from scrapers.wording.labelled import labelled, labelled_sender
from scrapers.wording.letterhead import MAIL, is_letterhead

if TYPE_CHECKING:
    from scrapers.stamps.dateline import Dateline

HEADER_BLOCKS = 5  # blocks in which the header ends
LIFE = re.compile(r"\(?(?P<born>\d{4}) ?[–-] ?(?P<died>\d{4})\)?")  # of who died: 1938–2021
SHORTEST_LIFE = 16  # years: a plan's are fewer


def is_life(text: str) -> bool:
    """Whether a line holds the years of a life alone.

    >>> is_life("1938–2021"), is_life("2020–2024")
    (True, False)
    """
    found = LIFE.fullmatch(text)
    return found is not None and int(found["died"]) - int(found["born"]) >= SHORTEST_LIFE


@dataclass(slots=True)
class Opening:
    """What has been read so far, and the blocks."""

    blocks: list[Block] = field(default_factory=list)
    before_title: list[str] = field(default_factory=list)  # lines of whom the text is by
    signed_above: list[Block] = field(default_factory=list)  # by-lines above the headline
    results: list[Block] = field(default_factory=list)  # of a match, around the headline
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    lead_open: bool = True  # the next paragraph may be the lead, if the header's stamps follow it
    stamped: bool = False
    stamped_first: bool = False  # stamps stand among the first lines, which no blank line parts
    stamped_above: bool = False  # the stamps stand above the headline
    stamped_below: bool = False  # the stamps stand between headline and text
    labelled: bool = False  # what was taken for the headline stands right under who issued the text
    headed: bool = False  # the headline stands under such a label, or under a section's name
    obituary: bool = False  # the text is on who died: a name alone is its headline
    form: bool = False  # the lines of the group have labels: Til: Mediene
    release: bool = False  # the header calls the text a release

    def _close_header(self) -> None:
        """Stamps or a by-line end the header."""
        self._show_lead()
        if self.blocks:
            self.stamped = True

    def _has_text(self) -> bool:
        return any(block.kind in {"paragraph", "lead"} for block in self.blocks)

    def _show_lead(self) -> None:
        """What stands behind the first paragraph shows it to be the lead, if it is the only one."""
        header = self.blocks if self.lead_open and len(self.blocks) <= HEADER_BLOCKS else ()
        bodies = [index for index, block in enumerate(header) if block.kind == "paragraph"]
        if len(bodies) == 1:
            self.blocks[bodies[0]] = Block("lead", self.blocks[bodies[0]].text)
            self.lead_open = False

    def _is_known(self, text: str) -> bool:
        """Whether a line around the headline is none of the text by its form: labelled, of a letterhead, a result."""
        if self.blocks and self.blocks[-1].kind == "byline" and MAIL.fullmatch(text):
            self.blocks.append(Block("byline", text))
            return True
        if len(self.blocks) > HEADER_BLOCKS or self._has_text():
            return False
        if is_result(text):
            self._result(text)
            return True
        if not self.blocks and is_letterhead(text):
            return True
        return self._is_labelled(text)

    def _is_labelled(self, text: str) -> bool:
        """Whether a line has a header's label; its sender counts for more than who passed the text on."""
        found = labelled(text)
        name = labelled_sender(found.value) if found and found.meaning == "sender" else None
        self.publisher = name or self.publisher
        self.stamped_below = self.stamped_below or (bool(self.blocks) and name is not None)
        if found is None or (found.meaning == "title" and self.blocks):
            return False
        if found.meaning == "title":
            self.blocks.append(Block("title", found.value))
        return found.meaning == "title" or name is not None or self.form

    def _result(self, text: str) -> None:
        """Keep the result of a match, with the contest above it that was taken for the headline."""
        if len(self.blocks) == 1 and is_contest(self.blocks[0].text):
            self.results.append(Block("paragraph", self.blocks.pop().text))
        self.results.append(Block("paragraph", text))

    def _head_by_result(self, text: str) -> None:
        """Above what is no headline, the result is it."""
        if self.results and not self.blocks and not is_headline(text):
            self.blocks.append(Block("title", self.results.pop().text))

    def _opened_by(self, text: str) -> Dateline | None:
        """The dateline that opens the body below the headline: what stands between them is the lead."""
        found = dateline(text) if self.lead_open and len(self.blocks) <= HEADER_BLOCKS else None
        if found:
            self._show_lead()
            self.lead_open = False
            self.published = self.published or found.day
            self.publisher = self.publisher or found.agency
        return found
