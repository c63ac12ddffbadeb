"""Find the calendar expressions of a text: every rule's matches, the longest at each place, joined where they belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Atom, Clock, Piece
from pipeline.annotate.dates.joining import awaited, edged, joined
from pipeline.annotate.dates.lists import listed
from pipeline.annotate.dates.rules import matches

if TYPE_CHECKING:
    from pipeline.lexicon.calendar.lexer import Lexemes


def expressions(lexemes: Lexemes) -> list[Atom]:
    """The calendar expressions in the order of the text, doubtful ones among them.

    >>> from pipeline.lexicon.calendar.lexer import lex
    >>> text = "Fra lørdag 28. juni til søndag 17. august, onsdag 3. mai i fjor kl. 18, innen utgangen av uke 36"
    >>> lexemes = lex(text)
    >>> [text[lexemes.starts[atom.start]:lexemes.ends[atom.end - 1]] for atom in expressions(lexemes)]
    ['lørdag 28. juni til søndag 17. august', 'onsdag 3. mai i fjor kl. 18', 'utgangen av uke 36']
    """
    found = [
        Atom(piece.start, piece.end, piece.node, piece.rule)
        for piece in joined(lexemes, _longest(_pieces(lexemes)))
        if not isinstance(piece.node, Clock)
    ]
    return listed(lexemes, [awaited(lexemes, edged(lexemes, atom)) for atom in found])


def _pieces(lexemes: Lexemes) -> list[Piece]:
    found = []
    for rule, match in matches(lexemes.kinds):
        node = rule.read(lexemes, match)
        if node is not None:
            found.append(Piece(*match.span(), node, rule.name))
    return found


def _longest(pieces: list[Piece]) -> list[Piece]:
    """From left to right, the longest piece at each place that no earlier one covers."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.start, -piece.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept
