"""Find the article's headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.html.metadata import meta
from scrapers.html.names import is_hidden, means
from scrapers.text import line

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from scrapers.document import Document
    from scrapers.html.measures import Measure

PAID = re.compile(r"\A\(\+\)\s*|\A\+\s+")  # "(+) Vil bygge ny skole"
NAMES = ("og:title", "dc.title", "twitter:title")


def headline(tree: BeautifulSoup, measured: dict[int, Measure], values: dict[str, str]) -> Tag | None:
    """The article's headline: an h1 inside an article or main element before others, never the site's name.

    Of several the one that the page's meta title has too comes first. On a page without an h1 it is the first h2 or h3
    whose text the page's title has too, or else the first h2.
    """
    named = meta(values, *NAMES) or (line(tree.title.get_text(" ")) if tree.title else "")
    ones = [h1 for h1 in tree.find_all("h1") if _is_title(h1, measured[id(h1)])]
    alike = [h1 for h1 in ones if _is_named(measured[id(h1)].text, named)]
    inside = [h1 for h1 in ones if measured[id(h1)].inside and not measured[id(h1)].outside]
    outside = [h1 for h1 in ones if not measured[id(h1)].outside]
    both = [h1 for h1 in alike if h1 in inside]
    first: list[Tag] = [*both, *(alike if not inside else []), *inside, *outside]
    if first:
        return first[0]
    lower = [h2 for h2 in tree.find_all(["h2", "h3"]) if measured[id(h2)].text and not measured[id(h2)].outside]
    second: list[Tag] = [
        *(h2 for h2 in lower if _is_named(measured[id(h2)].text, named)),
        *(h2 for h2 in lower if h2.name == "h2"),
    ]
    return second[0] if second else None


def named_title(document: Document) -> str:
    """The title that was given with the page, or its head's og:title or title element, without the sign of pay."""
    if given := line(document.page.given.get("title", "")):
        return given
    title = document.tree.title
    named = meta(document.meta, *NAMES) or (line(title.get_text(" ")) if title else "")
    return PAID.sub("", named)


def _is_title(h1: Tag, measure: Measure) -> bool:
    return bool(line(measure.text or "")) and not means(h1, "no_title") and not is_hidden(h1)


def _is_named(heading: str | None, named: str) -> bool:
    text = line(heading or "")
    return len(text) > 3 and (text in named or (len(named) > 10 and named in text))
