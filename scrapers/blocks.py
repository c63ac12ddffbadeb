"""Cut an article's HTML tree into blocks, and leave out what is no article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import Comment, NavigableString, Tag
from bs4.element import PreformattedString

from models.release import Block, BlockKind
from scrapers import wording
from scrapers.html import is_hidden, words_of
from scrapers.text import clean, line

if TYPE_CHECKING:
    from collections.abc import Iterator

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "acronym",
        "nobr",
    ]
)
DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "footer",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "iframe",
        "svg",
        "canvas",
        "video",
        "audio",
        "object",
        "embed",
        "map",
        "dialog",
        "menu",
        "head",
        "link",
        "meta",
        "title",
    ]
)
ROLES = frozenset({"navigation", "banner", "search", "contentinfo", "dialog", "alert"})
NOISE = frozenset(
    [
        "share",
        "sharing",
        "del",
        "deling",
        "some",
        "social",
        "related",
        "relatert",
        "relaterte",
        "relation",
        "readmore",
        "teaser",
        "teasers",
        "promo",
        "cookie",
        "cookies",
        "consent",
        "samtykke",
        "comment",
        "comments",
        "kommentar",
        "kommentarer",
        "kommentarfelt",
        "breadcrumb",
        "breadcrumbs",
        "brodsmule",
        "brodsmuler",
        "sti",
        "nav",
        "navigation",
        "navigasjon",
        "menu",
        "meny",
        "hovedmeny",
        "footer",
        "bunn",
        "newsletter",
        "nyhetsbrev",
        "tags",
        "tagger",
        "emner",
        "stikkord",
        "recommend",
        "recommended",
        "recommendation",
        "recommendations",
        "mest",
        "latest",
        "siste",
        "annonse",
        "annonser",
        "ad",
        "ads",
        "advert",
        "advertisement",
        "banner",
        "print",
        "tools",
        "verktoy",
        "skip",
        "boiler",
        "boilerplate",
        "about",
        "paywall",
        "subscribe",
        "abonnement",
        "feedback",
        "survey",
        "pager",
        "pagination",
        "reactions",
        "toolbar",
        "sok",
        "search",
        "login",
        "sidebar",
        "oppsummering",
        "summary",
    ]
)
MORE = frozenset({"lesogsa", "ogsa", "mer", "flere", "more", "les"})  # boxes of links to other articles
CAPTIONS = frozenset({"caption", "figcaption", "bildetekst", "bildetext", "cap", "imagetext", "bilettekst"})
FACTS = frozenset({"fact", "facts", "fakta", "faktaboks", "factbox", "faktaramme"})
CONTACTS = frozenset(
    {"contact", "contacts", "kontakt", "kontakter", "kontaktboks", "presskontakt", "pressekontakt", "kontaktpersoner"}
)
BYLINES = frozenset({"byline", "bylines", "author", "authors", "forfatter", "signatur", "journalist"})
LEADS = frozenset(
    [
        "ingress",
        "lead",
        "lede",
        "leadtext",
        "leadparagraph",
        "intro",
        "introduction",
        "subtitle",
        "subheader",
        "standfirst",
        "preamble",
        "manchet",
        "description",
    ]
)
CREDITS = frozenset({"credit", "byline", "photographer", "fotograf", "foto"})
GROUPS: tuple[tuple[frozenset[str], BlockKind], ...] = (
    (CAPTIONS, "caption"),
    (FACTS, "fact_box"),
    (CONTACTS, "contact"),
    (BYLINES, "byline"),
)
DEEPEST = 400  # levels of tags beyond which nothing is read
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CARD_BREAK = re.compile(r"\n{2,}")


@dataclass(slots=True)
class Walk:
    """The blocks of a tree in reading order; `leads` are the places in `blocks` whose element is named as a lead."""

    title: Tag | None
    blocks: list[Block] = field(default_factory=list)
    leads: list[int] = field(default_factory=list)
    bold: list[int] = field(default_factory=list)
    ended: bool = False
    started: bool = False  # the headline has been passed
    before: list[str] = field(default_factory=list)  # the lines above the headline

    def walk(self, element: Tag, kind: BlockKind = "paragraph", depth: int = 0) -> None:
        """Add the blocks of an element."""
        parts: list[str] = []
        for child in element.children:
            if isinstance(child, NavigableString):
                if not isinstance(child, (Comment, PreformattedString)):
                    parts.append(re.sub(r"\s+", " ", child))
            elif isinstance(child, Tag):
                if child.name == "br":
                    parts.append("\n")
                elif child.name in INLINE and not _holds_blocks(child):
                    parts.append("" if _is_dropped(child, kind) else _inline(child, kind))
                else:
                    self._flush(parts, element, kind)
                    self._enter(child, kind, depth + 1)
        self._flush(parts, element, kind)

    def _enter(self, child: Tag, kind: BlockKind, depth: int) -> None:
        if child is self.title:
            self.started = True
            return
        if self.ended or depth > DEEPEST or _is_dropped(child, kind):
            return
        if child.name == "tr":
            cells = [line(cell.get_text(" ")) for cell in child.find_all(["td", "th"], recursive=False)]
            if len(cells) > 1:
                self._add("table_row", "\t".join(cells))
                return
        if self._ends(child):
            return
        self.walk(child, _kind(child, kind), depth)

    def _ends(self, element: Tag) -> bool:
        """Whether an element is the heading of a list of other articles: what stands with it is left out."""
        if element.name not in HEADINGS or not wording.ENDING.match(line(element.get_text(" "))):
            return False
        self.ended = True
        return True

    def _flush(self, parts: list[str], element: Tag, kind: BlockKind) -> None:
        text = "".join(parts)
        parts.clear()
        for piece in CARD_BREAK.split(re.sub(r" *\n *", "\n", text)):
            if clean(piece):
                self._piece(clean(piece), element, kind)

    def _piece(self, text: str, element: Tag, kind: BlockKind) -> None:
        if self.started and _named(element, LEADS):
            self.leads.append(len(self.blocks))
        if self.started and _is_bold(element, text):
            self.bold.append(len(self.blocks))
        self._add(kind, text)

    def _add(self, kind: BlockKind, text: str) -> None:
        if self.started:
            self.blocks.append(Block(kind, text))
        else:
            self.before += text.split("\n")


def _kind(element: Tag, outer: BlockKind) -> BlockKind:
    if outer in {"caption", "fact_box", "contact"}:
        return outer
    words = words_of(element)
    for names, kind in GROUPS:
        if words & names and not (kind == "contact" and element.name in {"main", "article", "body"}):
            return kind
    if element.name == "figcaption":
        return "caption"
    if element.name in HEADINGS:
        return "heading"
    if element.name in {"li", "dt", "dd"}:
        return "list_item"
    if element.name == "blockquote" and "pull" in words | _parent_words(element):
        return "quote"
    return "quote" if words & {"pullquote", "quotebox", "sitat"} else outer


def _parent_words(element: Tag) -> frozenset[str]:
    return words_of(element.parent) if element.parent else frozenset()


def _is_dropped(element: Tag, kind: BlockKind) -> bool:
    """Whether an element is no part of the article."""
    if element.name in DROPPED or is_hidden(element) or element.get("role") in ROLES:
        return True
    words = words_of(element)
    if words & NOISE and not words & {"article", "body", "content", "main"} and not words & LEADS:
        return True
    text = line(element.get_text(" ")) if element.name in {"div", "aside", "p", "section", "li", "em"} else ""
    if not text or len(text) > 600:
        return element.name == "aside" and not words & FACTS and kind != "fact_box" and _link_share(element) > 0.3
    if words & MORE and _link_share(element) > 0.3:
        return True
    return wording.FURNITURE.match(text) is not None and (len(text) < 120 or _link_share(element) > 0.3)


def _link_share(element: Tag) -> float:
    total = len(line(element.get_text(" ")))
    return sum(len(line(link.get_text(" "))) for link in element.find_all("a")) / total if total else 0


def _holds_blocks(element: Tag) -> bool:
    return any(child.name not in INLINE for child in element.find_all())


def _inline(element: Tag, kind: BlockKind) -> str:
    """The text of an inline element; a credit inside a caption is parted from it by a space."""
    pieces: list[str] = []
    for child in element.descendants:
        if isinstance(child, Tag):
            pieces.append("\n" if child.name == "br" else "")
        elif isinstance(child, NavigableString) and not isinstance(child, (Comment, PreformattedString)):
            pieces.append(re.sub(r"\s+", " ", child))
    text = "".join(pieces)
    return f" {text} " if kind == "caption" and words_of(element) & CREDITS else text


def _named(element: Tag, names: frozenset[str]) -> bool:
    """Whether an element, or the one around it, bears one of the names."""
    return bool((words_of(element) | (_parent_words(element) if element.name == "p" else frozenset())) & names)


def _is_bold(element: Tag, text: str) -> bool:
    return any(line(strong.get_text("")) == line(text) for strong in element.find_all(["b", "strong"], limit=3))


def text_blocks(blocks: list[Block]) -> Iterator[Block]:
    """The blocks with the kinds that their words tell: contacts, captions."""
    for block in blocks:
        if block.kind == "paragraph" and wording.CONTACT.match(block.text):
            yield Block("contact", block.text)
        elif block.kind == "paragraph" and wording.BYLINE.fullmatch(block.text) and len(block.text) < 100:
            yield Block("byline", block.text)
        else:
            yield block
