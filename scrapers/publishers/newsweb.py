"""newsweb.oslobors.no: messages of listed companies, as the exchange's JSON gives them.

Evidence: three readers of `https://api3.oslo.oslobors.no/v1/newsreader/message?messageId=ID` (2026); the page itself is
an empty script page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.errors import ParseError
from models.release import Release
from scrapers.plain import read
from scrapers.publisher import Publisher
from scrapers.stamps.choice import choose
from scrapers.text import line

if TYPE_CHECKING:
    from scrapers.document import Document


class Newsweb(Publisher):
    """One message: `{"data": {"message": {…}}}`."""

    name = "newsweb"
    title = "Newsweb of the Oslo exchange (JSON of one message)"

    def owns(self, document: Document) -> bool:
        """Whether the document is the JSON of a message."""
        return document.is_json and "messageId" in _message(document)

    def parse(self, document: Document) -> Release:
        """The release of a message. ParseError where it has no title or no body."""
        message = _message(document)
        title, body = line(str(message.get("title") or "")), str(message.get("body") or "")
        if not title or not body.strip():
            raise ParseError(document.page.uri, "the message has no title or no body")
        issuer = line(str(message.get("issuerName") or "")) or None
        text = read(body, document.page.uri, title, issuer)
        published = choose([str(message.get("publishedTime") or "")], [], document.page.retrieved_at).published
        return Release(
            source=document.source(self.name),
            address=document.address,
            blocks=text.blocks,
            publisher=text.publisher,
            published=published,
        )


def _message(document: Document) -> dict[str, Any]:
    data = document.json.get("data") if isinstance(document.json, dict) else None
    message = data.get("message") if isinstance(data, dict) else None
    return message if isinstance(message, dict) else {}
