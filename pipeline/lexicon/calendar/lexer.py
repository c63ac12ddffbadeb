"""Cut a text into the kinds of its words and signs, so that the grammar can look for patterns of kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from pipeline.lexicon.calendar import kinds
from pipeline.lexicon.calendar.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECE = re.compile(r"[^\W\d_]+|\d+|\s+|[^\w\s]|_")
LONGEST_KNOWN = 32  # characters of a piece whose meaning is kept for the next text
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
    if not pieces:
        return Lexemes(text, "", (), (), ())
    # a text repeats its words, and texts repeat each other's: each is looked up once
    meant = {piece: _known(piece) if len(piece) <= LONGEST_KNOWN else _meaning(piece) for piece in set(pieces)}
    letters, values, begins = map(list, zip(*map(meant.__getitem__, pieces), strict=True))
    ends = list(accumulate(map(len, pieces)))
    behind = 0
    for place in compress(range(len(pieces)), begins):
        found = _phrase(pieces, place) if place >= behind else None
        if found:
            (letters[place], values[place]), behind = found[0], place + found[1]
            ends[place] = ends[behind - 1]
            letters[place + 1 : behind] = [""] * (found[1] - 1)  # they go with the first
    own = (tuple(compress(one, letters)) for one in ([0, *ends[:-1]], ends, values))
    return Lexemes(text, "".join(letters), *own)


def _phrase(pieces: Sequence[str], place: int) -> tuple[Word, int] | None:
    """The longest phrase that stands at a place, and of how many pieces; None where there is none."""
    group = phrases()[pieces[place].lower()].get(_second(pieces, place).lower(), ())
    return next(((word, len(parts)) for parts, word in group if _stands(parts, pieces, place)), None)


def _second(pieces: Sequence[str], place: int) -> str:
    """The next piece that is no blank."""
    following = place + 1
    if following < len(pieces) and pieces[following].isspace():
        following += 1
    return pieces[following] if following < len(pieces) else ""


def _stands(parts: tuple[str, ...], pieces: Sequence[str], place: int) -> bool:
    """Whether the pieces of a phrase stand at a place; a blank of the phrase is any white space."""
    there = pieces[place : place + len(parts)]
    return len(there) == len(parts) and all(
        part == piece.lower() or (part == " " and piece.isspace()) for part, piece in zip(parts, there, strict=True)
    )


def _meaning(piece: str) -> tuple[str, int, bool]:
    """A piece's kind and worth, and whether a phrase may begin with it."""
    small = piece.lower()
    return *(words().get(small) or _plain(piece)), small in phrases()


_known = lru_cache(maxsize=1 << 14)(_meaning)


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
