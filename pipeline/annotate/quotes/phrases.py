"""Find who speaks where no verb of speech leads to a name: "var svaret fra Kari Vik", "var alt Vik orket å si"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.words import REACH, STOP, WORD, Kind, is_person_noun, is_received, of_kind
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.spans.people import Extent

    Mentions = Callable[[int, int], list[Extent]]

IS = r"(?:er|var|lyder|lød|lydde|blir|ble|blei|vart)\s"
FROM = re.compile(  # var den klare beskjeden fra, kom det kontant frå, heter det i en uttalelse fra
    rf"(?:(?:{IS}|(?:kommer|kjem|kom|heter|heiter|het|heitte)\s)"
    rf"(?:det(?:\s\w+)?|(?:den\s|det\s)?(?:\w+\s)?(?:{'|'.join(sorted(of_kind('told')))}))"
    r"|(?:heter|heiter|het|heitte|står|stod|sto)\sdet\si\s(?:en|ein|ei|et|eit)\s\w+)"
    r"\s(?:fra|frå|til)\s"
)
ALL = re.compile(rf"{IS}(?:alt|det\seneste|det\seinaste|det\ssiste)\s")  # var alt
MANAGED = re.compile(  # orket å si, fekk sagt, ville sende
    r"\s(?:[a-zæøå]{2,12}\s(?:å\s)?)?"
    r"(?:si|seie|seia|sa|sagt|sende|sendte|skrive|skriva|skrev|skreiv|svare|svara|svarte|fortelle|fortelje|få\s(?:fram|frem))\b"
)
WONDERED = re.compile(r"(?: ?gjerne| ?bare| ?berre)? (?:vite|vete|vita|ha svar)\b")  # ville dommeren vite
SAYING = re.compile(r"(?: ?alltid| ofte)? å (?:si|seie|seia)\b")  # pleide Vik å si
HABIT = ("pleide", "pleier", "brukte", "bruker", "brukar", "brukade", "plar", "pla")
WISH = ("vil", "ville")


def goes_with(verb: str) -> re.Pattern[str] | None:
    """What behind its subject makes a verb one of speech: "pleide Vik å si", "ville Vik vite"."""
    if verb in HABIT:
        return SAYING
    return WONDERED if verb in WISH else None


def nominal(text: str, start: int, mentions: Mentions) -> tuple[Kind, int, int] | None:
    """The person of "var svaret fra Kari Vik", "kjem det frå Vik", "kommer det fra henne"."""
    words = FROM.match(text, start)
    word = WORD.match(text, words.end()) if words else None
    if words is None or word is None:
        return None
    named = next(iter(mentions(words.end(), words.end() + REACH)), None)
    if named and not STOP.search(text, words.end(), named[0]) and not is_received(text[words.end() : named[0]]):
        return "name", *named
    kind: Kind = "role" if is_person_noun(word["word"]) else "other"
    return kind, word.start("word"), word.end("word")


def all_said(text: str, start: int, mentions: Mentions) -> tuple[Kind, int, int] | None:
    """The person of "var alt trener Kari Vik orket å si", "var det einaste ho svarte"."""
    words = ALL.match(text, start)
    if words is None:
        return None
    named = next(iter(mentions(words.end(), words.end() + REACH)), None)
    if named and MANAGED.match(text, named[1]) and not STOP.search(text, words.end(), named[0]):
        return "name", *named
    word = WORD.match(text, words.end())
    if word is None or not MANAGED.match(text, word.end()):
        return None
    if word["word"] in column("pronouns.csv", "word"):
        return "pronoun", word.start("word"), word.end("word")
    return ("role", word.start("word"), word.end("word")) if is_person_noun(word["word"]) else None
