"""The web behind lists of addresses: fetch each entry once, in order, a few ahead, and open the lists among them."""

from __future__ import annotations

from collections import deque
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol, Self

from models.errors import ReadError, ReleaseError
from scrapers.fetch.answer import Answer
from scrapers.fetch.fetcher import Fetcher
from scrapers.fetch.manners import Manners
from scrapers.pages import MAX_BYTES
from scrapers.sources.addresses import Addresses
from scrapers.sources.feed import Feed
from scrapers.sources.listing import LONGEST, TOO_LONG, Listing
from scrapers.sources.sitemap import Sitemap
from scrapers.sources.source import HEAD
from scrapers.transfer import GZIP, TransferError, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Future
    from types import TracebackType

    from models.page import Page
    from scrapers.sources.listing import Entry

LISTINGS: tuple[type[Listing], ...] = (Feed, Sitemap, Addresses)
DEEPEST = 3  # lists within lists: an index of sitemaps in a list of addresses


class Known(Protocol):
    """What is known of pages that were fetched before."""

    def validators(self, uri: str) -> Mapping[str, str]:
        """The headers that let a server answer 304 where the page has not changed."""

    def is_fresh(self, entry: Entry) -> bool:
        """Whether a page was fetched after its last change, so that its server need not be asked."""


class Web:
    """Fetches what lists name; nothing is done before the first entry is asked for."""

    def __init__(
        self, manners: Manners | None = None, *, max_bytes: int = MAX_BYTES, known: Known | None = None
    ) -> None:
        self._manners = manners or Manners()
        self._max_bytes = max_bytes
        self._known = known
        self._asked: set[bytes] = set()
        self._had: set[bytes] = set()
        self._opened: list[Fetcher] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for fetcher in self._opened:
            fetcher.close()

    @cached_property
    def _fetcher(self) -> Fetcher:
        fetcher = Fetcher(self._manners, self._known)
        self._opened.append(fetcher)
        return fetcher

    def pages(self, entries: Iterable[Entry | ReleaseError]) -> Iterator[Page | ReleaseError]:
        """The page behind each entry, in order, or the error that says why there is none."""
        for answer in self.answers(entries):
            try:
                yield answer if isinstance(answer, ReleaseError) else answer.page(self._max_bytes)
            except ReadError as error:
                yield error

    def answers(self, entries: Iterable[Entry | ReleaseError], depth: int = 0) -> Iterator[Answer | ReleaseError]:
        """The answer for each entry, in order; where it is a list, those for its entries. None is fetched twice."""
        for answer in self._ahead(entries):
            if isinstance(answer, ReleaseError):
                yield answer
            elif (kind := listing_of(answer)) is None:
                if _is_new(answer.uri, self._had):  # two addresses may lead to one page
                    yield answer
            elif depth == DEEPEST:
                yield ReadError(answer.uri, "a list within a list within a list is not opened")
            else:
                yield from self._entries(kind, answer, depth)

    def _entries(self, kind: type[Listing], answer: Answer, depth: int) -> Iterator[Answer | ReleaseError]:
        try:
            content = _content(answer)
        except ReadError as error:
            yield error
        else:
            yield from self.answers(kind.entries(content, answer.uri), depth + 1)

    def listing(self, uri: str) -> tuple[bytes, str]:
        """The content of the list at an address, and the address that gave it. ReadError where it cannot be had."""
        answer = self._fetcher.get(uri, LONGEST)
        return _content(answer), answer.uri

    def _ahead(self, entries: Iterable[Entry | ReleaseError]) -> Iterator[Answer | ReleaseError]:
        waiting: deque[Future[Answer | ReleaseError] | ReleaseError] = deque()
        try:
            for entry in entries:
                if isinstance(entry, ReleaseError):
                    waiting.append(entry)
                elif _is_new(entry.address, self._asked):
                    waiting.append(self._fetcher.workers.submit(self._fetch, entry))
                if len(waiting) > self._manners.workers:
                    yield _done(waiting.popleft())
            while waiting:
                yield _done(waiting.popleft())
        finally:
            for future in waiting:
                if not isinstance(future, ReleaseError):
                    future.cancel()

    def _fetch(self, entry: Entry) -> Answer | ReleaseError:
        if self._known and self._known.is_fresh(entry):
            return Answer.unchanged(entry.address)
        try:
            return self._fetcher.get(entry.address, self._max_bytes)
        except ReadError as error:
            return error


def _is_new(uri: str, seen: set[bytes]) -> bool:
    """Whether an address was not seen before; a digest of each is kept, so that millions fit."""
    key = blake2b(uri.partition("#")[0].encode("utf-8", "replace"), digest_size=12).digest()
    if key in seen:
        return False
    seen.add(key)
    return True


def _done(one: Future[Answer | ReleaseError] | ReleaseError) -> Answer | ReleaseError:
    return one if isinstance(one, ReleaseError) else one.result()


def listing_of(answer: Answer) -> type[Listing] | None:
    """The kind of list that an answer is, None where it is none."""
    try:
        head = _unzipped(answer.content(HEAD), HEAD)
    except (ReadError, TransferError):
        return None
    return next((kind for kind in LISTINGS if kind.owns("", head)), None)


def _content(answer: Answer) -> bytes:
    try:
        content = _unzipped(answer.content(LONGEST + 1), LONGEST + 1)
    except TransferError as error:
        raise ReadError(answer.uri, str(error)) from error
    if len(content) > LONGEST:
        raise ReadError(answer.uri, TOO_LONG)
    return content


def _unzipped(content: bytes, most: int) -> bytes:
    """What a compressed file (`sitemap.xml.gz`) holds."""
    return decoded(content, "gzip", most) if content.startswith(GZIP) else content
