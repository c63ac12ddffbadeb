"""Days with a name: on which day of a year they fall."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from pipeline.lexicon.tables import rows

RULES = {row["form"]: row["rule"] for row in rows("calendar/holidays.csv")}
FORMS = tuple(RULES)
FEASTS = tuple((row["begins"], row["ends"], row["eve"]) for row in rows("calendar/feasts.csv"))


def falls(rule: str, year: int) -> date:
    """The day on which a rule of the table falls in a year.

    >>> falls("12-24", 2022).isoformat(), falls("easter-3", 2024).isoformat(), falls("advent+0", 2023).isoformat()
    ('2022-12-24', '2024-03-28', '2023-12-03')
    >>> falls("2.6.11", 2024).isoformat()  # the second Sunday of November
    '2024-11-10'
    """
    for name, anchor in (("easter", easter), ("advent", _advent), ("thanksgiving", _thanksgiving)):
        if rule.startswith(name):
            return anchor(year) + timedelta(days=int(rule.removeprefix(name)))
    if "." in rule:
        count, weekday, month = map(int, rule.split("."))
        return nth(count, weekday, year, month)
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


def nth(count: int, weekday: int, year: int, month: int) -> date:
    """The first, second … (or with -1 the last) weekday of a month. ValueError where the month has none."""
    if count < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=(after.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (count - 1)
    return date(year, month, day)


def _advent(year: int) -> date:
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday() + 21)


def _thanksgiving(year: int) -> date:
    return nth(4, 3, year, 11)
