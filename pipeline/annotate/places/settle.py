"""Settle what names mean in the light of the names beside them and of the whole document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.places.evidence import NONE, SURE, Meaning
from pipeline.annotate.places.surroundings import PLACE
from pipeline.lexicon.bodies import bodies
from pipeline.lexicon.place_words import plain_words, surnames, words
from pipeline.lexicon.register import fold, names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.annotate.places.candidates import Candidate
    from pipeline.annotate.places.surroundings import Surroundings

# what may stand between two names of one list: Molde, Aukra og i Vestnes
LISTED = re.compile(r"s?(?: \([^()]{1,30}\))?(?:,| og| eller| samt| –|/|, og|;)\s?(?:(?:i|på|fra|frå) )?")
DOUBT = 0.5
CLUB = 0.8  # in a sentence on sport a club goes by its town's name
OTHER_NAMES = frozenset({"PER", "ORG", "PROD", "EVT"})
AUTHORITY = re.compile(r"(?:kommun|herad|fylke|bystyre|byråd)\w*\Z")


def settle(
    found: Sequence[Candidate], meanings: dict[Candidate, Meaning], around: Surroundings
) -> dict[Candidate, Meaning]:
    """What each name means: what the words beside it say, corrected by the encoder, its list and the document."""
    people = _people(around) | {one.name for one, what in meanings.items() if what == "person"}
    meanings = {one: _read(one, meanings[one], around) for one in found}
    for run in runs(found, around.text):
        _share(run, meanings)
    known = {one.name for one, what in meanings.items() if what in SURE} | _publisher(around)
    entries = {one.name for one in found if around.entry(one)}
    return {one: _settled(one, meanings[one], people, known, entries, around) for one in found}


def runs(found: Sequence[Candidate], text: str) -> Iterator[list[Candidate]]:
    """The names that stand together in one list; a name that stands alone is a list of one."""
    run: list[Candidate] = []
    for one in found:
        if run and not LISTED.fullmatch(text, run[-1].end, one.start):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _read(one: Candidate, what: Meaning, around: Surroundings) -> Meaning:
    """What the encoder adds to the words beside a name."""
    name = around.entity(one)
    if name is None or one.shared or one.compound or name.label_ not in OTHER_NAMES or name._.confidence < DOUBT:
        return what
    if (name.start_char, name.end_char) != (one.start, one.end) and not _is_authority(name[-1].lower_):
        extent = around.text[name.start_char : name.end_char]
        own = around.text[one.start : one.end]
        if extent.rstrip("s'’") != own and not _is_seat(extent, own):
            return "person" if name.label_ == "PER" else "part"
    if name.label_ == "ORG" and what in {"bare", "direction"} and name._.confidence >= CLUB:
        return what if words("sport").isdisjoint(around.words(one.start)) else "part"
    return "lone" if name.label_ == "PER" and what in {"bare", "surname"} else what


def _is_seat(extent: str, own: str) -> bool:
    """Whether the encoder has taken a known body and the place it is in for one name: "NORCE i Bergen"."""
    body, tie, place = extent.rpartition(" i ")
    return bool(tie) and place.rstrip("s'’") == own and body in bodies() and body.lower() not in words("seat")


def _is_authority(word: str) -> bool:
    return AUTHORITY.match(word) is not None or word in words("own") | words("county")


def _share(run: Sequence[Candidate], meanings: dict[Candidate, Meaning]) -> None:
    """Let the names of one list share what is sure of one of them: "i Molde, Aukra og Vestnes"."""
    sure = [meanings[one] for one in run if meanings[one] in SURE]
    firm = [one for one in run if _is_firm(one, meanings[one])]
    for one in run:
        if sure and meanings[one] not in NONE | SURE:
            meanings[one] = sure[0]
        elif len(run) > 1 and firm and meanings[one] in {"plain", "surname", "lone"}:
            meanings[one] = "bare"


def _is_firm(one: Candidate, what: Meaning) -> bool:
    """Whether a name in a list makes its neighbours places: it is no surname and no everyday word."""
    return what == "bare" or (what == "lone" and one.name not in surnames() | plain_words())


def _people(around: Surroundings) -> set[str]:
    """The surnames of the people whom the document gives by their full names, folded."""
    people = [name for name in around.doc.ents if name.label_ == "PER" and " " in name.text]
    last = [fold(name.text.rsplit(" ", 1)[-1]) for name in people]
    return {*last, *(name.removesuffix("s") for name in last)}


def _publisher(around: Surroundings) -> set[str]:
    """The name of the municipality that issued the document, folded; none where another body did."""
    publisher = fold(around.doc.user_data.get("publisher") or "")
    name, _, kind = publisher.rpartition(" ")
    return {name} if AUTHORITY.match(kind) and name in names() else set()


def _settled(
    one: Candidate, what: Meaning, people: set[str], known: set[str], entries: set[str], around: Surroundings
) -> Meaning:
    """What a name means in the light of the whole document."""
    if what in SURE | NONE:
        return what
    if one.name in people and not (one.name in known and what == "direction") and not around.tagged(one, *PLACE):
        return "person"
    if what == "direction":
        return "preposition"
    if what == "lone" and one.name in surnames() - known and around.speaks(one):
        return "person"
    if what == "plain" and one.name not in known:
        return "bare" if len(entries) > 1 and around.entry(one) else "part"
    return "bare"
