"""Read the lines around a plain text's headline: who issued it, who wrote it, stamps, lead, with what the lines before told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.release import Block
from scrapers.plain.above import is_sender_above, is_signature, named_first, site_of
from scrapers.plain.lines import ENDS, LONGEST_HEADING, PAIR, is_headline, is_label
from scrapers.plain.opening import HEADER_BLOCKS, Opening, is_life
from scrapers.stamps.lines import stamps
from scrapers.text import line
from scrapers.wording.lines import BYLINE, CONTACT
from scrapers.wording.names import is_body, is_name, issues_itself, sender
from scrapers.wording.sections import is_section, says_obituary, says_release
from scrapers.wording.senders import beside_stamps, sent_by

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_CREDITED = 60  # characters of a line with the name of who wrote


@dataclass(slots=True)
class Header(Opening):
    """What has been read of the header so far."""

    def _begin(self, lines: Sequence[str]) -> None:
        """What a group above the headline tells as a whole."""
        self.obituary = self.obituary or (len(lines) == 2 and is_life(lines[1]) and not issues_itself(lines[0]))
        self.stamped_first = self.stamped_first or any(stamps(text) for text in lines[1:])
        if self.publisher is None and len(lines) > 1 and is_sender_above(*lines[:2]):
            self.publisher = sender(lines[0]) or lines[0]

    def _is_signature(self, group: Sequence[str]) -> bool:
        """Whether a group below headline and lead is a by-line without "Av": short lines of names above the stamps."""
        *names, stamped = map(line, group)
        short = all(len(name) <= LONGEST_CREDITED and name[-1:] not in ENDS and name[:1].isupper() for name in names)
        return bool(self.blocks and names) and short and stamps(stamped) is not None

    def _is_stamp(self, text: str, *, opening: bool) -> bool:
        found = stamps(text, opening=opening)
        if found is None:
            return False
        self.published = self.published or found.published
        self.updated = self.updated or found.updated
        self.stamped_above = self.stamped_above or not self.blocks
        self.stamped_below = self.stamped_below or not (self.stamped_above or self._has_text())
        self._close_header()
        name = beside_stamps(found.rest, text)
        if len(self.blocks) <= HEADER_BLOCKS:
            self.release = self.release or says_release(text)
            self.publisher = self.publisher or name
        if name is None and BYLINE.match(found.rest):
            self._byline(found.rest)
        return True

    def _byline(self, text: str) -> None:
        """A by-line, which may name who issued the text: "Av Kari Vik, Vikaposten", "Tekst: Vik kommune"."""
        (self.blocks or self.signed_above).append(Block("byline", text))
        signed = text.partition(": " if ": " in text else " ")[2].split(",")
        self.publisher = self.publisher or next((name for part in signed if is_body(name := part.strip())), None)

    def _is_label(self, text: str) -> bool:
        """Whether a line below the headline only calls the text a release, or names the section or who issued it."""
        name = sent_by(text)
        label = is_section(text) and (says_release(text) or not self._has_text())
        if not self.blocks or not (name or label):
            return False
        self._show_lead()
        self.stamped_below = self.stamped_below or not self._has_text()
        self.publisher = self.publisher or name
        self.release = self.release or says_release(text)
        return True

    def _is_under_label(self, text: str) -> bool:
        """Whether a line alone is the headline, and what was taken for it the label of its section."""
        label = self.blocks[0].text
        named = self.labelled and PAIR.fullmatch(label) is not None
        cried = (
            self.headed and label.isupper() and len(label.split()) > 2
        )  # a headline in capitals, the section above it
        if len(self.blocks) > 1 or cried or not (is_label(label) or named):
            return False
        paper = label.isupper() and not issues_itself(self.publisher or "")
        sentence = self.labelled and (len(label.split()) == 1 or paper) and len(text) <= LONGEST_HEADING
        if not (is_headline(text) or sentence) or (self.stamped and not self.stamped_first):
            return False
        return not (BYLINE.fullmatch(text) or CONTACT.match(text) or is_name(text))

    def _head(self, text: str) -> None:
        """Take a line for the headline, and what was taken for it for the label above."""
        label = self.blocks[0].text
        self.before_title.append(label)
        if self.stamped and self.publisher is None and len(label.split()) > 1:
            self.publisher = label  # a body's name above the stamps
        self.stamped_above = self.stamped_above or self.stamped
        self.headed = True
        self.blocks[0] = Block("title", text)

    def _trail(self, text: str) -> None:
        """A line of links above the headline, which may begin with who issued the text: "Vik kommune / Aktuelt / Nyheter"."""
        name = named_first(text)
        whole = name and len(name.split()) > 1 and (is_body(name) or issues_itself(name))
        self.publisher = self.publisher or (name if whole else site_of(text))

    def _before(self, text: str) -> None:
        """The first lines: who issued the text, who wrote it or a section's name may stand above the headline."""
        if is_section(text):
            self.headed = True
            self.obituary = self.obituary or says_obituary(text)
            self.release = self.release or says_release(text)
        elif is_signature(text):
            self._byline(text)
        elif name := None if self.obituary else sent_by(text) or (None if self.before_title else self._named(text)):
            self.publisher = self.publisher or name
            self.release = self.release or says_release(text)
            self.before_title.append(text)
        else:
            self.blocks.append(Block("title", text))

    def _named(self, text: str) -> str | None:
        """Who issued the text, where the first line names it: as its words tell, or the lines around it told."""
        if self.publisher is None:
            return named_first(text)
        return self.publisher if self.publisher in {text, sender(text)} else None
