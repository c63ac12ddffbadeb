"""Work out the page's own stamps: "30. september 2022 kl. 14.00" is a time, "30.09.2022" a day."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import dateparser

OSLO = ZoneInfo("Europe/Oslo")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?")
CLOCK = re.compile(r"(?:\bkl\.?|\bklokken|\bklokka|[,|–-]|\s)\s*(\d{1,2})[.:](\d\d)(?::\d\d)?(?!\d|\.\d)")
SEPTEMBER = re.compile(r"\bsept\b\.?", re.IGNORECASE)  # dateparser knows "sep" alone
LONGEST = 100  # characters of a stamp
# Absolute dates alone: "i går" would be counted from the clock of the machine, or from a RELATIVE_BASE, of which
# dateparser keeps a parser for each value that it is given (scrapinghub/dateparser#985). We give it none.
SETTINGS = {
    "DATE_ORDER": "DMY",
    "STRICT_PARSING": True,
    "PREFER_DAY_OF_MONTH": "first",
    "PARSERS": ["absolute-time"],
}


def stamp(text: str | None) -> date | datetime | None:
    """The day, or the time in Oslo, of a page stamp; None where it is none.

    A time without an offset is Norwegian local time.

    >>> stamp("30. september 2022 kl. 14.00").isoformat()
    '2022-09-30T14:00:00+02:00'
    >>> stamp("2014-11-06T23:30:00Z").isoformat()  # the day in Oslo is the next one
    '2014-11-07T00:30:00+01:00'
    >>> stamp("mandag 05.08.2024 - 14:30").isoformat()
    '2024-08-05T14:30:00+02:00'
    >>> stamp("3. mai 2021").isoformat()
    '2021-05-03'
    >>> stamp("snart") is None, stamp("i går") is None
    (True, True)
    """
    text = " ".join((text or "").split())
    if len(text) > LONGEST:
        return None
    if ISO_DAY.fullmatch(text):
        return _day(text)
    if ISO_TIME.fullmatch(text):
        return _oslo(text)
    clock = CLOCK.search(text)
    day = _day(text[: clock.start()] + text[clock.end() :] if clock else text)
    if day is None or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return day
    return datetime(day.year, day.month, day.day, int(clock[1]), int(clock[2]), tzinfo=OSLO)


def _oslo(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(OSLO) if time.tzinfo else time.replace(tzinfo=OSLO)
    except (ValueError, OverflowError):
        return None


def _day(text: str) -> date | None:
    if ISO_DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    words = SEPTEMBER.sub("september", text)
    words = re.sub(r"\b(?:kl|klokken|klokka)\b\.?|[,|]", " ", words).strip(" .–-")
    found = dateparser.parse(words, languages=["nb", "nn"], settings=SETTINGS) if words else None
    return found.date() if found else None
