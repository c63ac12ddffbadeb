"""Cut a text into the kinds of its words and signs, so that the grammar can look for patterns of kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.calendar import kinds
from pipeline.lexicon.calendar.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECE = re.compile(r"[^\W\d_]+|\d+|\s+|[^\w\s]|_")
FIRST_YEAR, LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True)
class Lexemes:
    """A text cut up: `kinds` has a letter for each lexeme, whose characters are `starts` to `ends`; its worth `values`."""

    text: str
    kinds: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[int, ...]

    def word(self, place: int) -> str:
        """The characters of a lexeme."""
        return self.text[self.starts[place] : self.ends[place]]


Phrases = dict[str, dict[str, tuple[tuple[tuple[str, ...], Word], ...]]]


@cache
def phrases() -> Phrases:
    """The forms of more than one piece, by their first piece and the next that is no blank, the longest first."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], Word]]]] = {}
    for form, word in words().items():
        pieces = tuple(PIECE.findall(form))
        if len(pieces) > 1:
            found.setdefault(pieces[0], {}).setdefault(_second(pieces, 0), []).append((pieces, word))
    return {
        first: {second: tuple(sorted(group, key=lambda entry: -len(entry[0]))) for second, group in seconds.items()}
        for first, seconds in found.items()
    }


def lex(text: str) -> Lexemes:
    """The lexemes of a text.

    >>> lex("Onsdag 3. mai kl. 18.30 i fjor, E39").kinds
    'W 1. M K 1.1 Y, C2'
    """
    pieces = PIECE.findall(text)
    lower = [piece.lower() for piece in pieces]
    starters, known = phrases(), words()
    found: list[tuple[str, int, int, int]] = []
    place = position = 0
    while place < len(pieces):
        piece, small, size = pieces[place], lower[place], 1
        kind, value = known.get(small) or _plain(piece)
        end = position + len(piece)
        group = starters[small].get(_second(lower, place), ()) if small in starters else ()
        for parts, meaning in group:
            if _stands(parts, lower, place):
                (kind, value), size = meaning, len(parts)
                end = position + sum(map(len, pieces[place : place + size]))
                break
        found.append((kind, position, end, value))
        place, position = place + size, end
    letters, starts, ends, values = zip(*found, strict=True) if found else ((), (), (), ())
    return Lexemes(text, "".join(letters), starts, ends, values)


def _second(pieces: Sequence[str], place: int) -> str:
    """The next piece that is no blank."""
    following = place + 1
    if following < len(pieces) and pieces[following].isspace():
        following += 1
    return pieces[following] if following < len(pieces) else ""


def _stands(parts: tuple[str, ...], lower: list[str], place: int) -> bool:
    """Whether the pieces of a phrase stand at a place; a blank of the phrase is any white space."""
    there = lower[place : place + len(parts)]
    return len(there) == len(parts) and all(
        part == piece or (part == " " and piece.isspace()) for part, piece in zip(parts, there, strict=True)
    )


def _plain(piece: str) -> tuple[str, int]:
    if piece == " ":
        return kinds.SPACE, 0
    first = piece[0]
    if first.isalpha():
        return (kinds.NAME if first.isupper() else kinds.WORD), 0
    if first.isdigit():
        return _number(piece)
    if first.isspace():
        return (kinds.BREAK if "\t" in piece or piece.count("\n") > 1 else kinds.SPACE), 0
    return kinds.SIGNS.get(first, kinds.OTHER), 0


def _number(piece: str) -> tuple[str, int]:
    if len(piece) > 4 or not piece.isascii():
        return kinds.DIGITS, 0
    value = int(piece)
    if len(piece) < 3:
        return (kinds.SMALL if 0 < value <= 31 else kinds.TWO_DIGITS), value
    if len(piece) == 4:
        return (kinds.YEAR_LIKE if FIRST_YEAR <= value <= LAST_YEAR else kinds.FOUR_DIGITS), value
    return kinds.DIGITS, value
