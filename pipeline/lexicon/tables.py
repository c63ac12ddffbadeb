"""Read the tables of this folder."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def text(name: str) -> str:
    """The text of a file of the lexicon, by its path below the folder ("abbreviations.csv")."""
    return files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a comma-separated table of the lexicon, each by its header; lines that begin with # are left out.

    >>> rows("function_words.csv")[0].keys()
    dict_keys(['word', 'languages'])
    """
    lines = (line for line in text(name).splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines))


@cache
def column(name: str, header: str) -> frozenset[str]:
    """The values of one column of a table."""
    return frozenset(row[header] for row in rows(name))
