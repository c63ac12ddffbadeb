"""EDTF values (ISO 8601-2) as utdrag writes them: how precise they are, and their first and last day.

The forms: a day, a month, a year, a decade `199X`, a century `18XX`, a minute `2022-09-30T14:00`, a season (21 spring to 24 winter),
a quarter (33 to 36), a half-year (40, 41), and an interval of two of these, open with `..` at one end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Precision = Literal[
    "minute", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "interval"
]

POINT = re.compile(
    r"""(?P<century>\d{2})XX                                             # 18XX
      | (?P<decade>\d{3})X                                               # 199X
      | (?P<year>\d{4})
        (?: -(?P<part>2[1-4]|3[3-6]|4[01])                               # 2022-23
          | -(?P<month>0[1-9]|1[0-2])
            (?: -(?P<day>0[1-9]|[12]\d|3[01])
              (?: T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d) )?                # 2022-09-30T14:00
            )?
        )?""",
    re.VERBOSE,
)
OPEN = ".."
# the first month of each sub-year part and how many months it has
PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
PARTS |= {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and last day (or minute) of a value in ISO 8601, None at the open end of an interval.

    Raises ValueError where the value is of no form that utdrag writes.

    >>> bounds("2022-09")
    ('2022-09-01', '2022-09-30')
    >>> bounds("2022-24")  # the winter that begins at that year's end
    ('2022-12-01', '2023-02-28')
    >>> bounds("2024-01-01/..")
    ('2024-01-01', None)
    >>> bounds("2024-06-19T17:00/2024-06-19T20:00")
    ('2024-06-19T17:00', '2024-06-19T20:00')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first == last == OPEN:
        raise ValueError(f"an interval open at both ends: {edtf!r}")
    start = None if first == OPEN else _point(first)[0]
    end = None if last == OPEN else _point(last)[1]
    if start and end and start[:10] > end[:10]:
        raise ValueError(f"an interval that ends before it starts: {edtf!r}")
    return start, end


def precision(edtf: str) -> Precision:
    """How precise a value is; an interval from a Monday to its Sunday is a week.

    >>> [precision(value) for value in ("2022-09-30", "199X", "18XX", "2022-35", "2022-09-12/2022-09-18")]
    ['day', 'decade', 'century', 'quarter', 'week']
    """
    if "/" in edtf:
        return "week" if _is_week(edtf) else "interval"
    match = POINT.fullmatch(edtf)
    if match is None:
        raise ValueError(f"no EDTF value: {edtf!r}")
    if match["decade"] or match["century"]:
        return "decade" if match["decade"] else "century"
    if match["part"]:
        return {"2": "season", "3": "quarter", "4": "half"}[match["part"][0]]  # type: ignore[return-value]
    if match["time"]:
        return "minute"
    return "day" if match["day"] else "month" if match["month"] else "year"


def _is_week(edtf: str) -> bool:
    start, end = bounds(edtf)
    if not (start and end) or len(edtf) != len("2022-09-12/2022-09-18"):
        return False
    monday = date.fromisoformat(start)
    return monday.weekday() == 0 and date.fromisoformat(end) - monday == timedelta(days=6)


def _point(edtf: str) -> tuple[str, str]:
    match = POINT.fullmatch(edtf)
    if match is None:
        raise ValueError(f"no EDTF value: {edtf!r}")
    if match["decade"]:
        return f"{match['decade']}0-01-01", f"{match['decade']}9-12-31"
    if match["century"]:
        return f"{match['century']}00-01-01", f"{match['century']}99-12-31"
    year = int(match["year"])
    if match["part"]:
        return _months(year, *PARTS[int(match["part"])])
    if match["day"]:
        date.fromisoformat(edtf[:10])  # 2022-02-30 is no day
        return edtf, edtf
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[str, str]:
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    last_day = monthrange(last_year, last_month + 1)[1]
    return f"{year:04}-{month:02}-01", f"{last_year:04}-{last_month + 1:02}-{last_day:02}"
