"""Keep other sites and other hosts away from the page: what a request must look like, and what every answer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAID = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
MOST = 1_000_000  # bytes of a decision


class Guard:
    """Refuses requests that name another host (a rebound DNS name) or that another site sends; hardens every answer."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SAID)
            await send(message)

        reason = self._refused(scope["method"], Headers(scope=scope))
        if reason:
            await PlainTextResponse(reason, status_code=403)(scope, receive, hardened)
        else:
            await self.app(scope, receive, hardened)

    def _refused(self, method: str, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return "refused: this page does not answer for that host"
        if method in {"GET", "HEAD"}:
            return None
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return "refused: sent by another site"
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2] != host:
            return "refused: sent by another site"
        if headers.get("content-type", "").partition(";")[0] != "application/json":
            return "refused: decisions are sent as JSON"
        if int(headers.get("content-length") or MOST + 1) > MOST:
            return "refused: too large"
        return None


def _name(host: str) -> str:
    """The name in a Host header, without its port.

    >>> _name("127.0.0.1:8000"), _name("[::1]:8000")
    ('127.0.0.1', '[::1]')
    """
    return host if host.endswith("]") else host.rpartition(":")[0] or host
