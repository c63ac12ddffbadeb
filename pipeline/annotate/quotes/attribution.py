"""Find what tells who speaks: "…, sier ordfører Kari Vik", "… fortel ho", "Til avisa sier Vik:"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.tables import column, rows
from pipeline.lexicon.titles import title_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.spans.people import Extent

Kind = Literal["name", "pronoun", "role", "other"]

LEAD = re.compile(r"(?P<stop>[,?!….»”\"“–—-])\s(?P<verb>[a-zæøåé]{2,14})(?![\w-])")  # «, sier», «? svarte»
WORD = re.compile(r"\s?(?P<word>[\wÆØÅæøå-]+)")
STOP = re.compile(r"[.!?](?=\s+[«\"“–—-]?\s?[A-ZÆØÅ]|\s*\Z)|[\n;:«“\"]|\s[–—]\s")
AGED = re.compile(r"\d{1,3}-årin(?:gen|ga)")  # 26-åringen
FORBIDDEN = re.compile(r"\s(?:at|som|mens|medan|når|da|då|hvis|viss|dersom)\s|(?<=\w)\stil\s|\d{4}")
UNKNOWN_VERB = re.compile(r"[a-zæøå]{3,}(?:er|ar|te|de|et)")  # mukker, mukkar, mukket
ENDED = re.compile(r"\s?\([^()\n]{1,20}\)[.,]|[.,]|\Z")  # "Kari Vik (34).", "Vik,"
NOMINAL = re.compile(
    r"(?:er|var|lyder|lød|lydde|kommer|kjem|kom|heter|heiter)\s"
    r"(?:det(?:\s\w+)?|(?:den\s|det\s)?(?:\w+\s)?(?:kommentaren|beskjeden|svaret|meldingen|meldinga|oppfordringen"
    r"|oppfordringa|oppmodinga|rådet|dommen|konklusjonen|budskapet|bodskapen|reaksjonen))"
    r"\s(?:fra|frå|til)\s"  # var den klare beskjeden fra, kom det kontant frå
)
# Kari Vik (Sp) i Askvoll er positiv: | Ola Nes, lederen, jubler:
FEELING = re.compile(
    r"(?: ?\([^()\n]{1,20}\))?(?: i [A-ZÆØÅ][\wæøå-]{1,30}(?: kommune)?)?(?:,[^,\n]{1,60},)?"
    r" (?:er|var|ble|blei|vart|blir)(?: [a-zæøå]{2,20}){1,4}\Z"
)
HABIT = ("pleide", "pleier", "brukte", "bruker", "brukar", "brukade", "plar", "pla")
SAYING = re.compile(r"(?: ?alltid| ofte)? å (?:si|seie|seia)\b")  # pleide Vik å si
INFINITIVES = ("si", "seie", "seia")
REACH = 160  # characters from the verb to the one who speaks
OBJECTS = ("henne", "ham", "honom")
MOST_SKIPPED = 4  # small words between the verb and the pronoun: "sier nå også han"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks: where the speech before it ends, its verb, and the words that name the speaker."""

    cut: int
    verb: str
    kind: Kind
    start: int
    end: int


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

    def feels(self, end: int) -> bool:
        """Whether the sentence before a colon at `end` tells how its one person is: "Kari Vik er glad:"."""
        named = self.mentions(max(self.sentence(end), end - REACH), end)
        return len(named) == 1 and FEELING.fullmatch(self._text, named[0][1], end) is not None

    def before_colon(self, end: int) -> Attribution | None:
        """Who speaks after a colon at `end`, by the sentence before it: "Kari Vik sier:", "Hun svarer:"."""
        start = max(self.sentence(end), end - REACH)
        words = [(start + match.start(), match[0]) for match in re.finditer(r"[\w-]+", self._text[start:end])]
        named = self.mentions(start, end)
        verbs = [
            place + len(word)
            for place, word in words
            if word.lower() in speech_verbs() or word.lower() in MESSAGE or word.lower() in INFINITIVES
        ]
        for behind in verbs:
            found = self._subject(behind, end)
            if found and found[0] != "other":
                return Attribution(end, "", *found)
        bare = named and self._text[named[-1][1] : end].strip(" ()0123456789") == ""
        if named and (verbs or bare or self.feels(end)):
            return Attribution(end, "", "name", *named[0])
        pronoun = next(((place, word) for place, word in words if word.lower() in column("pronouns.csv", "word")), None)
        return Attribution(end, "", "pronoun", pronoun[0], pronoun[0] + len(pronoun[1])) if verbs and pronoun else None

    def _read(self, match: re.Match[str]) -> Attribution | None:
        found = self._nominal(match)
        if found and found[0] == "other":
            return Attribution(match.start() + (match["stop"] not in ",–—-"), match["verb"], *found)
        if found is None and match["verb"] in speech_verbs():
            found = self._subject(match.end(), match.end() + REACH)
        elif found is None and match["verb"] in HABIT:
            subject = self._subject(match.end(), match.end() + REACH)
            found = subject if subject and SAYING.match(self._text, subject[2]) else None
        elif found is None and UNKNOWN_VERB.fullmatch(match["verb"]) and title_word(match["verb"]) is None:
            found = self._beside(match.end())
        if found is None or self._indirect(match["verb"], found[2], found[0]):
            return None
        cut = match.start() if match["stop"] in ",–—-" else match.start() + 1
        return Attribution(cut, match["verb"], *found)

    def _nominal(self, match: re.Match[str]) -> tuple[Kind, int, int] | None:
        """The person of "var svaret fra Kari Vik", "kjem det frå Vik", "kommer det fra henne"."""
        words = NOMINAL.match(self._text, match.start("verb"))
        word = WORD.match(self._text, words.end()) if words else None
        if words is None or word is None:
            return None
        named = next(iter(self.mentions(words.end(), words.end() + REACH)), None)
        if named and not STOP.search(self._text, words.end(), named[0]):
            return "name", *named
        kind: Kind = "role" if is_person_noun(word["word"]) else "other"
        return kind, word.start("word"), word.end("word")

    def _beside(self, start: int) -> tuple[Kind, int, int] | None:
        """The person named at once behind a verb that no table has: "mukker Kari Vik."."""
        named = next(iter(self.mentions(start, start + 2)), None)
        return ("name", *named) if named and ENDED.match(self._text, named[1]) else None

    def _subject(self, start: int, limit: int) -> tuple[Kind, int, int] | None:
        """The words behind a verb of speech that say who speaks; None where it is the speaker's own "sier jeg"."""
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

    def _pronoun(self, start: int) -> tuple[str, int, int] | None:
        place = start
        for _ in range(MOST_SKIPPED):
            word = WORD.match(self._text, place)
            if word is None or self.mentions(word.start("word"), word.end("word")):
                return None
            if word["word"] in OBJECTS:
                return None  # kaller henne «en naturkraft»
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
        if FORBIDDEN.search(gap):
            return False
        plain = len(gap.split()) <= 1 or gap.endswith(", ")
        return plain or not (role or re.search(r"(?<!-)\sog\s", gap[: max(0, len(gap) - 25)]))

    def _indirect(self, verb: str, end: int, kind: Kind) -> bool:
        """Whether the clause goes on as reported speech: "sier hun at …", "ba Vik omviseren …"."""
        word = WORD.match(self._text, end) if kind != "other" and self._text[end : end + 1] == " " else None
        if word is None:
            return False
        return word["word"] in REPORTED or (verb in BOUND and word["word"] not in BESIDE)


def is_person_noun(word: str) -> bool:
    """Whether a word means one known person: "ordføreren", "26-åringen", "naboen".

    >>> [is_person_noun(word) for word in ("ordføraren", "26-åringen", "naboen", "kommunen", "ordfører")]
    [True, True, True, False, False]
    """
    low = word.lower()
    if AGED.fullmatch(low) or low in column("person_nouns.csv", "word"):
        return True
    title = title_word(low)
    return title is not None and title.form == "definite"


def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("speech_words.csv") if row["kind"] == kind)


OWN = _words("own")
SKIPPED = _words("skipped")
REPORTED = _words("reported")
MESSAGE = _words("message")
BOUND = _words("bound")
BESIDE = _words("beside")
