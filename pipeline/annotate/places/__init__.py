"""Mark municipalities and counties, each with what the text beside it says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.places.candidates import Candidate, candidates
from pipeline.annotate.places.evidence import NONE, SURE, Meaning, meaning
from pipeline.annotate.places.surroundings import Surroundings
from pipeline.lexicon.place_words import words
from pipeline.spans import PLACES, mark, sections
from pipeline.spans.places import PlaceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

# what may stand between two names of one list: Molde, Aukra og i Vestnes
LISTED = re.compile(r"s?(?: \([^()]{1,30}\))?(?:,| og| eller| samt| –|/|, og|;)\s?(?:(?:i|på|fra|frå) )?")
WORDS = re.compile(r"[^\W\d_]+")
FORMER_REACH = 5  # words before the name in which "tidligere" speaks of it
OTHER_NAMES = frozenset({"PER", "ORG", "PROD", "EVT"})
DOUBT = 0.5


def annotate(doc: Doc) -> Doc:
    """Put a mark for each municipality or county into `doc.spans["places"]`, labelled with what shows it."""
    around = Surroundings(doc)
    found = [one for one in candidates(doc.text) if not _in_contact(one, doc)]
    meanings = dict(zip(found, (_meaning(one, around) for one in found), strict=True))
    _spread(found, meanings, doc.text)
    people = {one.name for one, what in meanings.items() if what == "person"}
    known = {one.name for one, what in meanings.items() if what in SURE}
    for one in found:
        what = _settled(one, meanings[one], people, known, doc)
        if what not in NONE:
            mark(doc, PLACES, one.start, one.end, by=what, facts=_facts(one, what, around))
    return doc


def _meaning(one: Candidate, around: Surroundings) -> Meaning:
    for name in _names_over(one, around.doc):
        inside = (name.start_char, name.end_char) != (one.start, one.end)
        if inside and not _is_authority(name) and name._.confidence >= DOUBT:
            return "person" if name.label_ == "PER" else "part"
        if name.label_ == "PER" and name._.confidence >= DOUBT and meaning(one, around) not in SURE:
            return "person"
    return meaning(one, around)


def _names_over(one: Candidate, doc: Doc) -> Iterator[Span]:
    for name in doc.ents:
        if name.label_ in OTHER_NAMES and name.start_char <= one.start and one.end <= name.end_char:
            yield name


def _is_authority(name: Span) -> bool:
    return name[-1].lower_ in words("own") | words("county")


def _in_contact(one: Candidate, doc: Doc) -> bool:
    return any(kind == "contact" and start <= one.start < end for kind, start, end in sections(doc))


def _spread(found: Sequence[Candidate], meanings: dict[Candidate, Meaning], text: str) -> None:
    """Let the names of one list share what is sure of one of them: "i Molde, Aukra og Vestnes"."""
    for run in _runs(found, text):
        shared = [meanings[one] for one in run if meanings[one] in SURE]
        for one in run:
            if shared and meanings[one] not in NONE | SURE:
                meanings[one] = shared[0]


def _runs(found: Sequence[Candidate], text: str) -> Iterator[list[Candidate]]:
    run: list[Candidate] = []
    for one in found:
        if run and not LISTED.fullmatch(text, run[-1].end, one.start):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _settled(one: Candidate, what: Meaning, people: set[str], known: set[str], doc: Doc) -> Meaning:
    """What a name means in the light of the whole document."""
    if what in SURE or what in NONE:
        return what
    if one.name in people:
        return "person"
    if what == "surname":
        return "bare"
    if what == "plain":
        return "bare" if one.name in known or _fills_its_cell(one, doc) else "part"
    return what


def _fills_its_cell(one: Candidate, doc: Doc) -> bool:
    """Whether the name is all that a table's cell or a list's item holds."""
    before, behind = doc.text[: one.start][-1:], doc.text[one.end : one.end + 1]
    return before in {"", "\n", "\t"} and behind in {"", "\n", "\t"}


def _facts(one: Candidate, what: Meaning, around: Surroundings) -> PlaceFacts:
    start, end = around.sentence(one.start)
    before = [word.lower() for word in WORDS.findall(around.text[start : one.start])[-FORMER_REACH:]]
    sentence = {word.lower() for word in WORDS.findall(around.text[start:end])}
    former = what == "kommune-word" or not words("former").isdisjoint(before) or not words("merge").isdisjoint(sentence)
    return PlaceFacts(one.name, former=former, hint=around.hint(one), sure=what in SURE)
