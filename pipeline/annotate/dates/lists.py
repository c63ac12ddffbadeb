"""Read lists of dates: the year at the end of "3. mars og 5. mai 2023" is that of all, "3., 5. og 7. mai" are three days."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Atom
from pipeline.annotate.dates.joining import with_year, year_of
from pipeline.spans.dates import Day, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.lexicon.calendar.lexer import Lexemes
    from pipeline.spans.dates import Node

BETWEEN = (" g ", ", ", "/", " e ", " g i ", " g u ", ",  ")
NUMBERED = re.compile(
    r"(?<![\w.,])(?:(?:1\.|O), ){0,6}(?:1\.|O),? (?:g|e) (?=(?:1\.|O) ?[MmQA])"
)  # 3., 5. og (7. mai) | 1. og (2. kvartal) | første og (andre kvartal)


def listed(lexemes: Lexemes, atoms: list[Atom]) -> list[Atom]:
    """The atoms with the years that they share, and the bare numbers of lists among them."""
    shared = _sharing(lexemes, atoms)
    begins = {atom.start: atom for atom in shared}
    for match in NUMBERED.finditer(lexemes.kinds):
        head = begins.get(match.end())
        if head:
            shared += _numbered(lexemes, match, head)
    return sorted(shared, key=lambda atom: atom.start)


def _sharing(lexemes: Lexemes, atoms: list[Atom]) -> list[Atom]:
    found: list[Atom] = []
    for atom in reversed(atoms):
        following = found[-1] if found else None
        shared = following is not None and type(following.node) is type(atom.node)
        if following and shared and lexemes.kinds[atom.end : following.start] in BETWEEN:
            year = year_of(following.node)
            found.append(replace(atom, node=with_year(atom.node, year) if isinstance(year, int) else atom.node))
        else:
            found.append(atom)
    return found[::-1]


def _numbered(lexemes: Lexemes, match: re.Match[str], head: Atom) -> Iterator[Atom]:
    for place in range(*match.span()):
        if lexemes.kinds[place] in "1O" and (node := _like(head.node, lexemes.values[place])):
            yield Atom(place, place + (2 if lexemes.kinds[place] == "1" else 1), node, head.rule)


def _like(node: Node, number: int) -> Node | None:
    """The day or part of the year with another number."""
    if isinstance(node, Day):
        return replace(node, day=number, weekday=None)
    if isinstance(node, Part):
        base = 32 if node.part < 40 else 39
        return replace(node, part=base + number) if number <= (4 if base == 32 else 2) else None
    return None
