"""Read speech in marks: "«A», skriver Kari Vik. «B.»", over several blocks where each opens with a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.colons import before_colon
from pipeline.annotate.quotes.dashes import resumed
from pipeline.annotate.quotes.pieces import Piece

if TYPE_CHECKING:
    from pipeline.annotate.quotes.attribution import Attribution, Attributions
    from pipeline.annotate.quotes.pieces import Block

MARK = re.compile('[«»“”„"]')
CLOSED_BY = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”"}
SENTENCE = re.compile(r"[.!?…]\s")
NEAR = 3  # characters between the closing mark and the comma of "sier NAVN"
LONGEST_TAIL = 160
STRAIGHT = re.compile(r"[^.!?…\n]{0,160}[.!?…] \Z")  # | sier han. |


def pairs(text: str, start: int, end: int, *, within: bool = False) -> tuple[list[tuple[int, int]], int | None]:
    """The outermost pairs of marks in a stretch, by the places of both, and where one at its start stays open.

    >>> pairs("«A «b» c», og «d", 0, 16)
    ([(0, 8)], None)
    >>> pairs("«A. B", 0, 5)
    ([], 0)
    """
    stack: list[tuple[int, str]] = [(start - 1, '«“"')] if within else []
    found: list[tuple[int, int]] = []
    for match in MARK.finditer(text, start, end):
        closes = [i for i in range(len(stack) - 1, max(-1, len(stack) - 4), -1) if match[0] in _closers(stack[i][1])]
        if closes:
            opened = stack[closes[0]][0]
            del stack[closes[0] :]
            while found and found[-1][0] > opened:
                found.pop()
            found.append((opened, match.start()))
        elif match[0] in CLOSED_BY:
            stack.append((match.start(), match[0]))
    left = stack[0][0] if stack and stack[0][0] <= start else None
    return found, left


def _closers(opening: str) -> str:
    return "".join(CLOSED_BY[mark] for mark in opening)


def read(text: str, block: Block, said: Attributions, *, within: bool) -> tuple[list[Piece], bool]:
    """The pieces of a block that stand in marks, and whether the last of them is still open at its end."""
    found, left = pairs(text, block.start, block.end, within=within and text[block.start] not in '«“„"')
    pieces: list[Piece] = []
    told: Attribution | None = None
    for opened, closed in found:
        first = opened <= block.start
        after = next(iter(said.between(closed, closed + 1 + NEAR)), None)
        inner = text[opened + 1 : closed]
        if inner.endswith((",", "?", "!", ".", "…")) and not after:
            after = next(iter(said.between(closed - 1, closed + 1 + NEAR)), None)
        if after:
            pieces.append(Piece(block, opened + 1, closed, "marks-says", after, first))
            if after.kind != "other":
                told = after
                pieces += [
                    piece
                    for piece in resumed(text, block, after, block.end)
                    if "«" not in text[after.end : piece.start + 1]
                ]
            continue
        colon = text[max(block.start, opened - 2) : opened].rstrip()[-1:] == ":"
        before = before_colon(text, opened - 2, said) if colon else None
        if before and len(inner.split()) > 1:
            pieces.append(Piece(block, opened + 1, closed, "colon", before))
            told = before
        elif first and (within or closed >= block.end - 2):
            pieces.append(Piece(block, opened + 1, closed, "marks-continues", None, opens=True))
        elif told and opened - told.end < LONGEST_TAIL and _is_sentence(text, inner, (told.end, opened, closed)):
            pieces.append(Piece(block, opened + 1, closed, "marks-continues", None))
    if left is not None and not found:
        pieces.append(Piece(block, max(left + 1, block.start), block.end, "marks-continues", None, opens=True))
    return pieces, left is not None and not found


def _is_sentence(text: str, inner: str, place: tuple[int, int, int]) -> bool:
    """Whether what stands in marks behind "sier NAVN" is speech that goes on: a sentence, or taken up by a comma."""
    said, opened, closed = place
    if text[max(0, opened - 2) : opened] == ", ":
        return True
    ended = inner.rstrip()[-1:] in (".", "!", "?", "…")
    if ended and STRAIGHT.fullmatch(text, said, opened):
        return inner[:1].isupper()
    full = ended or text[closed + 1 : closed + 2] in (".", "")
    return full and len(inner.split()) > 2 and inner.lstrip()[:1].isupper()
