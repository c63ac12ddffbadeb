"""Decide what a name means by the words beside it: a municipality or county, a person, or a part of another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pipeline.annotate.places.parts import is_part
from pipeline.annotate.places.surroundings import PLACE
from pipeline.lexicon.names import INITIAL, is_given, is_party, is_small
from pipeline.lexicon.place_words import plain_words, regions, surnames, words
from pipeline.lexicon.register import fold
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.titles import qualifier, title_word

if TYPE_CHECKING:
    from pipeline.annotate.places.candidates import Candidate
    from pipeline.annotate.places.surroundings import Beside, Surroundings

# sure: the text beside it shows an authority or a place; direction: a place or a person ("fra Vang"); bare: nothing
# speaks against a place; plain: it may be an everyday word; surname and lone: it may be a person's; the last two: none
Meaning = Literal["kommune-word", "preposition", "direction", "bare", "plain", "surname", "lone", "person", "part"]
SURE: frozenset[Meaning] = frozenset({"kommune-word", "preposition"})
NONE: frozenset[Meaning] = frozenset({"person", "part"})

BRACKET = re.compile(r"s? \((?P<inside>[^()]{1,12})\)")
AGE = re.compile(r"\d{1,3}")
# Lars M. Lunner, ordfører | Jevnaker; Anders Hole (Sp), ordfører | Hole
NAMED_ROLE = re.compile(r"(?:[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ][\w.-]+(?: \([^)]{1,6}\))?,?|[)\w],) [\w.-]*\Z")
IS_MUNICIPALITY = re.compile(r"\w+ (?:\w{1,20} ){0,2}\w{0,20}(?:kommune|byen|bygda)")  # Flora | er den største kommunen
SEAT_REACH = 40
SHORT_SHOUT = 3  # "OS" in capitals may be anything


def meaning(one: Candidate, around: Surroundings) -> Meaning:
    """What a name means by the words beside it."""
    beside = around.beside(one)
    if _is_authority(one, beside, around):
        return "part" if beside.led.lower() in words("before") else "kommune-word"
    if is_part(one, beside, around):
        return "part"
    if _is_person(one, beside, around):
        return "person"
    return _as_a_place(one, beside, around) or _without_proof(one, beside, around)


def _is_authority(one: Candidate, beside: Beside, around: Surroundings) -> bool:
    """Whether the word behind the name makes it an authority: "Molde kommune", "Moldes ordfører", "Molde-ordføreren"."""
    followed = beside.followed.lower()
    if one.compound or followed in words("own") | words("county"):
        return True
    return followed in words("speaks") and around.genitive(one)


def _as_a_place(one: Candidate, beside: Beside, around: Surroundings) -> Meaning | None:
    """What the word before the name, or the region behind it, says of the place; None where they say nothing."""
    led = beside.led.lower()
    if led in {"i", "på"} and around.word_before(beside.before_start).lower() in words("speaks"):
        return "kommune-word"
    if around.hint(one) or led in words("where"):
        return "preposition"
    if _shouts(one, around) and (len(one.name) < SHORT_SHOUT or not around.tagged(one, *PLACE)):
        return "part" if one.name in plain_words() else "bare"
    return "direction" if led in words("near") else None


def _without_proof(one: Candidate, beside: Beside, around: Surroundings) -> Meaning:
    """What a name means where nothing beside it shows a place."""
    led = beside.led.lower()
    if title_word(led) or led in words("person"):
        return _after_role(one, beside, around)
    if around.genitive(one):
        return "bare"
    if around.speaks(one) and one.name in surnames():
        return "surname"
    return "plain" if one.name in plain_words() and _may_be_a_word(one, beside, around) else "bare"


def _is_person(one: Candidate, beside: Beside, around: Surroundings) -> bool:
    """Whether the name is a person's: "Anders Hole", "Lunner (Ap)", "sier Vang"."""
    led = beside.led
    if INITIAL.fullmatch(led) or (led[:1].isupper() and is_given(led) and not is_small(led)):
        return True
    bracket = BRACKET.match(around.text, one.end)
    if bracket and AGE.fullmatch(bracket["inside"]):  # Lund (54), but the team in "Ida Krumsvik, Volda (8)"
        return one.name in surnames() or around.tagged(one, "PER")
    if bracket and is_party(bracket["inside"]):
        return fold(bracket["inside"]) not in regions()
    return led.lower() in speech_verbs() and one.name in surnames() and beside.followed.lower() not in {"nei", "ja"}


def _after_role(one: Candidate, beside: Beside, around: Surroundings) -> Meaning:
    """A role and a name: the municipality behind a named person's role, or else a person by the surname."""
    before = around.text[max(0, beside.before_start - SEAT_REACH) : beside.before_start + len(beside.before)]
    named = NAMED_ROLE.search(before)
    if named and qualifier(named[0].split()[0]) is None:
        return "preposition"
    return "person" if one.name in surnames() else "surname"


def _shouts(one: Candidate, around: Surroundings) -> bool:
    return around.text[one.start : one.end].isupper()


def _may_be_a_word(one: Candidate, beside: Beside, around: Surroundings) -> bool:
    """Whether an everyday word may stand here with its capital, as the first of a sentence: "Sola skinte"."""
    if not around.opens(one.start):
        return False
    span = around.doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None or span[0].pos_ != "PROPN":
        return True
    followed = beside.followed
    if followed.lower() in words("copula"):
        return not IS_MUNICIPALITY.match(around.text, beside.after_start)
    return followed in {"og", "eller"} and not around.capital_after(beside)
