"""Tell who speaks in a headline that is nothing but speech: "– Vi ble lurt" over an article in which Kari Vik speaks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.quotes.pieces import Piece

HEADLINE = "headline"
CONTINUED = ("dash-continues", "marks-continues")
EDGE = 3  # characters of dash and marks at the edges
ALIKE = 2 / 3  # of the headline's words are in the speech that it was taken from
FEWEST_WORDS = 3  # "«Fanebarer»" is a name
MOST_PIECES = 100  # of speech that are looked through


def headlines(text: str, titles: Sequence[Piece], body: Sequence[Piece]) -> list[Piece]:
    """The headlines that are speech, said by who says the like in the article, or else by the first who speaks there.

    One that stands word for word in the article is no other quote than that.
    """
    if not body:
        return []
    near = body[:MOST_PIECES]
    return [
        replace(piece, by=HEADLINE, said=_source(_words(text, piece), text, near).said)
        for piece in titles
        if piece.block.kind == "title" and piece.by in CONTINUED and _is_whole(text, piece)
        if all(_plain(text, piece) != _plain(text, other) for other in near)
    ]


def _is_whole(text: str, piece: Piece) -> bool:
    near = piece.start - piece.block.start <= EDGE and piece.block.end - piece.end <= EDGE
    return near and len(text[piece.start : piece.end].split()) >= FEWEST_WORDS


def _source(words: frozenset[str], text: str, body: Sequence[Piece]) -> Piece:
    alike = (piece for piece in body if len(words & _words(text, piece)) >= ALIKE * len(words))
    return next(alike, body[0])


def _plain(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end].lower().rstrip(".!")


def _words(text: str, piece: Piece) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text[piece.start : piece.end].lower()))
