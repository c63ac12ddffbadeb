"""Mark calendar expressions: what they say, and which way their sentence leans.

The text is cut into kinds of words (`lexicon.calendar`), in which the grammar finds its patterns; neighbours are
joined, what is no date is left out, and the verbs around tell whether a weekday is past or coming.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.annotate.dates.grammar import expressions
from pipeline.annotate.dates.lean import lean, sentence
from pipeline.annotate.dates.veto import kept
from pipeline.lexicon.calendar.lexer import lex
from pipeline.spans import DATES, full_text, mark, sections
from pipeline.spans.dates import Expression, Lean, Timed, Weekday

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from pipeline.annotate.dates.lean import Sentence
    from pipeline.spans.dates import Node

NO_DATES = ("byline",)
LONGEST = 2000  # characters of a sentence that are read for its verbs


def annotate(doc: Doc) -> Doc:
    """The document with a mark for each calendar expression, its `Expression` handed on as facts.

    >>> from pipeline.annotate.sentences import annotate as split
    >>> from pipeline.annotate.tokenizer import language
    >>> from pipeline.spans import facts, marks, text_of
    >>> doc = annotate(split(language("nb")("De signerte fredag. Kari Mai (45) kommer 3. mai kl. 18 og hver onsdag.")))
    >>> [(text_of(span), span.label_, facts(span, DATES).lean.value) for span in marks(doc, DATES)]
    [('fredag', 'weekday', 'past'), ('3. mai kl. 18', 'day-month', 'likely')]
    """
    text = full_text(doc)
    lexemes = lex(text)
    atoms = kept(lexemes, expressions(lexemes))
    if not atoms:
        return doc
    starts = _starts(doc)
    silent = _Covered((start, end) for kind, start, end in sections(doc) if kind in NO_DATES)
    pictures = _Covered((start, end) for kind, start, end in sections(doc) if kind == "caption")
    names = _Covered((name.start_char, name.end_char) for name in doc.ents if name.label_ == "PER")
    read: dict[int, Sentence] = {}
    for atom in atoms:
        start, end = lexemes.starts[atom.start], lexemes.ends[atom.end - 1]
        if silent.meets(start, end) or names.meets(start, end):
            continue
        place = max(bisect_right(starts, start) - 1, 0)
        first = starts[place] if starts else 0
        if first not in read:
            last = starts[place + 1] if place + 1 < len(starts) else len(text)
            read[first] = sentence(text[first : min(last, first + LONGEST)])
        way = lean(read[first], start - first, atom.node)
        if way in (Lean.NEAR, Lean.LIKELY_COMING) and _is_weekday(atom.node) and pictures.meets(start, end):
            way = Lean.PAST  # a picture shows what was: "Kari Vik sikrer en stolpe søndag"
        mark(doc, DATES, start, end, by=atom.rule, facts=Expression(atom.node, way, place))
    return doc


def _is_weekday(node: Node) -> bool:
    """Whether an expression is a weekday, with or without its hour, that no word picks."""
    day = node.day if isinstance(node, Timed) else node
    return isinstance(day, Weekday) and day.pick is None and day.week is None and day.by is None


class _Covered:
    """Stretches of characters, none of which shares one with another."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._ends = sorted((end, start) for start, end in stretches)

    def meets(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with `start` to `end`."""
        place = bisect_right(self._ends, (start, end))
        return place < len(self._ends) and self._ends[place][1] < end


def _starts(doc: Doc) -> list[int]:
    """Where the sentences begin; by the array, since a walk over the tokens takes longer than all the rules."""
    begins, places = doc.to_array(["SENT_START", "IDX"]).T
    return [int(place) for place in places[begins == 1]]
