"""What a page's head says: meta values, language, its own address, microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from scrapers.text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

ADDRESS_LENGTH = 2000
MANY = 2000  # meta elements beyond which none is looked at


def meta_values(soup: BeautifulSoup) -> dict[str, str]:
    """The content of the first meta element of each name, property or itemprop, by that name in small letters."""
    found: dict[str, str] = {}
    for element in soup.find_all("meta", limit=MANY):
        name = str(element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = line(str(element.get("content") or ""))
        if content:
            found.setdefault(name, content)
    return found


def meta(values: dict[str, str], *names: str) -> str | None:
    """The first meta value of the names, in the order of the names; None where there is none."""
    return next((values[name] for name in names if name in values), None)


def language(soup: BeautifulSoup, values: dict[str, str]) -> str | None:
    """The language tag that a page declares, None where it declares none."""
    html = soup.html
    declared = html.get("lang") or html.get("xml:lang") if html else None
    return str(declared) if declared else meta(values, "og:locale", "dc.language", "language", "content-language")


def address(soup: BeautifulSoup, values: dict[str, str], uri: str) -> str | None:
    """The address that a page gives as its own: canonical link, og:url, else `uri` where that is an address."""
    link = soup.find("link", rel="canonical", href=True)
    named = [str(link["href"])] if isinstance(link, Tag) else []
    named += [value for value in (meta(values, "og:url"), uri) if value]
    base = uri if _is_web(uri) else next((one for one in named if _is_web(one)), "")
    for one in named:
        whole = _joined(base, one.strip())
        if _is_web(whole) and len(whole) <= ADDRESS_LENGTH:
            return whole
    return None


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def microdata(root: Tag, prop: str) -> Iterator[str]:
    """The values of the elements of one itemprop: content, datetime, or text."""
    for element in root.find_all(itemprop=prop):
        value = element.get("content") or element.get("datetime") or element.get_text(" ")
        if text := line(str(value)):
            yield text
