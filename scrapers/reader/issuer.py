"""Who issued a page, by the name that it gives itself."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from scrapers.html.linked_data import articles, kinds_of
from scrapers.html.metadata import meta
from scrapers.html.names import means
from scrapers.reader.marks import values
from scrapers.text import line
from scrapers.wording.letterhead import is_letterhead
from scrapers.wording.names import as_in_text, is_body, sender, spelled_out
from scrapers.wording.senders import sent_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

    from scrapers.document import Document
    from scrapers.layout import Layout
    from scrapers.reader.pieces import Body

STROKE = re.compile(r" [|–—·»-] ")
LONGEST_TITLE = 500
LABEL = re.compile(
    r"(?:Av|Frå|Fra|Avsender|Avsendar|Utgiver|Utgivar|Utgjevar|Ansvarl[ei]g(?: (?:departement|direktorat|etat|avdeling|verksemd|virksomhet))?):? "
)
PARTED = re.compile(r"\s[|·•]\s")  # Vik Laks ASA · 26.10.2023 07:00 · Børsmelding
ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")  # regjeringa.no: who has another name goes by that
LEGAL = re.compile(r" (?:AS|ASA|SF|HF|SA|BA)\Z")
PERSON = re.compile(r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w.-]*){1,3}")
LONGEST = 60


def issuer(document: Document, root: Tag, layout: Layout, body: Body, title: str) -> str | None:
    """The body that issued a page under a title, by its name in the document; None where nothing names one."""
    tree, data, head = document.tree, document.linked_data, document.meta
    suffix = behind_title(tree, title)
    site = meta(head, "og:site_name")
    names = [
        *values(tree, layout.publisher),
        *_senders(root),
        *filter(None, map(sent_by, reversed(body.above))),
        *_linked(data),
        *_brands(tree, suffix),
        *_authors(head),
        site,
        suffix,
        *_above(body.above),
        *body.senders,
    ]
    name = next((name for name in names if name and not ADDRESS.fullmatch(name)), None) or next(
        filter(None, names), None
    )
    if name is None:
        return None
    bare = LEGAL.sub("", name)
    sites = [str(one.get("name")) for one in data if "WebSite" in kinds_of(one)]
    name = bare if bare in {suffix, site, *sites} else name
    text = " ".join(block.text for block in body.blocks)
    return as_in_text(spelled_out(name, [*_homes(tree)], text), text)


def behind_title(tree: BeautifulSoup, title: str) -> str | None:
    """What the title in the page's head has behind its last stroke, or before it: "… | Helse Førde"."""
    named = line(tree.title.get_text(" "))[:LONGEST_TITLE] if tree.title else ""
    last = next(reversed([*STROKE.finditer(named)]), None)
    if last is None:
        return None
    before, behind = named[: last.start()], named[last.end() :]
    return (before if behind == title else behind) or None  # "Bremanger kommune - Kommunestyret sa nei"


def _senders(root: Tag) -> Iterator[str]:
    for element in root.find_all(["div", "span", "p", "a"]):
        if element.attrs and means(element, "sender") and len(text := line(element.get_text(" "))) < LONGEST * 2:
            yield LABEL.sub("", PARTED.split(text)[0])


def _linked(data: tuple[dict[str, Any], ...]) -> Iterator[str]:
    by_id = {str(one["@id"]): one for one in data if "@id" in one and "name" in one}
    for one in articles(data):
        for role in ("publisher", "author"):
            several = one.get(role)
            for body in several if isinstance(several, list) else [several]:
                named = by_id.get(str(body.get("@id")), body) if isinstance(body, dict) else {}
                if named.get("name") and "Person" not in kinds_of(named) and (role == "publisher" or "@type" in named):
                    yield line(str(named["name"]))


def _brands(tree: BeautifulSoup, suffix: str | None) -> Iterator[str]:
    for element in tree.find_all(["a", "div", "p", "span"]) if suffix else ():
        if element.attrs and means(element, "brand"):
            text = line(element.get_text(" "))
            if text and len(text) < LONGEST and suffix and suffix.startswith(text):
                yield text


def _homes(tree: BeautifulSoup) -> Iterator[str]:
    """The texts of the links to the site's front page."""
    for link in tree.find_all("a", href=["/", "#", "/no", "/no/", "/nb", "/nb/", "/nn/"], limit=20):
        if (text := line(link.get_text(" "))) and len(text) < LONGEST:
            yield text


def _authors(head: dict[str, str]) -> Iterator[str]:
    author = meta(head, "author", "dc.creator", "dc.publisher")
    if author and (is_body(author) or not PERSON.fullmatch(author)):
        yield author


def _above(lines: tuple[str, ...]) -> Iterator[str]:
    """The names of bodies that stand alone above the headline, or above an address there, the nearest first."""
    for text, below in reversed([*pairwise([*lines, ""])]):
        name = sender(text) if len(text) < LONGEST else None
        if name and (is_body(name) or is_letterhead(below)):
            yield name
