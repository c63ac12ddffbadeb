"""Find the calendar expressions of a text: every rule's matches, the longest at each place, joined where they belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.atoms import Atom, Clock
from pipeline.annotate.dates.clocks import RULES_OF_CLOCKS
from pipeline.annotate.dates.days import RULES_OF_DAYS
from pipeline.annotate.dates.joining import edged, joined
from pipeline.annotate.dates.lists import listed
from pipeline.annotate.dates.relative import RULES_OF_DISTANCE
from pipeline.annotate.dates.stretches import RULES_OF_STRETCHES

if TYPE_CHECKING:
    from pipeline.lexicon.calendar.lexer import Lexemes

RULES = (*RULES_OF_DAYS, *RULES_OF_STRETCHES, *RULES_OF_DISTANCE, *RULES_OF_CLOCKS)


def expressions(lexemes: Lexemes) -> list[Atom]:
    """The calendar expressions in the order of the text, doubtful ones among them.

    >>> from pipeline.lexicon.calendar.lexer import lex
    >>> text = "Fra lørdag 28. juni til søndag 17. august, onsdag 3. mai i fjor kl. 18, innen utgangen av uke 36"
    >>> lexemes = lex(text)
    >>> [text[lexemes.starts[atom.start]:lexemes.ends[atom.end - 1]] for atom in expressions(lexemes)]
    ['lørdag 28. juni til søndag 17. august', 'onsdag 3. mai i fjor kl. 18', 'utgangen av uke 36']
    """
    atoms = joined(lexemes, _longest(_atoms(lexemes)))
    return listed(lexemes, [edged(lexemes, atom) for atom in atoms if not isinstance(atom.node, Clock)])


def _atoms(lexemes: Lexemes) -> list[Atom]:
    found = []
    for rule in RULES:
        for match in rule.pattern.finditer(lexemes.kinds):
            node = rule.read(lexemes, match)
            if node is not None:
                found.append(Atom(*match.span(), node, rule.name))
    return found


def _longest(atoms: list[Atom]) -> list[Atom]:
    """From left to right, the longest atom at each place that no earlier one covers."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.start, -atom.end)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept
