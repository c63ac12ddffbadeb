"""Tell on which side of the article's day an expression without a year lies, by tense and sense of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from pipeline.lexicon.calendar.evidence import tells, tense
from pipeline.lexicon.calendar.words import words as calendar_words
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.spans.dates import Interval, Lean, Part, Season, Timed, Weekday, Weekend

if TYPE_CHECKING:
    from pipeline.spans.dates import Node

WORD = re.compile(r"[^\W\d_]+|[,;:–—()«»\"]")
SCENE_SIZE = 36  # characters
# utsatt til møtet 23. februar | be om utsettelse til 1. oktober
POSTPONED = re.compile(
    r"\b(?:utsatt|utsett|utsettes|utsetjast|utsettelse|utsettelsen|utsetjing|utsetting)\b[^.,;]{0,24}\btil\b[^.,;0-9]{0,24}\Z",
    re.IGNORECASE,
)
PROMISES = frozenset(  # verbs of speech that tell of what is to come: "lover ferje torsdag"
    ("lover", "lovar", "truer", "trugar", "varsler", "varslar", "håper", "håpar", "vonar", "venter", "ventar")
)
GUESSED = ("må", "kan", "kunne")
POSTPONED_SIZE = 70  # characters
NUMBER_SIZE = 24  # characters of a number with the word before it
COUNTED = re.compile(r"(?<![\w.])(?!(?:uke|veke|kl|klokk\w+) )[^\W\d_]{2,} \d{1,3}(?:[ .]\d{3})* $", re.IGNORECASE)
CLAUSE = 12  # words: what a clause boundary counts for
AUXILIARY = 6  # words: how far before its participle an auxiliary stands
# "Det er onsdag ettermiddag", "Klokka er sju torsdag morgen" tell of what was
SCENE = re.compile(r"(?:^|[:.–-] ?)(?:det er|klokk(?:a|en) er[^.:]{0,20})\s*$")
LEANS = {"past": Lean.PAST, "present": Lean.LIKELY_COMING, "future": Lean.COMING}


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb of a sentence: where it begins, how it leans, and in which clause it stands."""

    start: int
    lean: Lean
    clause: int
    place: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words and verbs, read once for all its expressions."""

    text: str
    words: tuple[tuple[int, str], ...]
    clauses: tuple[int, ...]
    verbs: tuple[Verb, ...]


def sentence(text: str) -> Sentence:
    """The words and verbs of a sentence."""
    words = tuple((match.start(), match[0].lower()) for match in WORD.finditer(text))
    clauses, clause, conjunctions = [], 0, tells("conjunction")
    for _, word in words:
        clause += not word[0].isalpha() or word in conjunctions
        clauses.append(clause)
    verbs = tuple(
        Verb(start, found, clauses[place], place)
        for place, (start, word) in enumerate(words)
        if not _is_name(text, words, place) and (found := _verb(text, words, place, word))
    )
    return Sentence(text, words, tuple(clauses), verbs)


def lean(within: Sentence, start: int, node: Node) -> Lean:
    """The lean of an expression that begins at a character of its sentence.

    >>> from pipeline.spans.dates import Month
    >>> [lean(sentence(text), text.index("mai"), Month(5)).value
    ...  for text in ("Kommunen tok den i bruk i mai", "De skal møtes i mai", "Møtet blir i mai", "Siden mai")]
    ['past', 'coming', 'likely', 'past']
    """
    before = [word for place, word in within.words if place < start]
    last = before[-1] if before else ""
    verb = _nearest(within, start)
    if last in tells("past"):
        return Lean.PAST
    if told := _limit(within, start, node, verb, before):
        return told
    if last == "for" and isinstance(node, Part):
        return Lean.NEAR  # tallene for andre kvartal
    if verb is None:
        return Lean.COMING if tells("coming") & {word for _, word in within.words} else Lean.NEAR
    if last in tells("onward") and isinstance(node, Season) and _perfect(within, verb):
        return Lean.COMING
    if verb.lean is Lean.LIKELY_COMING:
        return _present(within, start, node, verb)
    return _past(within, start, verb) if verb.lean is Lean.PAST else verb.lean


def _limit(within: Sentence, start: int, node: Node, verb: Verb | None, before: list[str]) -> Lean | None:
    """The lean of what something is put off to, planned for or to be done by; None of anything else."""
    last = before[-1] if before else ""
    ahead = last == "til" and before[-2:-1] == ["fram"] and all(one.lean is not Lean.PAST for one in within.verbs)
    if ahead or POSTPONED.search(within.text, max(0, start - POSTPONED_SIZE), start):
        return Lean.COMING
    if last in tells("limit"):
        told = verb is not None and verb.lean is Lean.PAST and not isinstance(node, (Weekday, Timed))
        return Lean.NEAR if told else Lean.COMING  # lovte svar innen 1. juni
    toward = last in tells("toward") and not isinstance(node, Interval) and _planned(before, node)
    return Lean.COMING if toward else None


def _past(within: Sentence, start: int, verb: Verb) -> Lean:
    """The lean behind a verb in the past."""
    if _perfect(within, verb) and _is_awaited(within, verb):
        return Lean.COMING
    between = {word for place, word in within.words if verb.start < place < start}
    if between & tells("offer"):  # har fått tilbud om et møte onsdag
        return Lean.LIKELY_COMING
    return Lean.NEAR if between & tells("infinitive") else Lean.PAST


def _planned(before: list[str], node: Node) -> bool:
    near = set(before[-5:])
    return isinstance(node, (Season, Weekend)) or bool(tells("schedule") & near and "hadde" not in near)


def _present(within: Sentence, start: int, node: Node, verb: Verb) -> Lean:
    timed = isinstance(node, Timed)
    if (
        not timed
        and isinstance(node, Weekday)
        and SCENE.search(within.text[max(0, start - SCENE_SIZE) : start].lower())
    ):
        return Lean.PAST
    word = within.words[verb.place][1]
    between = {other for place, other in within.words if verb.start < place < start}
    if word in _speaking() and isinstance(node, Weekday) and verb.start < start and "å" not in between:
        return Lean.PAST  # no "håper å åpne lørdag"
    near = {word for place, word in within.words if abs(place - start) < 80}
    return Lean.COMING if tells("coming") & near else Lean.LIKELY_COMING


@cache
def _speaking() -> frozenset[str]:
    return speech_verbs("speech") - PROMISES


def _nearest(within: Sentence, start: int) -> Verb | None:
    here = sum(place < start for place, _ in within.words)
    if not within.verbs:
        return None
    clause = within.clauses[min(here, len(within.clauses) - 1)]

    def distance(verb: Verb) -> int:
        apart = abs(verb.clause - clause) + 2 * (verb.clause > clause)  # "fekk alt i desember og står": the verb before
        return apart * CLAUSE + abs(verb.place - here)

    return min(within.verbs, key=distance)


def _verb(text: str, words: tuple[tuple[int, str], ...], place: int, word: str) -> Lean | None:
    """How a word leans if it is a finite verb; a participle goes with its auxiliary."""
    infinitive = place > 0 and words[place - 1][1] == "å"  # å kunne
    found = None if infinitive or word in calendar_words() else tense(word)
    if word in GUESSED and _has_been(words, place):
        return Lean.PAST  # må ha skjedd
    if found == "present" and place and words[place - 1][1] in tells("plural"):
        return None  # egne hender
    if found == "present" and COUNTED.search(text, max(0, words[place][0] - NUMBER_SIZE), words[place][0]):
        return None  # fikk 63 klager
    if found == "past-or-noun":
        return Lean.PAST if place and _subject(text, *words[place - 1]) else None
    if found is None:
        return None
    if found in ("have", "be"):
        behind = [other for _, other in words[place + 1 : place + 1 + AUXILIARY]]
        done = any(_done(other) for before, other in zip(["", *behind], behind, strict=False) if before != "å")
        if not done:
            return Lean.LIKELY_COMING
        return Lean.PAST if found == "have" else Lean.NEAR
    if found == "present" and place and tense(words[place - 1][1]) == "future":
        return None  # skal møtes
    return _behind_auxiliary(words, place) if found == "past" and place else LEANS[found]


def _behind_auxiliary(words: tuple[tuple[int, str], ...], place: int) -> Lean | None:
    """How a past form leans, which may be a participle: None where its auxiliary says it."""
    before = [other for _, other in words[max(0, place - AUXILIARY) : place]]
    auxiliary = next((tense(other) for other in reversed(before) if _aids(other)), None)
    if auxiliary in ("future", "present"):
        return None
    return Lean.NEAR if auxiliary == "be" else Lean.PAST


def _has_been(words: tuple[tuple[int, str], ...], place: int) -> bool:
    """Whether "ha" and a participle follow a modal: "må ha skjedd", "kan ikke ha kjørt"."""
    behind = [other for _, other in words[place + 1 : place + 4]]
    at = place + 1 + behind.index("ha") if "ha" in behind else 0
    return bool(at) and any(_done(other) for _, other in words[at + 1 : at + 4])


def _perfect(within: Sentence, verb: Verb) -> bool:
    """Whether a verb is in the perfect: "har ansatt to fra høsten" plans."""
    near = within.words[max(0, verb.place - AUXILIARY) : verb.place + 1]
    return any(tense(word) == "have" for _, word in near)


def _is_awaited(within: Sentence, verb: Verb) -> bool:
    """Whether a clause tells of what will have come to pass: "når de har forhandlet ferdig i uke 42"."""
    before = (word for _, word in reversed(within.words[: verb.place]))
    return "når" in takewhile(str.isalpha, before)


def _is_name(text: str, words: tuple[tuple[int, str], ...], place: int) -> bool:
    """Whether a word has a capital behind another word: the place Stadlandet has not landed."""
    start = words[place][0]
    return place > 0 and text[start : start + 2].istitle() and words[place - 1][1][0].isalpha()


def _subject(text: str, start: int, word: str) -> bool:
    """Whether a word may be who does it: a name or a pronoun."""
    return text[start].isupper() or word in tells("subject")


def _aids(word: str) -> bool:
    return word in tells("becoming") or tense(word) in ("future", "have", "be")


def _done(word: str) -> bool:
    """Whether a word looks like a participle: a past form, or an ending that hardly anything else has."""
    return tense(word) == "past" or word in tells("participle") or (len(word) > 5 and word.endswith("ert"))
