"""NTB Kommunikasjon (kommunikasjon.ntb.no): one release as its JSON service gives it.

Evidence: ItemConsulting/xp-ntb-import `src/main/resources/lib/ntb.ts` (2021 to 2024), which reads
`https://kommunikasjon.ntb.no/json/v2/releases?publisher=P&page=N`; of the page's own markup nothing is known.
"""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.errors import ParseError
from models.page import Page
from models.release import Block, Release
from scrapers.document import Document
from scrapers.publisher import Publisher
from scrapers.reader import read
from scrapers.stamps.choice import choose
from scrapers.text import clean, line

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED = frozenset({"id", "title", "body", "published", "publisher"})


class Ntb(Publisher):
    """One release of the JSON service: an object with title, leadtext, body, published, publisher."""

    name = "ntb"
    title = "NTB Kommunikasjon (JSON of one release)"

    def owns(self, document: Document) -> bool:
        """Whether the document is the JSON of one release."""
        return document.is_json and isinstance(document.json, dict) and document.json.keys() >= NEEDED

    def parse(self, document: Document) -> Release:
        """The release. ParseError where it has no title or no body."""
        data = document.json
        title, lead = line(str(data["title"] or "")), clean(str(data.get("leadtext") or ""))
        if not title or not data["body"]:
            raise ParseError(document.page.uri, "the release has no title or no body")
        body = read(_as_page(document, title, str(data["body"])), self.name)
        rest = [
            block for block in body.blocks if block.kind not in {"title", "lead"} or block.text not in {title, lead}
        ]
        blocks = [
            Block("title", title),
            *([Block("lead", lead)] if lead else []),
            *rest,
            *_captions(data),
            *_contacts(data),
        ]
        issuer = data["publisher"] if isinstance(data["publisher"], dict) else {}
        return replace(
            body,
            source=document.source(self.name),
            blocks=tuple(block for block in blocks if block.text),
            publisher=line(str(issuer.get("name") or "")) or None,
            published=choose([str(data["published"] or "")], [], document.page.retrieved_at).published,
            updated=None,
            language=data.get("language") if isinstance(data.get("language"), str) else None,
            warnings=tuple(code for code in body.warnings if code != "publication-date-guessed"),
        )


def _as_page(document: Document, title: str, body: str) -> Document:
    """The body's HTML under its title, as a page."""
    content = f"<html><body><article><h1>{html.escape(title)}</h1><div>{body}</div></article></body></html>"
    return Document(Page(uri=document.page.uri, content=content.encode(), media_type="text/html"))


def _captions(data: dict[str, Any]) -> Iterator[Block]:
    images = [data.get("mainImage"), *_listed(data.get("images"))]
    captions = [line(str(one.get("caption") or "")) for one in images if isinstance(one, dict)]
    yield from (Block("caption", caption) for caption in dict.fromkeys(captions) if caption)


def _contacts(data: dict[str, Any]) -> Iterator[Block]:
    contacts = data.get("contacts")
    persons = contacts.get("persons") if isinstance(contacts, dict) else None
    for person in _listed(persons):
        told = [line(str(person.get(name) or "")) for name in ("name", "title", "phone", "email")]
        yield Block("contact", "\n".join(text for text in told if text))


def _listed(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; none where the service gives something else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
