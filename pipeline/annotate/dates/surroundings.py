"""Look around an atom: the words before and behind it, the block it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.calendar.evidence import tells, tense

if TYPE_CHECKING:
    from pipeline.annotate.dates.atoms import Atom
    from pipeline.lexicon.calendar.lexer import Lexemes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around an atom; words are in lower case, "" where a sign or a break comes first."""

    before: str
    before_that: str
    after: str
    kinds_before: str
    kinds_after: str
    begins: bool  # nothing but an opening sign stands before it in its sentence or block
    alone: bool  # nothing else stands in its block


def around(lexemes: Lexemes, atom: Atom) -> Surroundings:
    """The surroundings of an atom."""
    kinds = lexemes.kinds
    before, place = _word_before(lexemes, atom.start)
    behind = kinds[atom.end : atom.end + 6]
    after = (
        lexemes.word(atom.end + 1).lower()
        if behind[:1] == " " and behind[1:2].isalpha() and "\n" not in lexemes.word(atom.end)
        else ""
    )
    head = kinds[max(0, atom.start - 4) : atom.start].rstrip(" ;(-")
    return Surroundings(
        before=before,
        before_that=_word_before(lexemes, place)[0] if before else "",
        after=after,
        kinds_before=kinds[max(0, atom.start - 6) : atom.start],
        kinds_after=behind,
        begins=not head or head[-1] in "|.:" or _sentence_ends(lexemes, atom.start),
        alone=_bounded(kinds, atom),
    )


def complete(near: Surroundings) -> bool:
    """Whether what stands behind lets an expression end here: a sign, a number, a verb, a word that goes on."""
    if not near.after:
        return True
    return near.after in tells("follower") or tense(near.after) is not None or near.kinds_after[1:2] not in "xC"


def _bounded(kinds: str, atom: Atom) -> bool:
    first = atom.start == 0 or kinds[atom.start - 1] == "|"
    rest = kinds[atom.end : atom.end + 2].lstrip(".;: ")
    return first and rest[:1] in ("", "|")


def _sentence_ends(lexemes: Lexemes, start: int) -> bool:
    place = start - 1
    while place >= 0 and lexemes.kinds[place] in " ;(-":
        if lexemes.word(place) in "!?…":
            return True
        place -= 1
    return place < 0


def _word_before(lexemes: Lexemes, start: int) -> tuple[str, int]:
    """The word before a place with one blank between, and its place."""
    place = start - 2
    if place < 0 or lexemes.kinds[start - 1] != " ":
        return "", start
    if lexemes.kinds[place] in ".:" and place and lexemes.kinds[place - 1].isalpha():
        return lexemes.word(place - 1).lower(), place - 1
    return (lexemes.word(place).lower(), place) if lexemes.kinds[place].isalpha() else ("", start)
