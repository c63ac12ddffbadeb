"""Who issued a page and when, from what it says for machines and for people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scrapers import wording
from scrapers.html import articles, kinds_of, meta, words_of
from scrapers.text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

SENDERS = frozenset({"sender", "avsender", "owner", "utgiver"})
BRANDS = frozenset({"brand", "logo", "sitename"})
BEHIND_TITLE = re.compile(r"(?: [|–—·»-] )(?=[^|–—·»]+\Z)")
LABEL = re.compile(r"(?:Av|Frå|Fra|Avsender|Avsendar|Utgiver):? ")
LEGAL = re.compile(r" (?:AS|ASA|SF|HF|SA|BA)\Z")
PERSON = re.compile(r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w.-]*){1,3}")
BODY_WORDS = re.compile(
    r"kommune|departement|direktorat|bispedøm|avis|blad|nytt|nett\b|politi|helse|sykehus|sjukehus|bank", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stamped:
    """The stamps of a page, in words or in ISO 8601."""

    published: str | None
    updated: str | None


def stamps(
    soup: BeautifulSoup, root: Tag, data: list[dict[str, Any]], *, published: str | None, updated: str | None
) -> Stamped:
    """The stamps by order of trust: linked data, meta, time elements, and those read from the text."""
    linked = list(articles(data))
    first = [one.get("datePublished") for one in linked]
    last = [one.get("dateModified") for one in linked]
    times = list(_times(root))
    first += [meta(soup, "article:published_time"), *(value for kind, value in times if kind == "published")]
    last += [meta(soup, "article:modified_time"), *(value for kind, value in times if kind == "updated")]
    first += [*(value for kind, value in times if kind == "bare"), published, meta(soup, "dc.date", "date", "pubdate")]
    first.insert(0, _hidden(soup))
    last += [updated, meta(soup, "datemodified"), _last_change(soup)]
    begun = next((str(value) for value in first if value), None)
    ended = next((str(value) for value in last if value), None)
    return Stamped(begun, None if ended == begun else ended)


def _hidden(soup: BeautifulSoup) -> str | None:
    """The stamp that ssb.no keeps in a hidden block."""
    hidden = soup.find(class_="publiseringsdato")
    return line(hidden.get_text(" ")) if hidden else None


def _last_change(soup: BeautifulSoup) -> str | None:
    """The stamp behind "Sist oppdatert" anywhere on the page."""
    text = soup.find(string=wording.LAST_CHANGE)
    found = wording.UPDATED.search(line(str(text))) if text else None
    return found["updated"] if found else None


def _times(root: Tag) -> Iterator[tuple[str, str]]:
    """The time elements of the article before its body's text, as published, updated or bare."""
    for time in root.find_all("time"):
        value = line(str(time.get("datetime") or time.get_text(" ")))
        words = words_of(time) | (words_of(time.parent) if time.parent else frozenset())
        label = line(time.parent.get_text(" ")).lower() if time.parent else ""
        if time.find_parent(["aside", "footer", "nav", "li"]) or "comment" in " ".join(words) or not value:
            continue
        if words & {"updated", "modified", "oppdatert", "endret"} or label.startswith(
            ("oppdatert", "sist", "endret", "endra")
        ):
            yield "updated", value
        elif words & {"published", "publisert", "pubdate"} or label.startswith("publisert"):
            yield "published", value
        else:
            yield "bare", value


def publisher(soup: BeautifulSoup, root: Tag, data: list[dict[str, Any]]) -> str | None:
    """The body that issued the page, by its name in the document; None where nothing names one."""
    suffix = _suffix(soup)
    names = [*_senders(root), *_linked(data), *_brands(soup), *_authors(soup)]
    name = next((name for name in [*names, meta(soup, "og:site_name"), suffix] if name), None)
    if name is None:
        return None
    bare = LEGAL.sub("", name)
    site = [str(one.get("name")) for one in data if "WebSite" in kinds_of(one)]
    return bare if bare in {suffix, meta(soup, "og:site_name"), *site} else name


def _senders(root: Tag) -> Iterator[str]:
    for element in root.find_all(["div", "span", "p", "a"]):
        if words_of(element) & SENDERS:
            yield LABEL.sub("", line(element.get_text(" ")))


def _linked(data: list[dict[str, Any]]) -> Iterator[str]:
    by_id = {one["@id"]: one for one in data if "@id" in one and "name" in one}
    for one in articles(data):
        for role in ("publisher", "author"):
            several = one.get(role)
            for body in several if isinstance(several, list) else [several]:
                named = by_id.get(body.get("@id"), body) if isinstance(body, dict) else {}
                if named.get("name") and "Person" not in kinds_of(named) and (role == "publisher" or "@type" in named):
                    yield line(str(named["name"]))


def _brands(soup: BeautifulSoup) -> Iterator[str]:
    suffix = _suffix(soup) or ""
    for element in soup.find_all(["a", "div", "p", "span"]):
        if words_of(element) & BRANDS:
            text = line(element.get_text(" "))
            if text and len(text) < 60 and suffix.startswith(text):
                yield text


def _authors(soup: BeautifulSoup) -> Iterator[str]:
    author = meta(soup, "author", "dc.creator")
    if author and (BODY_WORDS.search(author) or not PERSON.fullmatch(author)):
        yield author


def _suffix(soup: BeautifulSoup) -> str | None:
    """What the page's title has behind its last stroke: "… | Helse Førde"."""
    title = line(soup.title.get_text(" ")) if soup.title else ""
    parts = BEHIND_TITLE.split(title)
    headings = {line(heading.get_text(" ")) for heading in soup.find_all(["h1", "h2"])}
    if len(parts) > 1 and parts[-1] in headings:
        return parts[0]  # "Bremanger kommune - Kommunestyret sa nei"
    return parts[-1] if len(parts) > 1 else None
