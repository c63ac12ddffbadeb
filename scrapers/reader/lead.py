"""Find the lead among an article's pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.release import Block
from scrapers.wording.lines import BYLINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapers.reader.walk import Piece

PROSE = frozenset({"paragraph", "heading", "list_item"})
MOST = 3  # paragraphs of one lead
LEAST = 20  # letters


def with_lead(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of the pieces below the headline, the lead before the others; a lead of several paragraphs is one."""
    chosen = _lead(pieces)
    rest = [
        Block(piece.kind, piece.text) for index, piece in enumerate(pieces) if index not in chosen and not piece.above
    ]
    return [Block("lead", "\n".join(pieces[index].text for index in chosen)), *rest] if chosen else rest


def _lead(pieces: Sequence[Piece]) -> list[int]:
    """Which pieces are the lead.

    Named ones before the body's second paragraph, else a first paragraph all in bold, else one that stands with the
    headline in a header element while the next stands elsewhere.
    """
    body = [
        i
        for i, piece in enumerate(pieces)
        if piece.kind in PROSE and not piece.above and not BYLINE.fullmatch(piece.text)
    ]
    marked = [i for i, piece in enumerate(pieces) if piece.lead == 3 and piece.kind in PROSE]
    named = [i for i in body[:2] if pieces[i].lead]
    above = [i for i, piece in enumerate(pieces) if piece.above and piece.lead == 2 and len(piece.text) >= LEAST]
    first = next(iter([*marked, *named, *above]), None)
    if first is not None:
        return _whole(pieces, first)
    if len(body) < 2 or pieces[body[0]].kind != "paragraph":
        return []
    one, two = pieces[body[0]], pieces[body[1]]
    apart = one.in_header and not two.in_header and len(one.text) >= LEAST
    return [body[0]] if one.bold or apart else []


def _whole(pieces: Sequence[Piece], first: int) -> list[int]:
    """The pieces that follow the first one of a lead in the same element, under the same name."""
    found = [first]
    for index in range(first + 1, min(first + MOST, len(pieces))):
        one = pieces[index]
        if (
            one.lead != pieces[first].lead
            or one.box != pieces[first].box
            or one.kind not in PROSE
            or one.above != pieces[first].above
        ):
            break
        found.append(index)
    return found
