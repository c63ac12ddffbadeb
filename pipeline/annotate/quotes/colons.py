"""Find who speaks behind a colon: "Kari Vik sier:", "Han svarar:", "Kari Vik er glad:", "Forsvarer Kari Vik, advokat i Oslo:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.attribution import Attribution
from pipeline.annotate.quotes.words import REACH, is_person_noun, is_title, of_kind
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import qualifier

if TYPE_CHECKING:
    from pipeline.annotate.quotes.attribution import Attributions
    from pipeline.spans.people import Extent

# Kari Vik (Sp) i Askvoll er positiv: | Ola Nes, lederen, jubler: | Lederen, Ola Nes, er klar i talen:
IS = r"(?:er|var|ble|blei|vart|blir)"
FEELING = re.compile(
    r"(?: ?\([^()\n]{1,20}\))?(?: i [A-ZÆØÅ][\wæøå-]{1,30}(?: kommune)?)?(?:,[^,\n]{1,60})?,?"
    rf" {IS}(?! det\b)(?: [a-zæøå]{{1,20}}){{1,4}}\Z"
)
FELT = re.compile(rf"\b{IS}(?: [a-zæøå]{{2,20}}){{0,3}} \Z")  # Etter kampen var trener |
MOOD = re.compile(r" [a-zæøå]{2,20}(?: (?:og|i|på|av)(?: [a-zæøå]{2,20}){1,2})?\Z")  # | kort
BESIDE_NAME = re.compile(r"(?: ?\([^()\n]{1,20}\))?(?:, (?P<beside>[^:\n.]{1,80}))?\Z")  # (52), Måløy | , leder i laget
FINITE = re.compile(
    r"\b(?:er|var|har|hadde|vil|ville|kan|kunne|skal|skulle|må|måtte|får|fikk|fekk|blir|ble|blei|vart|går|gikk|gjekk"
    r"|tar|tek|tok|kommer|kjem|kom|ser|så|gir|gjev|gav|ga|at)\b"
)
SAID = ("si", "seie", "seia", "sagt", "skrevet", "skrive")
MESSAGE = of_kind("message")


def before_colon(text: str, end: int, said: Attributions) -> Attribution | None:
    """Who speaks after a colon at `end`, by the sentence before it: "Kari Vik sier:", "Hun svarer:"."""
    start = max(said.sentence(end), end - REACH)
    words = [(start + match.start(), match[0]) for match in re.finditer(r"[\w-]+", text[start:end])]
    named = said.mentions(start, end)
    verbs = [
        place + len(word)
        for place, word in words
        if word.lower() in speech_verbs() or word.lower() in MESSAGE or word.lower() in SAID
    ]
    for behind in verbs:
        found = said.subject(behind, end)
        if found and found[0] != "other":
            return Attribution(end, "", *found)
    if named and (verbs or feels(text, end, said)):
        return Attribution(end, "", "name", *named[0])
    shown = presented(text, end, said)
    if shown:
        return Attribution(end, "", "name", *shown)
    pronoun = next(((place, word) for place, word in words if word.lower() in column("pronouns.csv", "word")), None)
    return Attribution(end, "", "pronoun", pronoun[0], pronoun[0] + len(pronoun[1])) if verbs and pronoun else None


def feels(text: str, end: int, said: Attributions) -> bool:
    """Whether the sentence before a colon at `end` tells how its one person is: "Kari Vik er glad:"."""
    start = max(said.sentence(end), end - REACH)
    named = said.mentions(start, end)
    if len(named) != 1:
        return False
    first, last = named[0]
    felt = MOOD.fullmatch(text, last, end) is not None and FELT.search(text, start, first) is not None
    return felt or FEELING.fullmatch(text, last, end) is not None


def presented(text: str, end: int, said: Attributions) -> Extent | None:
    """The name right before a colon, or before what the person is: "Forsvarer Kari Vik, advokat i Oslo:"."""
    for first, last in said.mentions(max(said.sentence(end), end - REACH), end):
        beside = BESIDE_NAME.fullmatch(text, last, end)
        if beside and (beside["beside"] is None or _is_apposition(beside["beside"])):
            return first, last
    return None


def _is_apposition(words: str) -> bool:
    """Whether words beside a name tell what the person is, or where from: "daglig leder i Vestfisk", "Måløy"."""
    if FINITE.search(words):
        return False
    first = next((word for word in words.split() if qualifier(word) is None), "")
    return first[:1].isupper() or is_person_noun(first) or is_title(first, "indefinite")
