"""Work out the quotes of a document: who it is that speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from models.record import Quote
from pipeline.lexicon.genders import gender
from pipeline.lexicon.priors import prior
from pipeline.lexicon.tables import rows
from pipeline.lexicon.titles import title_word
from pipeline.normalise.context import Context, Reading
from pipeline.spans import QUOTES, extent, facts, full_text, marks, mention, sections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from models.record import Person
    from pipeline.spans.people import Extent
    from pipeline.spans.quotes import QuoteFacts

FIELD = "quotes"
TOLD = ("title", "lead", "heading", "paragraph", "quote", "list_item")  # blocks that tell of a person
HEADLINE = "headline"
NEXT = re.compile(r"[^.!?\n]{0,80}[.!?…]\s{1,2}(?:[\wæøå-]{1,40} ){0,2}|, ")  # sier hun. Rektor | seier ho,
LONGEST_GAP = 200
MOST_PEOPLE = 40  # back from the speech that are looked at


def normalise(doc: Doc, context: Context, people: tuple[Person, ...]) -> Reading[Quote]:  # noqa: ARG001
    """The quotes marked in the document whose speaker is one of its people, in the order of the text."""
    spans = marks(doc, QUOTES)
    speakers = _Speakers(doc, people, [extent(span) for span in spans])
    values: list[Quote] = []
    known: dict[QuoteFacts, Person | None] = {}  # who goes on over several quotes is looked up once
    for span in sorted(spans, key=lambda span: span.label_ == HEADLINE):  # who speaks there is told below
        said: QuoteFacts = facts(span, QUOTES)
        if said not in known:
            known[said] = speakers.find(said, extent(span))
        person = known[said]
        if person:
            speakers.heard(person)
            values.append(
                Quote(
                    speaker=person.name,
                    text=mention(span).text,
                    mention=mention(span),
                    confidence=prior(FIELD, span.label_),
                    by=span.label_,
                )
            )
    return Reading(tuple(sorted(values, key=lambda value: value.mention.start)))


class _Speakers:
    """The people of a text by the places where they are told of."""

    def __init__(self, doc: Doc, people: Iterable[Person], quotes: list[Extent]) -> None:
        self._text = full_text(doc)
        blocks = [(start, end, kind) for kind, start, end in sections(doc)]
        self._starts = starts = [start for start, _, _ in blocks]
        spoken = [start for start, _ in quotes]
        told: list[tuple[int, int, Person]] = []
        self._people = tuple(people)
        self._surnames = Counter(_surname(person) for person in self._people)
        self._heard: dict[str, Person] = {}  # by surname
        self._last: tuple[Person, ...] = ()
        self._at: dict[int, Person] = {}
        for person in self._people:
            for place in person.mentions:
                self._at[place.start] = person
                block = bisect_right(starts, place.start) - 1
                quote = bisect_right(spoken, place.start) - 1
                inside = quote >= 0 and place.start < quotes[quote][1]
                if not inside and (block < 0 or blocks[block][2] in TOLD):
                    told.append((place.start, block, person))
        self._told = sorted(told, key=lambda one: one[0])
        self._places = [place for place, _, _ in self._told]

    def heard(self, person: Person) -> None:
        """Remember who spoke last."""
        self._heard[_surname(person)] = person
        self._last = (person,)

    def find(self, said: QuoteFacts, place: Extent) -> Person | None:
        """The person whom the words mean, None where it is none with a name."""
        words = self._text[said.start : said.end]
        if said.speaker == "name":
            return self._namesake(words) or self._at.get(said.start)
        at = min(place[0], said.start)
        title = title_word(words.lower()) if said.speaker == "role" else None
        if title:
            return self._by_title(title.word, at)
        wanted = GENDERS.get(words.lower(), "")
        told = (*self._before(at), *self._last, *self._behind(said.end))
        return next((person for person in told if _fits(person, wanted)), None)

    def _namesake(self, surname: str) -> Person | None:
        """The one who spoke last of several people of a surname: "sier Vik" where Kari and Ola Vik are told of."""
        return self._heard.get(surname) if self._surnames[surname] > 1 else None

    def _before(self, place: int) -> list[Person]:
        """The people told of before a place, the last first."""
        cut = bisect_right(self._places, place)
        return [person for _, _, person in reversed(self._told[max(0, cut - MOST_PEOPLE) : cut])]

    def _behind(self, place: int) -> list[Person]:
        """The person whom the next sentence behind a place begins with: "– Ja, sier hun. Kari Vik er klar."."""
        cut = bisect_right(self._places, place)
        return [
            person
            for start, _, person in self._told[cut : cut + 1]
            if NEXT.fullmatch(self._text[place : min(start, place + LONGEST_GAP)])
        ]

    def _by_title(self, title: str, place: int) -> Person | None:
        """The person of a title: one who has it, one near who alone is told of, one whose title ends in it."""
        ordered = [*self._before(place), *self._people[:MOST_PEOPLE]]
        held = next((person for person in ordered if title in _titles(person)), None)
        return held or self._alone(place) or next((person for person in ordered if _has(person, title)), None)

    def _alone(self, place: int) -> Person | None:
        """The one person told of in the block of a place before it, or else in the block before that."""
        cut = bisect_right(self._places, place)
        here = bisect_right(self._starts, place) - 1
        for block in (here, here - 1):
            near = {id(one[2]): one[2] for one in self._told[max(0, cut - MOST_PEOPLE) : cut] if one[1] == block}
            if near:
                return next(iter(near.values())) if len(near) == 1 else None
        return None


def _surname(person: Person) -> str:
    return person.name.split()[-1]


def _titles(person: Person) -> set[str]:
    return {word for role in person.roles for word in role.title.lower().split()}


def _has(person: Person, title: str) -> bool:
    """Whether one of a person's titles ends in the title, or it in that: "trener" of "hovedtrener"."""
    return any(word.endswith(title) or title.endswith(word) for word in _titles(person) if len(word) > 3)


def _fits(person: Person, wanted: str) -> bool:
    known = gender(person.name.split()[0])
    return not wanted or known is None or known == wanted


GENDERS = {row["word"]: row["gender"] for row in (*rows("pronouns.csv"), *rows("person_nouns.csv"))}
