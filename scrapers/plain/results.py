"""Tell the lines of a match report that stand around its headline: the contest, the result."""

from __future__ import annotations

import re

_TEAM = r"[A-ZÆØÅ][\w.'&/-]{0,24}(?: [\w.'&/-]{1,24}){0,4}"
RESULT = re.compile(  # Vik IL – Nes 3-2 (0-2)
    rf"{_TEAM} ?[-–—] ?{_TEAM}:? \d{{1,3}} ?[-–—:] ?\d{{1,3}}(?: e\.?e\.?o\.?)?(?:,? \([\d ,;:–—-]{{3,60}}\))?\.?"
)
CONTEST = re.compile(  # Volleyball, 1. divisjon kvinner
    r"[^.!?\n]{0,40}?(?:\d\. div(?:isjon)?\b|\bdivisjon|serien?\b|ligaen\b|cup(?:en)?\b|\d\. (?:serie)?runde\b)[^.!?\n]{0,40}",
    re.IGNORECASE,
)


def is_result(text: str) -> bool:
    """Whether a line holds two teams and their score alone.

    >>> is_result("Vik IL – Nes 3-2 (0-2)"), is_result("Vik slo Nes 3-2")
    (True, False)
    """
    return RESULT.fullmatch(text) is not None


def is_contest(text: str) -> bool:
    """Whether a line may name the contest that the result below it is from.

    >>> is_contest("Volleyball, 1. divisjon kvinner"), is_contest("Vik vant igjen")
    (True, False)
    """
    return CONTEST.fullmatch(text) is not None
