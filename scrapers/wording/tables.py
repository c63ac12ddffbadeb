"""Read the tables of this folder."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a comma-separated table of this folder, each by its header; lines that begin with # are left out.

    >>> rows("months.csv")[0]
    {'form': 'januar', 'month': '1'}
    """
    text = files("scrapers.wording").joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def words(name: str, meaning: str) -> frozenset[str]:
    """The words of a table's first column whose second says `meaning`."""
    return frozenset(one for one, second in (tuple(row.values())[:2] for row in rows(name)) if second == meaning)


@cache
def phrases(name: str, meaning: str) -> re.Pattern[str]:
    """A pattern of the phrases (themselves patterns) of a table whose second column says `meaning`, any case."""
    found = sorted(words(name, meaning), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:{'|'.join(found)})", re.IGNORECASE)
