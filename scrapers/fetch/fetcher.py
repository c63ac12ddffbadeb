"""Ask a server for an address: by its robots.txt, in its turn, again where it fails for a while, along redirects."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from models.errors import ReadError
from scrapers.fetch.answer import Answer, told
from scrapers.fetch.guard import RefusedError, Transport
from scrapers.fetch.manners import Manners
from scrapers.fetch.pace import Pace
from scrapers.fetch.request import BusyError, once
from scrapers.fetch.robots import Robots

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class Known(Protocol):
        """What is known of pages that were fetched before."""

        def validators(self, uri: str) -> Mapping[str, str]:
            """The headers that let a server answer 304 where the page has not changed."""


REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_CHANGED = 304
OK = 200
LONGEST_ADDRESS = 8000
logging.getLogger("stamina").addHandler(logging.NullHandler())  # retries are no news


class Nothing:
    """Nothing is known: every page is new."""

    def validators(self, uri: str) -> Mapping[str, str]:  # noqa: ARG002 - as the protocol has it
        """No headers."""
        return {}


class Fetcher:
    """Fetches addresses; threads may share it. `known` tells which pages need not be sent again."""

    def __init__(self, manners: Manners | None = None, known: Known | None = None) -> None:
        self.manners = manners or Manners()
        self._known = known or Nothing()
        self._pace = Pace()
        self._client = httpx.Client(
            transport=Transport(allow_private=self.manners.allow_private),
            timeout=self.manners.timeout,
            trust_env=False,
            headers={
                "User-Agent": self.manners.user_agent,
                "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "nb, nn, no;q=0.9, *;q=0.5",
            },
        )
        self._robots = Robots(self._rules, self.manners.delay, self.manners.longest_delay)
        self.workers = ThreadPoolExecutor(self.manners.workers, thread_name_prefix="fetch")

    def close(self) -> None:
        """Let go of what is waiting, and of the connections."""
        self._pace.stop()
        self.workers.shutdown(wait=True, cancel_futures=True)
        self._client.close()

    def get(self, address: str, max_bytes: int) -> Answer:
        """The answer of an address (200, or 304 where it is known and has not changed), its body up to `max_bytes`.

        ReadError, naming the address, where it is no web address or a private one, robots.txt forbids it, the server
        answers anything else or too late or too much, or redirects go on and on.
        """
        url = checked(address)
        seen = {url}
        while True:
            answer = self._patiently(url, self._robots.check(url), self._known.validators(str(url)), max_bytes)
            if answer.status not in REDIRECTS:
                break
            url = self._next(url, answer)
            if url in seen or len(seen) > self.manners.redirects:
                why = "redirects in a circle" if url in seen else f"more than {self.manners.redirects} redirects"
                raise ReadError(address, why)
            seen.add(url)
        if answer.status not in {OK, NOT_CHANGED}:
            raise ReadError(address, f"the server answers {told(answer.status)}")
        return answer

    def _next(self, url: httpx.URL, answer: Answer) -> httpx.URL:
        where = answer.headers.get("location", "")
        if not where:
            raise ReadError(str(url), f"the server answers {told(answer.status)} and does not say where to")
        try:
            return checked(urljoin(str(url), where))
        except (ReadError, ValueError) as error:
            why = error.reason if isinstance(error, ReadError) else str(error)
            raise ReadError(str(url), f"it redirects to {where[:200]}: {why}") from error

    def _rules(self, address: str) -> Answer:
        """The answer for a robots.txt, along its redirects; any 4xx comes back too."""
        url = checked(address)
        for _ in range(self.manners.redirects):
            answer = self._patiently(url, self.manners.delay, {}, None)
            if answer.status not in REDIRECTS:
                return answer
            url = self._next(url, answer)
        raise ReadError(address, "too many redirects")

    def _patiently(self, url: httpx.URL, delay: float, validators: Mapping[str, str], max_bytes: int | None) -> Answer:
        manners, address = self.manners, str(url)
        try:
            for attempt in stamina.retry_context(
                on=self._wait,
                attempts=manners.attempts,
                timeout=None,
                wait_initial=manners.backoff,
                wait_jitter=manners.backoff,
                wait_max=30.0,
            ):
                with attempt, self._pace.turn(url.host, delay):
                    return once(self._client, url, validators, max_bytes, manners.deadline)
        except BusyError as error:
            raise ReadError(address, f"the server answers {told(error.status)}{error.asked}") from error
        except RefusedError as error:
            raise ReadError(address, f"{error}") from error
        except httpx.TimeoutException as error:
            raise ReadError(address, "the server takes too long to answer") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ReadError(address, f"the connection failed: {error}") from error
        raise AssertionError("a retry either returns or raises")

    def _wait(self, error: Exception) -> bool | float:
        """Whether a request is tried again, or the seconds after which it is."""
        if isinstance(error, BusyError):
            if error.wait is None:
                return True
            if error.wait > self.manners.longest_wait:
                return False
            self._pace.hold(error.host, error.wait)
            return 0.0  # the wait is the host's, whoever asks it next
        return isinstance(error, httpx.TransportError) and not isinstance(
            error, (httpx.UnsupportedProtocol, httpx.LocalProtocolError)
        )


def checked(address: str) -> httpx.URL:
    """The address, without its fragment. ReadError where it is no http or https address, or names a user.

    >>> str(checked("HTTPS://www.Molde.kommune.no/nyhet?id=1#kommentar"))
    'https://www.molde.kommune.no/nyhet?id=1'
    """
    try:
        if len(address) > LONGEST_ADDRESS or urlsplit(address).scheme.lower() not in {"http", "https"}:
            raise ReadError(address[:LONGEST_ADDRESS], "no http or https address")
        url = httpx.URL(address.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise ReadError(address, f"no address: {error}") from error
    if not url.host or url.userinfo:
        raise ReadError(address, "an address with a user name is not fetched" if url.host else "no host in the address")
    return url
