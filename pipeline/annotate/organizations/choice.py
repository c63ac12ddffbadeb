"""Choose among candidates that overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.names import is_party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.annotate.organizations.words import Candidate, Words

ORDER = (
    "org-publisher",
    "org-table",
    "org-brackets",
    "org-legal",
    "org-head",
    "org-opening",
    "org-club",
    "org-trade",
    "org-definite",
    "org-apposed",
)


def choose(words: Words, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates of which none overlaps another, in the order of the text; the longest first, then by rule."""
    taken = bytearray(len(words.text))
    kept: list[Candidate] = []
    every = dict.fromkeys(candidates)
    regions = {(held.start, held.name) for held in every if held.by == "org-table" and held.stands_for is None}
    for held in sorted(every, key=_rank):
        if held.by == "org-encoder" and held.name.endswith("s") and (held.start, held.name[:-1]) in regions:
            continue  # Sparebank 1 Helgelands banksjef
        if not _is_politicians(words.text, held) and not any(taken[held.start : held.end]):
            taken[held.start : held.end] = b"\x01" * (held.end - held.start)
            kept.append(held)
    return sorted(kept, key=lambda held: held.start)


def _is_politicians(text: str, held: Candidate) -> bool:
    """Whether a party stands in brackets as behind a politician's name: "(Raudt)", "(Venstre, Hole)"."""
    return (
        is_party(held.name) and text[held.start - 1 : held.start] == "(" and text[held.end : held.end + 1] in (*"),/",)
    )


def _rank(held: Candidate) -> tuple[bool, int, int, int]:
    place = ORDER.index(held.by) if held.by in ORDER else len(ORDER)
    ministry = " " in held.name and held.name.endswith(("departementet", "direktoratet"))
    loose = held.by == "org-encoder" and (" i " in held.name or ministry)  # "NORCE i Bergen": the rules know better
    return (loose, held.start - held.end, place, held.start)
