"""What a site's robots.txt allows, and how far apart it wants requests."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from protego import Protego

from models.errors import ReadError
from scrapers.fetch.manners import NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from scrapers.fetch.answer import Answer

LONGEST = 500_000  # bytes of a robots.txt that are read, as RFC 9309 has it
MOST_SITES = 10_000


class Robots:
    """The robots.txt of each site, asked for once; threads may share it.

    A site without one (any 4xx) allows everything; one that cannot be had allows nothing, as RFC 9309 has it.
    """

    def __init__(self, get: Callable[[str], Answer], delay: float, longest_delay: float) -> None:
        self._get = get
        self._delay = delay
        self._longest_delay = longest_delay
        self._lock = Lock()
        self._sites: dict[str, _Site] = {}

    def check(self, url: httpx.URL) -> float:
        """The seconds between two requests to the site. ReadError where it does not want the address fetched."""
        site = self._site(f"{url.scheme}://{url.netloc.decode()}")
        with site.lock:
            if site.rules is None and not site.problem:
                self._read(site)
        if site.rules is None:
            raise ReadError(str(url), f"robots.txt cannot be had: {site.problem}")
        delay = site.rules.crawl_delay(NAME) or 0.0
        if not site.rules.can_fetch(str(url), NAME):
            raise ReadError(str(url), "robots.txt forbids it")
        if delay > self._longest_delay:
            raise ReadError(str(url), f"robots.txt asks for {delay:g} s between requests, which is too long")
        return max(delay, self._delay)

    def _site(self, origin: str) -> _Site:
        with self._lock:
            if len(self._sites) > MOST_SITES:
                self._sites.clear()
            return self._sites.setdefault(origin, _Site(origin))

    def _read(self, site: _Site) -> None:
        try:
            answer = self._get(f"{site.origin}/robots.txt")
            missing = 400 <= answer.status < 500
            site.rules = Protego.parse("" if missing else answer.content(LONGEST).decode("utf-8", "replace"))
        except ReadError as error:
            site.problem = error.reason


class _Site:
    """A site, and its rules once they are read, or why they cannot be."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.lock = Lock()
        self.rules: Protego | None = None
        self.problem = ""
