"""All that a page says of when it was published and updated, by order of trust."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.html.linked_data import articles
from scrapers.html.metadata import meta, microdata
from scrapers.html.names import words_of
from scrapers.reader.marks import values
from scrapers.stamps.lines import Stamps, stamps
from scrapers.stamps.wording import LAST_CHANGE, UPDATED
from scrapers.text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

    from scrapers.document import Document
    from scrapers.layout import Layout
    from scrapers.reader.pieces import Body

UPDATED_WORDS = frozenset({"updated", "update", "modified", "oppdatert", "endret", "endra"})
PUBLISHED_WORDS = frozenset({"published", "publisert", "pubdate"})
UPDATED_LABELS = ("oppdatert", "sist", "endret", "endra")
ELSEWHERE = ("aside", "footer", "nav", "li")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
MANY = 200  # time elements beyond which none is looked at


def stamps_of(document: Document, root: Tag, layout: Layout, body: Body) -> tuple[list[str | None], list[str | None]]:
    """The stamps of a page in words or ISO 8601, published and updated, the most trustworthy first.

    What the layout names; linked data; meta; time elements and microdata of the article; the text.
    """
    tree, head = document.tree, document.meta
    linked = [*articles(document.linked_data)]
    times = [*_times(root)]
    published = [
        *(_labelled(text).published for text in values(tree, layout.published)),
        *(_text(one.get("datePublished")) for one in linked),
        meta(head, "article:published_time", "og:article:published_time"),
        *(time for kind, time in times if kind == "published"),
        *microdata(root, "datePublished"),
        *(time for kind, time in times if kind == "bare"),
        body.published,
        meta(head, "dc.date.issued", "dc.date", "dcterms.issued", "date", "pubdate", "publishdate"),
    ]
    updated = [
        *(found.updated or found.published for found in map(_labelled, values(tree, layout.updated))),
        *(_text(one.get("dateModified")) for one in linked),
        meta(head, "article:modified_time", "og:updated_time"),
        *(time for kind, time in times if kind == "updated"),
        *microdata(root, "dateModified"),
        body.updated,
        meta(head, "datemodified", "dc.date.modified", "dcterms.modified", "last-modified"),
        _last_change(tree),
    ]
    return published, updated


def _labelled(text: str) -> Stamps:
    """The stamps in what a layout's selector found: a label may stand before them, or nothing."""
    words = None if ISO.match(text) else stamps(text)
    return words or Stamps(text, None, "")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _last_change(tree: BeautifulSoup) -> str | None:
    """The stamp behind "Sist oppdatert" anywhere on the page."""
    text = tree.find(string=LAST_CHANGE)
    found = UPDATED.search(line(str(text))) if text else None
    return found["updated"] if found else None


def _times(root: Tag) -> Iterator[tuple[str, str]]:
    """The time elements of the article before its body's text, as published, updated or bare."""
    for time in root.find_all("time", limit=MANY):
        value = line(str(time.get("datetime") or time.get_text(" ")))
        around = time.parent
        words = words_of(time) | (words_of(around) if around else frozenset())
        if not value or "comment" in " ".join(words) or time.find_parent(ELSEWHERE):
            continue
        label = line(around.get_text(" ")).lower() if around else ""
        if words & UPDATED_WORDS or label.startswith(UPDATED_LABELS):
            yield "updated", value
        elif words & PUBLISHED_WORDS or label.startswith("publisert"):
            yield "published", value
        else:
            yield "bare", value
        # one element may tell both in its text: Publisert 3. mars 2026 | Oppdatert 4. mars 2026
        if (both := stamps(line(time.get_text(" ")))) and both.updated:
            yield "updated", both.updated
