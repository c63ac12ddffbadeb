"""Mark municipalities and counties, each with what the text beside it says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.places.candidates import Candidate, candidates
from pipeline.annotate.places.evidence import NONE, Meaning, meaning
from pipeline.annotate.places.settle import runs, settle
from pipeline.annotate.places.surroundings import Surroundings
from pipeline.lexicon.place_words import words
from pipeline.spans import PLACES, full_text, mark, sections
from pipeline.spans.places import PlaceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

WITHIN = re.compile(r" (?:i|på) ")  # Vik i Hole


def annotate(doc: Doc) -> Doc:
    """Put a mark for each municipality or county into `doc.spans["places"]`, labelled with what shows it."""
    around = Surroundings(doc)
    found = [*_outside_contacts(candidates(full_text(doc)), doc)]
    meanings = settle(found, {one: meaning(one, around) for one in found}, around)
    lists = {one: run for run in runs(found, around.text) for one in run}
    behind = dict(zip(found, [*found[1:], None], strict=True)) if found else {}
    for one in found:
        what = meanings[one]
        if what not in NONE:
            later = behind[one]
            inside = later if later and meanings[later] not in NONE else None
            facts = _facts(one, what, lists[one], inside, around)
            mark(doc, PLACES, one.start, one.end, by=what, facts=facts)
    return doc


def _outside_contacts(found: Sequence[Candidate], doc: Doc) -> Iterator[Candidate]:
    """The names that stand in no contact box."""
    boxes = [(start, end) for kind, start, end in sections(doc) if kind == "contact"]
    box = 0
    for one in found:
        while box < len(boxes) and boxes[box][1] <= one.start:
            box += 1
        if box == len(boxes) or one.start < boxes[box][0]:
            yield one


def _facts(
    one: Candidate, what: Meaning, run: Sequence[Candidate], behind: Candidate | None, around: Surroundings
) -> PlaceFacts:
    followed = around.beside(one).followed.lower()
    sentence = around.words(one.start)
    return PlaceFacts(
        one.name,
        outer=one.outer,
        level="county" if followed in words("county") else "municipality" if what == "kommune-word" else None,
        former=_former(run[0], around),
        spoken=what == "kommune-word",
        merger=around.sentence(one.start)[0] if not words("merge").isdisjoint(sentence) else None,
        hint=around.hint(one),
        within=behind.name if behind and WITHIN.fullmatch(around.text, one.end, behind.start) else None,
        listed=len(run) > 1,
        entry=around.entry(one),
    )


def _former(first: Candidate, around: Surroundings) -> bool:
    """Whether a name or the list it stands in is said to be of the past: "tidlegare kommunane Os og Fusa"."""
    beside = around.beside(first)
    led = beside.led.lower()
    if led in words("where"):
        led = around.word_before(beside.before_start).lower()
    return led in words("former")
