"""Whether a name is a part of another name: "Molde FK", "Helse Førde", "Universitetet i Oslo", "elva Rauma"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.lexicon.names import INITIAL, is_given, is_small
from pipeline.lexicon.place_words import longer_names, phrases, word_endings, words
from pipeline.lexicon.register import fold, names

if TYPE_CHECKING:
    from pipeline.annotate.places.candidates import Candidate
    from pipeline.annotate.places.surroundings import Beside, Surroundings

POSTCODE = re.compile(r"\d{4}")
AIRPORT = re.compile(r"\b(?:luft(?:havn|hamn)|flyplass),? \Z", re.IGNORECASE)  # Stavanger lufthavn, | Sola
HYPHEN = re.compile(r"-(?:\w|[ ](?:og|eller)\b)")  # Berg- og dalbanen
COMPOUND = re.compile(r"[^\W\d_]+-[a-zæøå]+")  # Sogn-kommunane
STROKE = re.compile(r"/(?P<other>[A-ZÆØÅÁČĐŊŠŦŽ][^\W\d_]*)")  # Bodø/Glimt


def is_part(one: Candidate, beside: Beside, around: Surroundings) -> bool:
    """Whether the words beside a name make it a part of a longer one."""
    led, followed = beside.led, beside.followed
    if _institution(followed, beside, around) or _longer(one, around):
        return True
    if followed[:1].isupper() and not around.opens(beside.after_start) and not _begins_anew(followed):
        return True
    if led.lower() in words("before") or POSTCODE.fullmatch(led):
        return True
    if led in {"i", "på", "for"} and around.word_before(beside.before_start).lower() in words("seat"):
        return True
    if HYPHEN.match(around.text, one.end) and not one.shared:
        return True
    if around.quoted(one) or AIRPORT.search(around.text[max(0, one.start - 12) : one.start]):
        return True
    stroke = STROKE.match(around.text, one.end)
    if stroke and fold(stroke["other"]) not in names():
        return True
    return led[:1].isupper() and not around.opens(beside.before_start) and not _stands_alone(led)


def _institution(followed: str, beside: Beside, around: Surroundings) -> bool:
    """Whether the word behind the name is an institution's: "sjukehus", "skulekrins", "brann og redning"."""
    low = followed.lower()
    if followed in words("behind") or low in words("behind") or (followed.islower() and low.endswith(word_endings())):
        return True
    return bool(followed) and any(around.text.startswith(phrase, beside.after_start) for phrase in phrases("behind"))


def _longer(one: Candidate, around: Surroundings) -> bool:
    return any(around.text.startswith(whole, one.start - at) for whole, at in longer_names().get(one.name, ()))


def _stands_alone(word: str) -> bool:
    """Whether a capitalised word before the name does not belong to it: a given name, an initial, a small word."""
    alone = is_given(word) or INITIAL.fullmatch(word) is not None or is_small(word) or word.lower() in words("near")
    return alone or COMPOUND.fullmatch(word) is not None


def _begins_anew(word: str) -> bool:
    """Whether a capitalised word behind the name does not belong to it: a given name, or "OG" in a headline."""
    return is_given(word) or (word.isupper() and is_small(word))
