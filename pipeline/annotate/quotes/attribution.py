"""Find what tells who speaks: "…, sier ordfører Kari Vik", "… fortel ho", "… mukker naboen."."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.annotate.quotes.phrases import all_said, goes_with, nominal
from pipeline.annotate.quotes.words import REACH, STOP, WORD, Kind, is_person_noun, is_received, is_title, of_kind
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import title_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.spans.people import Extent

LEAD = re.compile(r"(?P<stop>[,?!….»”\"“–—-])\s(?P<verb>[a-zæøåé]{2,14})(?![\w-])")  # «, sier», «? svarte»
FORBIDDEN = re.compile(r"\s(?:at|som|mens|medan|når|da|då|hvis|viss|dersom|gjennom)\s|\d{4}")
APPOSED = re.compile(r"[^,]{1,60},\s(?:[\wæøå]{2,20}\s)?(?P<title>[\wæøå-]{2,40})\s")  # kollegaen hennar, snikkaren |
UNKNOWN_VERB = re.compile(r"[a-zæøå]{3,}(?:er|ar|te|de|et)")  # mukker, mukkar, mukket
ENDED = re.compile(r"\s?\([^()\n]{1,20}\)[.,]|[.,]|\Z")  # "Kari Vik (34).", "Vik,"
LATER_THAT = re.compile(r" (?:alltid|ofte|også|òg|videre|vidare|blant annet|blant anna) at\b")  # sa mor alltid at
CLOSING = '»”"'
OBJECTS = ("henne", "ham", "honom")
MOST_SKIPPED = 4  # small words between the verb and the pronoun: "sier nå også han"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks: where the speech before it ends, its verb, the words that name the speaker; whether a table has the verb."""

    cut: int
    verb: str
    kind: Kind
    start: int
    end: int
    known: bool = True


class Attributions:
    """The attributions of a text, in order, over the mentions of people in it."""

    def __init__(self, text: str, people: Sequence[Extent], sentences: Sequence[int]) -> None:
        self._text = text
        self._sentences = sentences
        self._people = people
        self._starts = [start for start, _ in people]
        self.all = [found for match in LEAD.finditer(text) if (found := self._read(match))]
        self._cuts = [found.cut for found in self.all]

    def between(self, start: int, end: int) -> list[Attribution]:
        """The attributions that stand within a stretch of the text."""
        return self.all[bisect_left(self._cuts, start) : bisect_right(self._cuts, end - 1)]

    def mentions(self, start: int, end: int) -> list[Extent]:
        """The mentions of people within a stretch of the text."""
        return list(self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def sentence(self, place: int) -> int:
        """Where the sentence of a place begins."""
        return self._sentences[max(0, bisect_right(self._sentences, place) - 1)]

    def subject(self, start: int, limit: int) -> tuple[Kind, int, int] | None:
        """The words behind a verb of speech that say who speaks; None where it is the writer: "sier jeg"."""
        pronoun = self._pronoun(start)
        if pronoun:
            return None if pronoun[0] == "own" else ("pronoun", *pronoun[1:])
        stop = STOP.search(self._text, start, min(limit, len(self._text)))
        end = stop.start() if stop else min(limit, len(self._text))
        word = WORD.match(self._text, start)
        role = word is not None and is_person_noun(word["word"])
        named = next(iter(self.mentions(start, end)), None)
        if named and self._leads_to(start, named[0], role=role):
            return "name", *named
        if word is None:
            return None
        return "role" if role else "other", word.start("word"), word.end("word")

    def _read(self, match: re.Match[str]) -> Attribution | None:
        place, verb = match.start("verb"), match["verb"]
        cut = match.start() + (match["stop"] not in ",–—-")
        found = nominal(self._text, place, self.mentions) or all_said(self._text, place, self.mentions)
        if found and found[0] == "other":
            return Attribution(cut, verb, *found)
        known = found is not None or verb in speech_verbs() or goes_with(verb) is not None
        if found is None and known:
            found = self._of_verb(verb, match.end())
        elif found is None and UNKNOWN_VERB.fullmatch(verb) and title_word(verb) is None:
            found = self._beside(match.end())
        if found is None or self._indirect(match, found[2], found[0]):
            return None
        return Attribution(cut, verb, *found, known)

    def _of_verb(self, verb: str, end: int) -> tuple[Kind, int, int] | None:
        """The subject of a verb, None where the verb lacks what makes it one of speech."""
        found = self.subject(end, end + REACH)
        needed = goes_with(verb)
        return found if found is None or needed is None or needed.match(self._text, found[2]) else None

    def _beside(self, start: int) -> tuple[Kind, int, int] | None:
        """The person at once behind a verb that no table has: "mukker Kari Vik.", "mukker trener Vik.", "mukker naboen."."""
        word = WORD.match(self._text, start)
        person = word is not None and _is_person(word["word"])
        behind = word.end() if word and person else start
        named = next(iter(self.mentions(start, behind + 2)), None)
        if named:
            return ("name", *named) if ENDED.match(self._text, named[1]) else None
        if word and is_person_noun(word["word"]) and ENDED.match(self._text, behind):
            return "role", word.start("word"), word.end("word")
        return None

    def _pronoun(self, start: int) -> tuple[str, int, int] | None:
        place = start
        for _ in range(MOST_SKIPPED):
            word = WORD.match(self._text, place)
            if word is None or self.mentions(word.start("word"), word.end("word")):
                return None
            if word["word"] in OBJECTS:
                return "own", word.start("word"), word.end("word")  # kaller henne «en naturkraft»
            if word["word"] in column("pronouns.csv", "word"):
                return "third", word.start("word"), word.end("word")
            if word["word"] in OWN:
                return "own", word.start("word"), word.end("word")
            if word["word"] not in SKIPPED:
                return None
            place = word.end()
        return None

    def _leads_to(self, start: int, name: int, *, role: bool) -> bool:
        """Whether the words between verb and name are a title or a place of print: "til NRK", "leiar i laget,"."""
        gap = self._text[start:name]
        if FORBIDDEN.search(gap) or is_received(gap):
            return False
        apposed = APPOSED.fullmatch(gap)
        plain = len(gap.split()) <= 1 or gap.endswith(", ") or (apposed is not None and _is_person(apposed["title"]))
        return plain or not (role or re.search(r"(?<!-)\sog\s", gap[: max(0, len(gap) - 25)]))

    def _indirect(self, match: re.Match[str], end: int, kind: Kind) -> bool:
        """Whether the clause goes on as reported speech: "sier hun at …", "ba Vik omviseren …"."""
        word = WORD.match(self._text, end) if kind != "other" and self._text[end : end + 1] == " " else None
        if word is None:
            return False
        if word["word"] == "om" and match["verb"] not in ASKING:
            return match["stop"] in CLOSING  # «Sult» forteller hun om | – En drøm, sier hun om rollen
        if LATER_THAT.match(self._text, end):
            return True
        return word["word"] in REPORTED or (match["verb"] in BOUND and word["word"] not in BESIDE)


def _is_person(word: str) -> bool:
    """Whether a word before a name says what the person is: "trener", "naboen", "mor"."""
    return is_person_noun(word) or is_title(word, "indefinite") or word.lower() in column("kinship.csv", "word")


OWN = of_kind("own")
SKIPPED = of_kind("skipped")
REPORTED = of_kind("reported")
ASKING = of_kind("asking")
BOUND = of_kind("bound")
BESIDE = of_kind("beside")
