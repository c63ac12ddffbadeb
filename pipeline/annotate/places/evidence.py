"""Decide what a name means where it stands: a municipality or county, a person, or a part of another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pipeline.lexicon.names import INITIAL, is_given, is_party, is_small
from pipeline.lexicon.place_words import plain_words, regions, surnames, words
from pipeline.lexicon.register import fold
from pipeline.lexicon.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from pipeline.annotate.places.candidates import Candidate
    from pipeline.annotate.places.surroundings import Beside, Surroundings

# sure: the text beside it shows a place or an authority; bare: nothing speaks against it; plain: it may be an everyday
# word; surname: it may be a person's; person and part: it is none
Meaning = Literal["kommune-word", "preposition", "bare", "plain", "surname", "person", "part"]
SURE: frozenset[Meaning] = frozenset({"kommune-word", "preposition"})
NONE: frozenset[Meaning] = frozenset({"person", "part"})

BRACKET = re.compile(r"s? \((?P<inside>[^()]{1,12})\)")
AGE = re.compile(r"\d{1,3}")
NAMED_ROLE = re.compile(r"[A-ZÆØÅ][\w.-]+(?: \([^)]{1,6}\))?,? [\w.-]*\Z")  # Lars M. Lunner, ordfører | Jevnaker
ROLE = re.compile(
    r"(?:\w*(?:ordfør[ae]r|rådmann|direktør|lede?r|leiar|sjef|minister|rektor|prest|prost|biskop|lege|rådgiv[ae]r"
    r"|rådgjevar|tren[ae]r|mann|kvinne|advokat|lensmann|statsråd|politi\w+|lærar|lærer))\Z",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\d{4}")
STRONG = frozenset({"i", "på", "fra", "frå", "mellom", "utenfor", "utanfor", "nær", "rundt"})


def meaning(one: Candidate, around: Surroundings) -> Meaning:
    """What a name means by the words beside it."""
    beside = around.beside(one)
    followed, led = beside.followed, beside.led
    if followed.lower() in words("own") | words("county"):
        return "part" if led.lower() in words("before") else "kommune-word"
    if _is_part(one, beside, around):
        return "part"
    if _is_person(one, beside, around):
        return "person"
    if around.hint(one) or led.lower() in STRONG:
        return "preposition"
    if led.lower() in words("near") and led.lower() not in {"til", "for", "av", "med", "hos", "ved", "mot", "enn"}:
        return "preposition"
    if ROLE.match(led):
        return _after_role(one, beside, around)
    if one.name in plain_words() and around.opens(one.start):
        return "plain"
    return "bare"


def _is_part(one: Candidate, beside: Beside, around: Surroundings) -> bool:
    """Whether the name is a part of another name: "Molde FK", "Helse Førde", "Universitetet i Oslo"."""
    led, followed = beside.led, beside.followed
    behind = one.end + len(beside.gap_after)
    if followed in words("behind") or followed.lower() in words("behind"):
        return True
    if followed[:1].isupper() and not around.opens(behind) and not is_given(followed):
        return True
    if led.lower() in words("before") or POSTCODE.fullmatch(led):
        return True
    if led in {"i", "på", "for"} and _word_before(beside.before_start, around).lower() in words("seat"):
        return True
    return led[:1].isupper() and not around.opens(beside.before_start) and not _stands_alone(led)


def _stands_alone(word: str) -> bool:
    """Whether a capitalised word before the name does not belong to it: a given name, an initial, a small word."""
    return is_given(word) or INITIAL.fullmatch(word) is not None or is_small(word) or word.lower() in words("near")


def _word_before(position: int, around: Surroundings) -> str:
    return (around.text[max(0, position - 30) : position].split() or [""])[-1]


def _is_person(one: Candidate, beside: Beside, around: Surroundings) -> bool:
    """Whether the name is a person's: "Anders Hole", "Lunner (Ap)", "sier Vang"."""
    led = beside.led
    if INITIAL.fullmatch(led) or (led[:1].isupper() and is_given(led) and not is_small(led)):
        return True
    bracket = BRACKET.match(around.text, one.end)
    if bracket and (AGE.fullmatch(bracket["inside"]) or is_party(bracket["inside"])):
        return fold(bracket["inside"]) not in regions()
    verb = bool(speech_verbs() & {led.lower(), beside.followed.lower()})
    return verb and one.name in surnames()


def _after_role(one: Candidate, beside: Beside, around: Surroundings) -> Meaning:
    """A role and a name: the municipality behind a named person's role, or else a person by the surname."""
    if NAMED_ROLE.search(around.text[max(0, beside.before_start - 40) : beside.before_start + len(beside.before)]):
        return "preposition"
    return "person" if one.name in surnames() else "surname"
