"""Read the roles of a document: which title belongs to which mention, and what it is in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.annotate.people.bodies import bodies, is_apart, named_body, prefix
from pipeline.annotate.people.grammar import (
    BOARD,
    CONTINUED,
    CONTINUES,
    EACH,
    OFFICE,
    PATTERNS,
    SAME_POST,
    SHARED,
    THEY,
    WORDING,
)
from pipeline.annotate.people.holding import VERBS, holds, is_parted
from pipeline.annotate.people.names import Name
from pipeline.annotate.people.scene import Match, Scene
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import is_relational, title_word
from pipeline.spans.people import RoleFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.people.items import Item
    from pipeline.annotate.people.words import Words
    from pipeline.spans.people import Extent

WAS = ("var", "vært", "vore")
SEATED = (":", "består av", "bestod av", "besto av")


@dataclass(frozen=True, slots=True)
class Found:
    """A role: where its title stands, the rule that read it, and what it says."""

    start: int
    end: int
    by: str
    facts: RoleFacts


def roles(words: Words, row: list[Item]) -> list[Found]:
    """The roles of a document in the order of the text."""
    scene = Scene(words, row)
    closed: set[int] = set()
    found: list[Found] = []
    for by, pattern in PATTERNS:
        place = 0
        while match := pattern.search(scene.letters, place):
            read = Match(scene, by, match)
            people = read.people()
            if people and closed.isdisjoint(read.titles) and holds(read):
                closed.update(read.titles)
                found += _found(read, people)
                place = match.end("t")
                for more in _continued(read, closed):
                    closed.update(more.titles)
                    found += _found(more, people)
                    place = more.match.end("t")
            else:
                place = match.start() + 1
    found += [*_same_posts(scene, found), *_second_titles(scene, closed, found), *_ministries(scene, closed, found)]
    found += [*_each_in_its_own(scene, closed), *_offices(scene), *_of_them_all(scene, closed)]
    found = _with_shared_bodies(scene, found)
    found += _second_wordings(scene, closed, found)
    return sorted(found, key=lambda role: role.start)


def _continued(read: Match, closed: set[int]) -> Iterator[Match]:
    """The further titles of those whom a match gives one: "er lærer i Hole og har vært leder i Vik IL"."""
    if read.by not in CONTINUES or read.match.start("t") < read.match.start("n" if read.has("n") else "h"):
        return
    place = read.match.end()
    while match := CONTINUED.match(read.scene.letters, place):
        if match.start("t") in closed or is_parted(read.scene, place, match.start("t"), VERBS):
            return
        yield Match(read.scene, read.by, match)
        place = match.end()


def _found(read: Match, people: list[Item]) -> Iterator[Found]:
    scene, own = read.scene, bodies(read)
    extents = tuple(person.extent for person in people)
    for index in read.titles:
        item, title = scene.row[index], scene.title(index)
        held = () if own and is_apart(read, index) else own
        lead = prefix(scene, title)
        text = title.bare if lead and title.bare else title.text
        if index and scene.words.text[slice(*scene.row[index - 1].extent)] in WAS:
            text = text.removeprefix("tidligere ").removeprefix("tidlegare ")  # var tidligere rektor
        yield Found(item.start, item.end, read.by, RoleFacts(text, extents, held or ((lead,) if lead else ())))


def _with_shared_bodies(scene: Scene, found: list[Found]) -> list[Found]:
    """The roles, those of a board's list or of a pair of officers in the body that is named once for all."""
    shared: dict[int, Extent] = {}
    for match in BOARD.finditer(scene.letters):
        between = scene.words.text[scene.row[match.start("o")].end : scene.row[match.start("each")].start]
        if between.strip() not in SEATED:
            continue
        titles = (i for i in range(*match.span("each")) if scene.letters[i] in "TM")
        shared |= {scene.row[i].start: scene.row[match.start("o")].extent for i in titles}
    for match in SHARED.finditer(scene.letters):
        if is_relational(scene.title(match.start("t")).text) and (body := named_body(scene, match.start("o"))):
            shared[scene.row[match.start("t")].start] = body
    return [
        replace(role, facts=replace(role.facts, organizations=(shared[role.start],)))
        if role.start in shared and not role.facts.organizations
        else role
        for role in found
    ]


def _second_wordings(scene: Scene, closed: set[int], found: list[Found]) -> Iterator[Found]:
    """The roles of "Det sier Kari Vik. Skipperen smiler.": what the next sentence calls the one person of a sentence.

    Only of a person without a role, by a title that nobody else of the text has, and that many may have.
    """
    titled = {_last_name(scene, extent) for role in found for extent in role.facts.people}
    taken = {role.facts.title.split(" ")[-1] for role in found}
    for match in WORDING.finditer(scene.letters):
        index = match.start("t")
        title = scene.title(index).text
        end = match.start()
        start = max(scene.letters.rfind(sign, 0, end - 1) for sign in ".;") + 1
        people = [item for item in scene.row[start:end] if item.letter == "N"]
        if index in closed or len(people) != 1 or title.split(" ")[-1] in taken or _is_office(title):
            continue
        if _last_name(scene, people[0].extent) not in titled:
            item = scene.row[index]
            yield Found(item.start, item.end, "role-wording", RoleFacts(title, (people[0].extent,)))


def _last_name(scene: Scene, extent: Extent) -> str:
    return scene.words.text[slice(*extent)].split()[-1]


def _is_office(title: str) -> bool:
    """Whether a title is of one at a time, so that the text need not mean a person whom it names by it."""
    return is_relational(title) or title.endswith(tuple(column("single_offices.csv", "head")))


def _same_posts(scene: Scene, found: list[Found]) -> Iterator[Found]:
    """The roles of "Nils Hole, som har samme verv i Vik Bank": the title that he was given before, in another body."""
    titles = {person: role for role in sorted(found, key=lambda role: role.start) for person in role.facts.people}
    for match in SAME_POST.finditer(scene.letters):
        person, post, body = (scene.row[match.start(group)] for group in ("n", "t", "o"))
        role = titles.get(person.extent)
        if role:
            facts = RoleFacts(role.facts.title, (person.extent,), (body.extent,))
            yield Found(post.start, post.end, "role-same-post", facts)


def _each_in_its_own(scene: Scene, closed: set[int]) -> Iterator[Found]:
    """The roles of "ordførerne Kari Vik i Lom og Ola Nes i Skjåk": one title, each in a body of their own."""
    for match in EACH.finditer(scene.letters):
        index = match.start("t")
        if index in closed:
            continue
        title, held = scene.row[index], scene.row[slice(*match.span("each"))]
        people = tuple(item.extent for item in held if item.letter == "N")
        own = tuple(item.extent for item in held if item.letter in "Oo")
        facts = RoleFacts(scene.title(index).text, people, own, each=True)
        yield Found(title.start, title.end, "role-before-name", facts)


def _offices(scene: Scene) -> Iterator[Found]:
    """The roles of "Statsforvalteren i Rogaland, Kari Vik": an organisation that is called by the title of who leads it."""
    for match in OFFICE.finditer(scene.letters):
        office, person = scene.row[match.start("o")], scene.row[match.start("n")]
        word, _, rest = scene.words.text[office.start : office.end].partition(" ")
        if word in column("offices.csv", "office") and (title := title_word(word)):
            of = rest.removeprefix("i ").removeprefix("for ")
            body = ((office.end - len(of), office.end),) if of else ()
            facts = RoleFacts(title.word.lower(), (person.extent,), body)
            yield Found(office.start, office.start + len(word), "role-before-name", facts)


def _of_them_all(scene: Scene, closed: set[int]) -> Iterator[Found]:
    """The roles of "Kari Vik og Ola Nes har kjøpt Fjellstua. De er begge kokker.": those of all whom a sentence names first."""
    for match in THEY.finditer(scene.letters):
        read = Match(scene, "role-pronoun", match)
        if scene.words.text[slice(*scene.row[match.start("p")].extent)] in ("De", "Dei", "Begge"):
            yield from _found(read, read.people() if closed.isdisjoint(read.titles) else [])


def _second_titles(scene: Scene, closed: set[int], found: list[Found]) -> Iterator[Found]:
    """The role "statsråd" of the one minister of a text that speaks of "statsråden"."""
    ministers = {person for role in found if role.facts.title.endswith("minister") for person in role.facts.people}
    held = (item.value for item in scene.row if item.extent in ministers)
    names = {name.name.split()[-1] for name in held if isinstance(name, Name)}
    free = (i for i, letter in enumerate(scene.letters) if letter == "D" and i not in closed)
    second = next((i for i in free if scene.title(i).text == "statsråd"), None)
    if second is not None and len(names) == 1:
        item = scene.row[second]
        yield Found(item.start, item.end, "role-minister", RoleFacts("statsråd", (min(ministers),)))


def _ministries(scene: Scene, closed: set[int], found: list[Found]) -> Iterator[Found]:
    """The role "justisminister" of the one "statsråd" of a text that gives no minister a name."""
    ministers = any(role.facts.title.endswith("minister") for role in found)
    unnamed = {person for role in found if role.facts.title == "statsråd" for person in role.facts.people}
    free = (i for i, letter in enumerate(scene.letters) if letter == "D" and i not in closed)
    own = next((i for i in free if scene.title(i).text.endswith("minister")), None)
    if own is not None and not ministers and len(unnamed) == 1:
        item = scene.row[own]
        yield Found(item.start, item.end, "role-minister", RoleFacts(scene.title(own).text, tuple(unnamed)))
