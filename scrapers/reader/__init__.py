"""Read the article on any HTML page, by a publisher's layout and by general rules.

The order: headline, the element of the article, its pieces in reading order, stamps and lead among the pieces, nothing
twice, then who issued it and when by all that the page says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ParseError
from models.release import Block, Release
from scrapers.bounds import bounded
from scrapers.html.measures import measures
from scrapers.html.metadata import language
from scrapers.layout import GENERIC
from scrapers.reader.headline import headline, named_title
from scrapers.reader.issuer import issuer
from scrapers.reader.marks import Marks
from scrapers.reader.pieces import blocks_of
from scrapers.reader.root import article_root
from scrapers.reader.scene import Scene
from scrapers.reader.second_opinion import body_by_fallback, guessed_day
from scrapers.reader.walk import walk
from scrapers.reader.when import stamps_of
from scrapers.stamps.choice import choose
from scrapers.text import line

if TYPE_CHECKING:
    from scrapers.document import Document
    from scrapers.layout import Layout

LEAST_BODY = 20  # letters of body below which a page holds no article


def read(document: Document, scraper: str, layout: Layout = GENERIC) -> Release:
    """The release on an HTML page. ParseError where it has no headline or no body."""
    tree = document.tree
    marks = Marks.of(tree, layout)
    measured = measures(tree)
    heading = marks.title or headline(tree, measured, document.meta)
    title = line(heading.get_text("")) if heading else named_title(document)
    if not title:
        raise ParseError(document.page.uri, _why_nothing(document, "no headline on the page"))
    root = article_root(tree, heading, marks, measured)
    scene = Scene.of(root, heading, marks, measured)
    body = blocks_of(walk(scene), title)
    warnings: list[str] = []
    blocks = body.blocks
    if sum(len(block.text) for block in blocks) < LEAST_BODY:
        blocks, warnings = body_by_fallback(document, title), ["body-by-fallback"]
    if not blocks:
        raise ParseError(document.page.uri, _why_nothing(document, "no article text on the page"))
    published, updated = stamps_of(document, root, layout, body)
    chosen = choose(published, updated, document.page.retrieved_at)
    day = chosen.published or guessed_day(document, chosen.updated)
    warnings += ["publication-date-guessed"] if day and not chosen.published else []
    warnings += ["stamp-after-fetch"] if chosen.refused else []
    kept, cut = bounded((Block("title", title), *blocks))
    return Release(
        source=document.source(scraper),
        blocks=kept,
        publisher=layout.issuer or issuer(document, root, layout, body, title),
        published=day,
        updated=chosen.updated,
        language=language(tree, document.meta),
        address=document.address,
        warnings=(*warnings, *(["truncated"] if cut else [])),
    )


def _why_nothing(document: Document, reason: str) -> str:
    """The reason, or that the page is drawn by a program where it holds scripts and hardly a letter."""
    tree = document.tree
    if tree.find("script") and not line(" ".join(_shown(document))):
        return "the page holds only script: its text is drawn in the browser"
    return reason


def _shown(document: Document) -> list[str]:
    body = document.tree.body
    hidden = {"script", "style", "noscript", "template", "title"}
    return (
        [str(text) for text in body.find_all(string=True) if text.parent and text.parent.name not in hidden]
        if body
        else []
    )
