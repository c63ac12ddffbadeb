"""Read a page's linked data (JSON-LD)."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Any

from scrapers.values import loads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "Report",
        "WebPage",
    ]
)
MANY = 2000  # objects beyond which the rest is passed over
LONGEST = 2_000_000
_OPENED = re.compile(r"<!--|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[")
_CLOSED = re.compile(r"(?:-->|/\*\s{0,9}\]\]>\s{0,9}\*/|//\s{0,9}\]\]>|\]\]>)\Z")
_TRAILING = re.compile(r",(\s*[}\]])")  # {"a": 1,}
_FIELD = re.compile(r'"(datePublished|dateModified|headline|@type)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"')


def linked_data(soup: BeautifulSoup) -> tuple[dict[str, Any], ...]:
    """Every object of the page's JSON-LD, those of `@graph`, lists and `mainEntity` included.

    Of JSON that is broken beyond a stray comma the plain dates and the headline are read where they stand.
    """
    found: list[dict[str, Any]] = []
    for script in soup.find_all("script", type=re.compile(r"^\s*application/ld\+json", re.IGNORECASE)):
        found += _objects(_loaded(script.get_text()))
    return tuple(found[:MANY])


def _loaded(text: str) -> Any:
    text = _unwrapped(text[:LONGEST])
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            return loads(attempt, strict=False)
        except ValueError:
            continue
    return _fields(text)


def _unwrapped(text: str) -> str:
    """The text without a comment's or CDATA's marks around it, and without a semicolon behind it."""
    text = text.strip()
    opened = _OPENED.match(text)
    text = text[opened.end() if opened else 0 :].rstrip("; \t\r\n")
    return _CLOSED.sub("", text).rstrip("; \t\r\n")


def _fields(text: str) -> dict[str, str]:
    """The plain fields of broken JSON, the first of each name.

    >>> _fields('{"@type": "NewsArticle", "headline": "Han sa "nei"", "datePublished": "2021-05-03"')["datePublished"]
    '2021-05-03'
    """
    found: dict[str, str] = {}
    for name, value in _FIELD.findall(text):
        found.setdefault(name, value)
    return found


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    queue = deque([data])
    seen = 0
    while queue and seen < MANY:
        one = queue.popleft()
        seen += 1
        if isinstance(one, list):
            queue.extendleft(reversed(one))
        elif isinstance(one, dict):
            yield one
            inner = [one[name] for name in ("@graph", "mainEntity") if isinstance(one.get(name), (list, dict))]
            queue.extendleft(reversed(inner))


def articles(data: tuple[dict[str, Any], ...]) -> Iterator[dict[str, Any]]:
    """The objects of linked data that are an article or its page, articles first."""
    of_type = [(kinds_of(one) & ARTICLES, one) for one in data]
    yield from (one for kinds, one in of_type if kinds - {"WebPage"})
    yield from (one for kinds, one in of_type if kinds == {"WebPage"})


def kinds_of(one: dict[str, Any]) -> set[str]:
    """The types of an object of linked data, without the address of their vocabulary."""
    kind = one.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(each).rpartition("/")[2] for each in kinds}
