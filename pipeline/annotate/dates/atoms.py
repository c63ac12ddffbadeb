"""What the grammar finds: the smallest calendar expressions, each with its place among the lexemes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or two, not yet on a day; a bare one ("10.00") has no "kl." before it."""

    start: str
    end: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A calendar expression, or a clock time alone, at the lexemes `start` to `end`, read by a rule."""

    start: int
    end: int
    node: Node | Clock
    rule: str


@dataclass(frozen=True, slots=True)
class Atom:
    """A calendar expression at the lexemes `start` to `end`, read by a rule."""

    start: int
    end: int
    node: Node
    rule: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of kinds, and how a match is read; `read` gives None where the match is no date after all.

    What has none of the kinds of `needs` has no match: the pattern need not be looked for.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Lexemes, re.Match[str]], Node | Clock | None]
    needs: frozenset[str]


def rule(name: str, pattern: str, read: Callable[[Lexemes, re.Match[str]], Node | Clock | None], needs: str) -> Rule:
    """A rule of a pattern as text."""
    return Rule(name, re.compile(pattern), read, frozenset(needs))


def value(lexemes: Lexemes, match: re.Match[str], group: str) -> int | None:
    """The worth of the lexeme where a group of the match begins, None where the group is empty."""
    place = match.start(group)
    return lexemes.values[place] if place >= 0 else None
