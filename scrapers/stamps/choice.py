"""Choose a page's stamps among all that it gives, by order of trust."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from scrapers.stamps.value import OSLO, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EARLIEST = 1900  # programs write 0001-01-01 and 1970-01-01 where they know no day
EPOCH = date(1970, 1, 1)
LENIENCE = timedelta(hours=1)  # clocks differ


@dataclass(frozen=True, slots=True)
class Chosen:
    """The stamps of a page, in ISO 8601, None where it gives none; `refused` where one lay after the fetch."""

    published: str | None
    updated: str | None
    refused: bool = False


def choose(published: Sequence[str | None], updated: Sequence[str | None], fetched: datetime | None) -> Chosen:
    """The first of each kind that is a day and not after the fetch, with the clock time that a later one gives.

    An update before the publication, or at the same time, is none.

    >>> choose(["2026-07-17", "17.07.2026 kl. 14.30"], ["2026-07-17T14:30:00+02:00"], None)
    Chosen(published='2026-07-17T14:30:00+02:00', updated=None, refused=False)
    """
    begun, late = _first(published, fetched)
    ended, later = _first(updated, fetched)
    if begun and ended and not _is_after(ended, begun):
        ended = None
    return Chosen(begun.isoformat() if begun else None, ended.isoformat() if ended else None, refused=late or later)


def _first(stamps: Iterable[str | None], fetched: datetime | None) -> tuple[date | datetime | None, bool]:
    """The first good stamp, made exact by a later one of the same day; whether one was refused for the future."""
    found = [one for one in (value(text, fetched) for text in stamps if text) if one and _is_real(one)]
    good = [one for one in found if not _is_future(one, fetched)]
    refused = good[:1] != found[:1]
    if not good or isinstance(good[0], datetime):
        return (good[0] if good else None), refused
    exact = (one for one in good if isinstance(one, datetime) and one.date() == good[0])
    return next(exact, good[0]), refused


def _is_real(one: date | datetime) -> bool:
    return one.year > EARLIEST and _day(one) != EPOCH


def _is_future(one: date | datetime, fetched: datetime | None) -> bool:
    if fetched is None:
        return False
    if isinstance(one, datetime):
        return one > fetched + LENIENCE
    return one > fetched.astimezone(OSLO).date()


def _is_after(one: date | datetime, other: date | datetime) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one > other
    return _day(one) > _day(other)


def _day(one: date | datetime) -> date:
    return one.date() if isinstance(one, datetime) else one
