"""Read plain text as people copy it from a web page: headline, lead, stamps, blocks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.errors import ParseError
from models.record import Source
from models.release import Block, BlockKind, Release
from scrapers import wording
from scrapers.decode import decode
from scrapers.text import clean, line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.page import Page

BULLET = re.compile(r"(?:[•·*▪◦‣]|\d{1,2}\))\s+")
LONGEST_HEADING = 80
LONGEST_TITLE = 250
HEADER = 6  # groups of lines in which the headline, lead and stamps stand
ORG_WORDS = frozenset(
    [
        "kommune",
        "fylkeskommune",
        "herad",
        "og",
        "i",
        "for",
        "av",
        "på",
        "politidistrikt",
        "sykehus",
        "sjukehus",
        "universitet",
        "høgskole",
        "avis",
        "blad",
        "presse",
        "departement",
        "direktorat",
        "tilsyn",
        "forbund",
        "forening",
        "foreining",
        "lag",
        "klubb",
        "sparebank",
        "stiftelse",
        "prosti",
        "bispedøme",
        "bispedømme",
        "statistisk",
        "sentralbyrå",
        "bank",
        "hjelpekorps",
        "brann",
        "redning",
        "røde",
        "kors",
        "videregående",
        "vidaregåande",
        "skole",
        "skule",
    ]
)
NAME_WORD = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][\w.&'-]*|[A-ZÆØÅ]{2,}|AS|HF|RHF|IKS")
OFTEN = 4  # mentions of one name in running text that make it the publisher where nothing else tells


class Plain:
    """Any plain text."""

    name = "plain"

    def owns(self, page: Page) -> bool:
        """Whether the page is plain text."""
        return page.media_type == "text/plain"

    def parse(self, page: Page) -> Release:
        """The release in the text. ParseError where it has no headline and body."""
        groups = [group for group in _groups(decode(page)) if group]
        reading = _Reading()
        if title := line(page.given.get("title", "")):
            reading.blocks.append(Block("title", title))
            groups = [group for group in groups if line(" ".join(group)) != title]
        for index, group in enumerate(groups):
            if reading.ended:
                break
            reading.take(group, opening=index < HEADER)
        return reading.release(page)


@dataclass(slots=True)
class _Reading:
    """What has been read so far, line by line."""

    blocks: list[Block] = field(default_factory=list)
    before_title: list[str] = field(default_factory=list)
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    lead_open: bool = True  # the next paragraph may be the lead, if the header's stamps follow it
    stamped: bool = False
    after_picture: bool = False
    inside: BlockKind | None = None  # the kind of the group that a heading opened
    ended: bool = False

    def take(self, group: Sequence[str], *, opening: bool) -> None:
        """Read a group of lines that no blank line parts."""
        if self.inside and len(group) > 1 and self.inside == "contact":
            self.inside = None
        for index, text in enumerate(group):
            alone = len(group) == 1
            if self.ended:
                return
            self._line(text, alone=alone, last=index == len(group) - 1, opening=opening)
        if len(group) > 1 or self.inside is None:
            self.inside = None

    def _line(self, raw: str, *, alone: bool, last: bool, opening: bool) -> None:
        text = line(raw)
        if wording.PICTURE.fullmatch(text):
            self.after_picture = True
            return
        if self.after_picture:
            self.after_picture = False
            self._add("caption", text)
            return
        if self._is_stamp(text):
            return
        if wording.ENDING.match(text) and self.blocks and len(text) < LONGEST_HEADING and ":" not in text:
            self.ended = True
            return
        if _is_furniture(raw, text):
            return
        self._text(raw, text, alone=alone, last=last, opening=opening)

    def _is_stamp(self, text: str) -> bool:
        found = wording.stamps(text)
        if found is None:
            return False
        self.published = self.published or found.published
        self.updated = self.updated or found.updated
        self._close_header()
        if wording.BYLINE.match(found.rest):
            self._add("byline", found.rest)
        return True

    def _close_header(self) -> None:
        """Stamps or a by-line behind the first paragraph show it to be the lead."""
        bodies = [index for index, block in enumerate(self.blocks) if block.kind == "paragraph"]
        if self.lead_open and len(bodies) == 1 and len(self.blocks) <= HEADER - 1:
            self.blocks[bodies[0]] = Block("lead", self.blocks[bodies[0]].text)
            self.lead_open = False
        if self.blocks:
            self.stamped = True

    def _text(self, raw: str, text: str, *, alone: bool, last: bool, opening: bool) -> None:
        if not self.blocks:
            self._before(text)
        elif "\t" in raw.strip():
            self._add("table_row", "\t".join(line(cell) for cell in raw.strip().split("\t")))
        elif wording.CONTACT.match(text):
            self._add("contact", text)
            self.inside = "contact" if len(text) < LONGEST_HEADING and not any(map(str.isdigit, text)) else self.inside
        elif wording.FACTS.fullmatch(text):
            self._add("fact_box", text)
            self.inside = "fact_box"
        elif self.inside:
            self._add(self.inside, text)
        elif wording.BYLINE.fullmatch(text) and len(text) < LONGEST_HEADING * 2:
            self._close_header()
            self._add("byline", text)
        elif opening and self.publisher is None and not self.stamped and _is_name(text):
            self._close_header()
            self.publisher = text
        else:
            self.lead_open = self.lead_open and not any(block.kind == "paragraph" for block in self.blocks)
            self._add(
                _body_kind(text, alone=alone, last=last), BULLET.sub("", text, count=1) if BULLET.match(text) else text
            )

    def _before(self, text: str) -> None:
        """The first lines: a publisher's name may stand above the headline."""
        if not self.before_title and self.publisher is None:
            head = re.split(r" [-–|>»/] ", text)[0]
            if _is_name(head) and (head != text or len(text.split()) <= 6):
                self.publisher = head
                self.before_title.append(text)
                return
        self.blocks.append(Block("title", text[:LONGEST_TITLE]))

    def _add(self, kind: BlockKind, text: str) -> None:
        if text:
            self.blocks.append(Block(kind, text))

    def release(self, page: Page) -> Release:
        """What was read, as a release."""
        blocks = self.blocks
        if not blocks and self.before_title:
            blocks = [Block("title", self.before_title[0])]
        if blocks and self.before_title and blocks[0].text.endswith("."):  # no headline, but the first paragraph
            blocks = [Block("title", self.before_title[0]), Block("paragraph", blocks[0].text), *blocks[1:]]
            self.publisher = None
        if not blocks:
            raise ParseError(page.uri, "no text in the document")
        source = Source(
            uri=page.uri,
            media_type=page.media_type,
            sha256=page.sha256,
            size=len(page.content),
            retrieved_at=page.retrieved_at,
            scraper=Plain.name,
        )
        guess = None if self.publisher else _most_named(blocks)
        return Release(
            source=source,
            blocks=_in_order(blocks),
            publisher=self.publisher or guess,
            published=self.published,
            updated=self.updated,
            warnings=("publisher-guessed",) if guess else (),
        )


def _in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Title, then the lead, then the rest as it stands."""
    first = [block for block in blocks if block.kind in {"title", "lead"}]
    return (*first, *(block for block in blocks if block.kind not in {"title", "lead"}))


def _groups(text: str) -> Iterator[list[str]]:
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
    if len(widths) < 2 or min(widths) < 40 or max(widths) > 110 or any("\t" in raw for raw in group):
        return group
    open_ends = sum(raw.rstrip()[-1] not in '.!?:»”"' for raw in group[:-1])
    return [" ".join(raw.strip() for raw in group)] if open_ends * 2 > len(widths) else group


def _is_name(text: str) -> bool:
    """Whether a short line is the name of a body: every word a name's, or a word that bodies are called by."""
    words = text.split()
    if not 1 <= len(words) <= 7 or text[-1] in ".!?:" or not text[0].isupper():
        return False
    known = [bool(NAME_WORD.fullmatch(word)) or word.lower().strip(",-") in ORG_WORDS for word in words]
    small = sum(word.lower() in {"i", "og", "for", "av", "på"} for word in words)
    return all(known) and small < len(words) / 2 and not (len(words) == 2 and small)


def _is_furniture(raw: str, text: str) -> bool:
    if wording.FURNITURE.match(text) and len(text) < LONGEST_STAMP:
        return True
    return len(text) < LONGEST_STAMP and wording.TRAIL.fullmatch(raw.strip()) is not None and len(_crumbs(raw)) >= 2


LONGEST_STAMP = 200


def _crumbs(raw: str) -> list[str]:
    """The parts of a line of links: "Forsiden > Presse > Pressemeldinger"; [] where a part is too long for one."""
    parts = [part for part in re.split(r"\s{2,}|\s?[|>»›]\s?|\s[/:]\s", raw.strip()) if part]
    return parts if all(len(part) <= 40 and part[-1] not in ".!?" for part in parts) else []


def _body_kind(text: str, *, alone: bool, last: bool) -> BlockKind:
    if wording.FROM_LEFT.match(text) or (wording.CREDIT.search(text) and len(text) < 400):
        return "caption"
    if BULLET.match(text):
        return "list_item"
    ends = text[-1] in '.!?:;,»”"'
    if len(text) <= LONGEST_HEADING and not ends and text[0] not in '–-—«"' and (alone or not last):
        return "heading" if not _is_item(text) else "list_item"
    return "paragraph"


def _is_item(text: str) -> bool:
    """Whether a short line is an item of a list: "Bergen: 410"."""
    return re.match(r"[^:]{1,60}: \S", text) is not None


def _most_named(blocks: Sequence[Block]) -> str | None:
    """The name that running text repeats most, where it is in the headline too."""
    title = blocks[0].text
    names: Counter[str] = Counter()
    for block in blocks[1:]:
        names.update(re.findall(r"(?<=[a-zæøå,] )[A-ZÆØÅ][\w-]{4,}", block.text))
    for name, count in names.most_common(3):
        if count >= OFTEN and name in title.split():
            return name
    return None
