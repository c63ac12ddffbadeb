"""What a stamp is worth: a day, or a time in Oslo."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from scrapers.wording.tables import rows

OSLO = ZoneInfo("Europe/Oslo")
MONTHS = {row["form"]: int(row["month"]) for row in rows("months.csv")}
MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?")  # a day that a program wrote
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./ -](\d{4}|\d{2})\b")  # 30.09.2022
_NAMED = re.compile(r"\b(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})\b", re.IGNORECASE)  # 30. september 2022
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"(?:\bkl\.?|\bklokken|\bklokka|[,|–-]|\s|T)\s*(\d{1,2})[.:](\d\d)(?::\d\d)?(?!\d|\.\d)")
_RELATIVE = re.compile(r"\bi (dag|går)\b", re.IGNORECASE)
_RFC = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")  # Tue, 06 Feb 2024 14:32:18 GMT


def value(text: str, fetched: datetime | None = None) -> date | datetime | None:
    """The day, or the time in Oslo, that a stamp's words say; None where they say none.

    A time without an offset is Norwegian local time; "i dag" is the day of the fetch.

    >>> value("30. september 2022 kl. 14.00").isoformat(), value("3. jan. 2026").isoformat()
    ('2022-09-30T14:00:00+02:00', '2026-01-03')
    >>> value("2014-11-06T23:30:00Z").isoformat(), value("2016-05-02T00:00:00").isoformat()
    ('2014-11-07T00:30:00+01:00', '2016-05-02')
    >>> value("24.11.05 09:14").isoformat(), value("31.02.2020") is None, value("i dag 10:15") is None
    ('2005-11-24T09:14:00+01:00', True, True)
    """
    text = " ".join(text.split())
    if midnight := MIDNIGHT.fullmatch(text):
        return _date(*midnight[1].split("-"))
    if _ISO.match(text) and (time := _iso(text)):
        return time
    if _RFC.match(text):
        return _rfc(text)
    day, start, end = _day(text, fetched)
    clock = _CLOCK.search(text[:start] + " " + text[end:]) if day else None
    if day is None or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return day
    return datetime(day.year, day.month, day.day, int(clock[1]), int(clock[2]), tzinfo=OSLO)


def _iso(text: str) -> date | datetime | None:
    try:
        if len(text) == len("2022-09-30"):
            return date.fromisoformat(text)
        time = datetime.fromisoformat(text.replace(" +", "+"))
        return time.astimezone(OSLO) if time.tzinfo else time.replace(tzinfo=OSLO)
    except (ValueError, OverflowError):
        return None


def _rfc(text: str) -> datetime | None:
    try:
        time = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return time.astimezone(OSLO) if time.tzinfo else time.replace(tzinfo=OSLO)


def _day(text: str, fetched: datetime | None) -> tuple[date | None, int, int]:
    """The day, and where its words stand."""
    if found := _ISO.search(text):
        return _date(*found.groups()), *found.span()
    if found := _NUMERIC.search(text):
        return _date(_year(found[3]), found[2], found[1]), *found.span()
    if (found := _NAMED.search(text)) and (month := MONTHS.get(found[2].lower())):
        return _date(found[3], month, found[1]), *found.span()
    if (found := _RELATIVE.search(text)) and fetched:
        back = timedelta(days=found[1].lower() == "går")
        return (fetched.astimezone(OSLO) - back).date(), *found.span()
    return None, 0, 0


def _year(digits: str) -> int:
    """The year that two or four digits stand for: the web began in the nineties.

    >>> _year("05"), _year("98"), _year("2022")
    (2005, 1998, 2022)
    """
    short = int(digits)
    return short if len(digits) == 4 else short + (1900 if short > 89 else 2000)


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
