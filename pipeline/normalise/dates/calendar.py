"""Write days and stretches as EDTF."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

UNITS_OF_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def day(year: int, month: int, number: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def days(first: date, last: date) -> str:
    """An interval of days."""
    return f"{first.isoformat()}/{last.isoformat()}"


def week(number: int, year: int) -> tuple[date, date] | None:
    """The Monday and Sunday of a week by its ISO number, None where the year has none."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and last day of so many months from one on."""
    last = year * 12 + month - 2 + count
    return date(year, month, 1), date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])


def unit_at(unit: str, anchor: date, offset: int) -> str | None:
    """The value of the stretch so many units from the one that holds a day; None beyond the calendar.

    >>> unit_at("month", date(2022, 12, 30), 2), unit_at("week", date(2022, 9, 30), -1), unit_at("decade", date(1999, 1, 1), 0)
    ('2023-02', '2022-09-19/2022-09-25', '199X')
    """
    try:
        if unit in ("day", "week", "weekend"):
            return _days_at(unit, anchor, offset)
        if unit == "school-year":
            return _school_year(anchor, offset)
        size = UNITS_OF_MONTHS[unit]
        place = ((anchor.year * 12 + anchor.month - 1) // size + offset) * size
    except OverflowError:
        return None
    year, month = divmod(place, 12)
    if not 1 <= year <= 9999:
        return None
    return {
        "month": f"{year:04}-{month + 1:02}",
        "quarter": f"{year:04}-{33 + month // 3}",
        "half": f"{year:04}-{40 + month // 6}",
        "year": f"{year:04}",
        "decade": f"{year // 10:03}X",
        "century": f"{year // 100:02}XX",
    }[unit]


def _school_year(anchor: date, offset: int) -> str | None:
    """The two years of a school year, which begins in August."""
    first = anchor.year + offset - (anchor.month < 8)
    return f"{first:04}/{first + 1:04}" if 1 <= first < 9999 else None


def _days_at(unit: str, anchor: date, offset: int) -> str:
    if unit == "day":
        return (anchor + timedelta(days=offset)).isoformat()
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=offset)
    return days(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
