"""Find the lead among an article's pieces."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from models.release import Block
from scrapers.wording.lines import BYLINE, CREDIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapers.reader.walk import Piece

PROSE = frozenset({"paragraph", "heading", "list_item"})
MOST = 3  # paragraphs of one lead
LEAST, LONGEST = 20, 600  # letters
PROSE_LENGTH = 60  # letters of a paragraph that is no by-line or label


def with_lead(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of the pieces below the headline, the lead before the others; a lead of several paragraphs is one."""
    chosen = _lead(pieces)
    rest = [
        Block(piece.kind, piece.text) for index, piece in enumerate(pieces) if index not in chosen and not piece.above
    ]
    return [Block("lead", "\n".join(pieces[index].text for index in chosen)), *rest] if chosen else rest


def _lead(pieces: Sequence[Piece]) -> list[int]:
    """Which pieces are the lead.

    Named ones before the body's second paragraph, else a first paragraph that is set apart from the next.
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
    return [body[0]] if _is_apart(pieces, body) else []


def _is_apart(pieces: Sequence[Piece], body: Sequence[int]) -> bool:
    """Whether the first paragraph is set apart from the body, though its element is not named as a lead.

    All in bold; a stamp or by-line behind it; or the only paragraph before the element that holds most of the text.
    """
    one = pieces[body[0]]
    if one.bold or not LEAST <= len(one.text) <= LONGEST:
        return one.bold
    signed = any(piece.kind == "byline" for piece in pieces[body[0] : body[1]])
    return one.stamped or signed or _stands_alone(one, [pieces[index] for index in body])


def _stands_alone(one: Piece, body: Sequence[Piece]) -> bool:
    """Whether a paragraph is the only one before the element that holds most of the body."""
    prose = [piece for piece in body if piece.kind == "paragraph" and _is_sentence(piece.text)]
    letters: Counter[int] = Counter()
    for piece in prose:
        letters[piece.box] += len(piece.text)
    if not letters:
        return False
    box, most = letters.most_common(1)[0]
    before = list(takewhile(lambda piece: piece.box != box, prose))
    return before == [one] and 2 * most > letters.total() and len(prose) > 2


def _is_sentence(text: str) -> bool:
    """Whether a text is prose, and no name, label or credit."""
    return (len(text) >= PROSE_LENGTH or text[-1] in ".!?»") and not CREDIT.search(text)


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
