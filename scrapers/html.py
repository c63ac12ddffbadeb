"""Small readers of an HTML tree: what an element's names say, meta values, linked data, stamps."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scrapers.text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

PART = re.compile(r"[a-zæøå]+|[A-ZÆØÅ]+(?![a-zæøå])|[A-ZÆØÅ][a-zæøå]+|\d+")
ARTICLES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "BlogPosting", "WebPage"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def words_of(element: Tag) -> frozenset[str]:
    """The words of an element's class, id, itemprop and test id, in small letters, each name's parts parted.

    >>> from bs4 import BeautifulSoup
    >>> sorted(words_of(BeautifulSoup('<p class="nr-intro articleLead" id="x_1">', "lxml").p))
    ['1', 'article', 'intro', 'lead', 'nr', 'x']
    """
    names: list[str] = []
    for attribute in ("class", "id", "itemprop", "data-testid", "role"):
        value = element.get(attribute)
        names += value if isinstance(value, list) else [value] if value else []
    return _parts(" ".join(names))


@lru_cache(maxsize=4096)
def _parts(names: str) -> frozenset[str]:
    return frozenset(part.lower() for part in PART.findall(names))


def is_hidden(element: Tag) -> bool:
    """Whether a reader does not see an element."""
    return element.has_attr("hidden") or bool(HIDDEN.search(str(element.get("style") or "")))


def meta(soup: BeautifulSoup, *names: str) -> str | None:
    """The content of the first meta element of a name or property, None where there is none."""
    wanted = [name.lower() for name in names]
    found: dict[str, str] = {}
    for element in soup.find_all("meta"):
        name = str(element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = line(str(element.get("content") or ""))
        if content:
            found.setdefault(name, content)
    return next((found[name] for name in wanted if name in found), None)


def linked_data(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD, those of `@graph` and of lists included; broken JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            queue = [json.loads(script.get_text(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while queue:
            one = queue.pop(0)
            if isinstance(one, list):
                queue[:0] = one
            elif isinstance(one, dict):
                found.append(one)
                queue[:0] = [one["@graph"]] if "@graph" in one else []
    return found


def articles(data: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The objects of linked data that are an article or its page, articles first."""
    of_type = [(kinds_of(one) & ARTICLES, one) for one in data]
    yield from (one for kinds, one in of_type if kinds - {"WebPage"})
    yield from (one for kinds, one in of_type if kinds == {"WebPage"})


def kinds_of(one: dict[str, Any]) -> set[str]:
    """The types of an object of linked data."""
    kind = one.get("@type")
    return {str(each) for each in kind} if isinstance(kind, list) else {str(kind)}
