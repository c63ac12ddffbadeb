"""Read any HTML page: headline, lead, stamps, publisher, and the article's blocks."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

from models.errors import ParseError
from models.record import Source
from models.release import Block, Release
from scrapers import wording
from scrapers.blocks import Walk, text_blocks
from scrapers.decode import decode
from scrapers.html import linked_data, meta, words_of
from scrapers.page_facts import publisher, stamps
from scrapers.text import line

if TYPE_CHECKING:
    from models.page import Page

LEAST_BODY = 20  # letters of body below which a page holds no article
NO_TITLES = frozenset({"logo", "brand", "site", "topp", "masthead"})
STAMPED = frozenset({"paragraph", "byline", "list_item"})  # kinds of block that stamps stand in
OUTSIDE = ("nav", "footer", "aside")
CLIMB = 0.5  # the article is the smallest element around the headline that holds this share of the page's paragraphs


class Generic:
    """Any HTML page that no other publisher owns."""

    name = "generic"

    def owns(self, page: Page) -> bool:
        """Whether the page is HTML."""
        return page.media_type in {"text/html", "application/xhtml+xml"}

    def parse(self, page: Page) -> Release:
        """The release on the page. ParseError where it has no headline or no body."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
            soup = BeautifulSoup(decode(page), "lxml")
        headline = _headline(soup)
        title = line(headline.get_text(" ")) if headline else _named_title(soup)
        if not title:
            raise ParseError(page.uri, "no headline on the page")
        root = _root(headline, soup)
        walk = Walk(headline, started=headline is None)
        walk.walk(root)
        blocks, published, updated = _header(walk)
        blocks = [block for block in text_blocks(blocks) if block.text != title]
        if sum(len(block.text) for block in blocks) < LEAST_BODY:
            raise ParseError(page.uri, "no article text on the page")
        data = linked_data(soup)
        seen = stamps(soup, root, data, published=published, updated=updated)
        source = Source(
            uri=page.uri,
            media_type=page.media_type,
            sha256=page.sha256,
            size=len(page.content),
            retrieved_at=page.retrieved_at,
            scraper=self.name,
        )
        return Release(
            source=source,
            blocks=(Block("title", title), *blocks),
            publisher=publisher(soup, root, data),
            published=seen.published,
            updated=seen.updated,
            language=_language(soup),
        )


def _language(soup: BeautifulSoup) -> str | None:
    html = soup.html
    declared = html.get("lang") or html.get("xml:lang") if html else None
    return str(declared) if declared else meta(soup, "og:locale", "dc.language", "language")


def _headline(soup: BeautifulSoup) -> Tag | None:
    """The article's headline: an h1 inside an article or main element before others, never the site's name.

    On a page without one it is the first h2 or h3 whose text the page's title has too, or else the first h2.
    """
    found = [h1 for h1 in soup.find_all("h1") if line(h1.get_text(" ")) and not words_of(h1) & NO_TITLES]
    inside = [h1 for h1 in found if h1.find_parent(["article", "main"])]
    outside = [h1 for h1 in found if not h1.find_parent(["nav", "footer"])]
    lower = [h2 for h2 in soup.find_all(["h2", "h3"]) if line(h2.get_text(" ")) and not h2.find_parent(OUTSIDE)]
    alike = [h2 for h2 in lower if line(h2.get_text(" ")) in _named_title(soup)]
    return next(iter([*inside, *outside, *alike, *(h2 for h2 in lower if h2.name == "h2")]), None)


def _named_title(soup: BeautifulSoup) -> str:
    named = meta(soup, "og:title", "dc.title", "twitter:title")
    return named or (line(soup.title.get_text(" ")) if soup.title else "")


def _root(headline: Tag | None, soup: BeautifulSoup) -> Tag:
    """The element of the article: the smallest around the headline that holds most of the page's paragraphs."""
    body = soup.body or soup
    if headline is None:
        named = soup.find(["article", "main"])
        return named if isinstance(named, Tag) else body
    total = _weight(body)
    for around in headline.parents:
        if around is body or not isinstance(around, Tag):
            break
        if around.name != "header" and _weight(around) >= CLIMB * total:
            return around
    return body


def _weight(element: Tag) -> int:
    """The letters of an element's paragraphs and of text that stands in no paragraph but bare in a block."""
    paragraphs = sum(len(p.get_text()) for p in element.find_all(["p", "li", "td", "dd"]))
    return paragraphs or len(element.get_text())


def _header(walk: Walk) -> tuple[list[Block], str | None, str | None]:
    """The blocks with the lead marked and the stamp lines taken out, and the stamps in words."""
    lead = _lead(walk)
    published, updated = _above(walk.before)
    blocks: list[Block] = []
    label = ""
    for index, block in enumerate(walk.blocks):
        if wording.LABEL.fullmatch(block.text):
            label = f"{block.text} "
            continue
        found = wording.stamps(label + block.text.replace("\n", " ")) if block.kind in STAMPED else None
        label = ""
        if found is not None:
            published, updated = published or found.published, updated or found.updated
            if wording.BYLINE.match(found.rest):
                blocks.append(Block("byline", wording.STAMP.sub("", found.rest).strip(" |,–-")))
        elif wording.UNDATED_LINE.fullmatch(block.text) or wording.FURNITURE.fullmatch(block.text):
            continue
        else:
            blocks.append(Block("lead", block.text) if index == lead else block)
    first = [block for block in blocks if block.kind == "lead"]
    return [*first, *(block for block in blocks if block.kind != "lead")], published, updated


def _above(lines: list[str]) -> tuple[str | None, str | None]:
    """The stamps of the lines above the headline, the last of each kind."""
    found = [stamped for text in lines if (stamped := wording.stamps(text))]
    published = [stamped.published for stamped in found if stamped.published]
    updated = [stamped.updated for stamped in found if stamped.updated]
    return next(reversed(published), None), next(reversed(updated), None)


def _lead(walk: Walk) -> int | None:
    """Which block is the lead: the first that is named so before the body, or a first paragraph all in bold."""
    paragraphs = [
        index for index, block in enumerate(walk.blocks) if block.kind in {"paragraph", "heading"} and _is_prose(block)
    ]
    for index in walk.leads:
        if walk.blocks[index].kind in {"paragraph", "heading"} and index in paragraphs[:2]:
            return index
    return paragraphs[0] if paragraphs and paragraphs[0] in walk.bold and len(paragraphs) > 1 else None


def _is_prose(block: Block) -> bool:
    return wording.stamps(block.text) is None and not wording.BYLINE.fullmatch(block.text)
