"""Read plain text: headline, lead, stamps, blocks, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import ParseError
from models.release import Block
from scrapers.bounds import bounded
from scrapers.plain.groups import groups
from scrapers.plain.lines import LONGEST_HEADING
from scrapers.plain.often import most_named
from scrapers.plain.reading import Reading
from scrapers.stamps.dateline import dateline
from scrapers.text import line
from scrapers.wording.names import as_in_text, issues_itself

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = 6  # groups of lines in which the headline, lead and stamps stand
GREETING = re.compile(r"(?:Hei|Kjære|God (?:dag|morgen|morgon))\b[^.?\n]{0,40}[!,]?")  # Hei! | Kjære medlemmer,
SPOKEN = re.compile(r"[–—-]|[«\"][^«»\"]{1,250}[»\"],")  # – Vi er glade | «Vi er glade», sier
LONGEST_LEAD = 250  # characters
DECK = 5  # words from which a heading right under the headline is a second one, and no section's
SHORT_LEAD = 150  # characters of most leads: of one that little else shows to be one
SHORTEST_BODY = 4  # blocks of a text that has a lead: headline, lead and two more
LONGEST_TITLE = 250  # characters: a longer line is no headline
SENTENCE_ENDS = '.!?»”"'
SENTENCE_END = re.compile(r"(?<=[a-zæøå]{4})[.!?]+[»”\"]?(?=\s+[A-ZÆØÅ«“\"–—-])")  # behind a word, no abbreviation


@dataclass(frozen=True, slots=True)
class Text:
    """What was read: blocks, title and lead first; publisher; stamps in words; warnings."""

    blocks: tuple[Block, ...]
    publisher: str | None
    published: str | None
    updated: str | None
    warnings: tuple[str, ...]


def read(text: str, uri: str, title: str = "", publisher: str | None = None) -> Text:
    """The article in a plain text; `title` and `publisher` where they are known. ParseError at `uri` without text."""
    reading = Reading(publisher=publisher)
    reading.blocks += [Block("title", title)] if title else []
    parts = (group for group in groups(text) if group and not (title and line(" ".join(group)) == title))
    for index, group in enumerate(parts):
        if reading.ended:
            break
        reading.take(group, opening=index < HEADER)
    blocks, publisher = _headed(reading)
    if not blocks:
        raise ParseError(uri, "no text in the document")
    blocks[1:1] = reading.signed_above
    longest = _longest_lead(reading, publisher)
    if lead := _first_as_lead(blocks, longest):
        blocks[lead] = Block("lead", blocks[lead].text)
    blocks[1:1] = reading.results
    made = not title and len(blocks[0].text) > LONGEST_TITLE
    blocks = [*_parted(blocks[0].text), *blocks[1:]] if made else blocks
    guess = None if publisher else most_named(blocks)
    running = " ".join(block.text for block in blocks)
    kept, cut = bounded(_in_order(blocks))
    told = (("title-guessed", made), ("publisher-guessed", guess), ("truncated", cut))
    warnings = tuple(code for code, so in told if so)
    name = as_in_text(publisher, running) if publisher else guess
    return Text(kept, name, reading.published, reading.updated, warnings)


def _headed(reading: Reading) -> tuple[list[Block], str | None]:
    """The blocks under a headline: where the first paragraph was taken for it, the line above it is the headline."""
    blocks, before = reading.blocks, reading.before_title
    if not blocks and reading.results:
        blocks = [Block("title", reading.results.pop().text)]
    if not blocks and before:
        return [Block("title", before[0])], reading.publisher
    if (
        blocks
        and before
        and not (reading.headed and len(blocks[0].text) <= LONGEST_HEADING)
        and blocks[0].text.endswith(".")
    ):
        return [Block("title", before[0]), Block("paragraph", blocks[0].text), *blocks[1:]], None
    return blocks, reading.publisher


def _longest_lead(reading: Reading, publisher: str | None) -> int:
    """How long a lead may be that only the place of the stamps shows, above the headline, or below it as on a body's own page.

    0 for none, as under the stamps of a paper, which has its lead above them.
    """
    if reading.stamped_above:
        return LONGEST_LEAD
    own = reading.release or (publisher is not None and issues_itself(publisher))
    return SHORT_LEAD if reading.stamped_below and own else 0


def _first_as_lead(blocks: Sequence[Block], longest: int) -> int | None:
    """Where the first paragraph stands, if it is the lead, though neither stamps nor a by-line part it from the body: a short one."""
    told = [index for index, block in enumerate(blocks) if block.kind != "byline"]
    if len(told) < SHORTEST_BODY or any(block.kind == "lead" for block in blocks):
        return None
    first, second = blocks[told[1]], blocks[told[2]]
    if first.kind == "heading":
        return told[1] if len(first.text.split()) >= DECK and second.kind == "paragraph" else None
    other = SPOKEN.match(first.text) or GREETING.fullmatch(first.text) or dateline(first.text)
    whole = first.text[-1] in SENTENCE_ENDS or len(first.text.split()) >= DECK  # not: Svar til Kari Vik
    return told[1] if first.kind == "paragraph" and len(first.text) <= longest and whole and not other else None


def _parted(paragraph: str) -> tuple[Block, ...]:
    """A paragraph that no headline stands above: its first sentence for the title, and what is left of it."""
    end = SENTENCE_END.search(paragraph)
    if end is None:
        return (Block("title", paragraph),)
    return Block("title", paragraph[: end.end()]), Block("paragraph", paragraph[end.end() :].lstrip())


def _in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Title, then the lead, then the rest as it stands."""
    first = [block for block in blocks if block.kind in {"title", "lead"}]
    return (*first, *(block for block in blocks if block.kind not in {"title", "lead"}))
