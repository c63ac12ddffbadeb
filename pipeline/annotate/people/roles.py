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
    LISTED,
    OFFICE,
    PATTERNS,
    SAME_POST,
    SHARED,
    THEY,
    WORDING,
)
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

SHORTEST_GENITIVE = 5  # letters: "siktedes"
PLAYS = ("spiller", "spilte", "spelar", "spelte", "spela")
WAS = ("var", "vært", "vore")
ADJECTIVES = ("valgt", "vald", "ansatt", "tilsett", "ansvarlig", "ansvarleg")  # tillitsvalgte: one or several
VERBS = frozenset(("VERB", "AUX"))
PARTING = VERBS | {"SCONJ"}
OTHER = ("annen", "annan", "anna")  # en annen representant, Kari Vik
SEATED = (":", "består av", "bestod av", "besto av")
MOST_BEFORE = 8  # items
GOT = frozenset(("fikk", "fekk", "fått", "får"))  # søkte og fikk


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
            if people and closed.isdisjoint(read.titles) and _holds(read):
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
        if match.start("t") in closed or _is_parted(read.scene, place, match.start("t"), VERBS):
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


def _holds(read: Match) -> bool:
    """Whether what stands around a match allows it."""
    scene, match, first = read.scene, read.match, read.match.start("t")
    if not read.has("n"):
        return True
    if read.has("k") and not _is_noun(scene, match.start("k")):
        return False  # Lege og spilte Kari Vik
    if scene.letters[first] == "D" and "C" in match["n"] and not scene.title(first).text.endswith(ADJECTIVES):
        return False  # læreren Kari Vik og Ola Nes
    if read.has("g4"):
        return bool(bodies(read))
    if read.by == "role-as":
        return not _is_sought(read)
    if match.start("n") > first:
        free = read.by != "role-copula" or read.before not in "IF"  # For fylkesmannen er Kari Vik viktig
        return free and (read.by != "role-before-name" or _holds_before(read))
    if read.by == "role-apposition":
        return not _is_parted(scene, match.start("n"), first)
    return read.by != "role-copula" or (read.before not in "ILFq" and not _is_praise(read, first))


def _holds_before(read: Match) -> bool:
    """Whether what stands around a title before a name allows it."""
    scene, match, first = read.scene, read.match, read.match.start("t")
    if _is_played(scene, first):
        return False
    apposed = _is_apposed(scene.letters, match.start())
    between = scene.letters[match.start("n") - 1]
    if between != ",":
        listed = LISTED.search(scene.letters, max(0, match.start() - MOST_BEFORE), match.start())
        return bool(listed) or not (apposed and between in "Oo")  # Ola Nes, leder i Vik IL Kari Vik
    sure = (
        scene.letters[first] in "DM"
        or scene.title(first).opening
        or read.body is not None
        or _is_owned(scene, first)
        or " for " in scene.title(first).text
        or scene.words.text[slice(*scene.row[first - 1].extent)] in OTHER
    )
    ends = scene.letters[match.end("n") : match.end("n") + 1] in ("", *".,;)")
    told = read.before != "E" or (scene.letters[first] == "D" and scene.letters[match.start() - 2] not in "NH")
    free = told and (read.before != "I" or (ends and scene.letters[first] == "D"))
    return sure and free and not apposed


def _is_parted(scene: Scene, name: int, title: int, parting: frozenset[str] = PARTING) -> bool:
    """Whether a verb or a conjunction stands between a name and a title: "Kari Vik, møtte lederen", "mens lederen"."""
    between = (item for item in scene.row[name:title] if item.letter == "x")
    told = (item for item in between if scene.words.text[item.start : item.end] != "ha")  # etter å ha vært
    return not parting.isdisjoint(scene.words.reading.part(item.start) for item in told)


def _is_sought(read: Match) -> bool:
    """Whether someone only applies for the post: "Kari Vik har søkt jobben som rådmann"."""
    start, end = max(0, read.match.start("n") - 2), read.match.start("t")
    between = {read.scene.words.text[slice(*item.extent)].lower() for item in read.scene.row[start:end]}
    return not between.isdisjoint(column("applying.csv", "word")) and between.isdisjoint(GOT)


def _is_played(scene: Scene, title: int) -> bool:
    """Whether someone only plays who holds a title: "Kari Vik spiller rektor Falk"."""
    verb = scene.words.text[slice(*scene.row[title - 1].extent)] if title else ""
    return verb in PLAYS and scene.letters[title - 2 : title - 1] == "N"


def _is_noun(scene: Scene, index: int) -> bool:
    """Whether an item is a noun in the indefinite."""
    noun = scene.words.reading.noun(scene.row[index].start)
    return noun is not None and noun[1] == "indefinite"


def _is_owned(scene: Scene, title: int) -> bool:
    """Whether a title follows a pronoun, a noun or a name in the genitive: "hans forsvarer", "Kari Viks forsvarer"."""
    if scene.letters[title - 1] in "hGq":
        return True
    owner = scene.row[title - 1]
    if owner.letter == "N" and scene.words.text[owner.end : owner.end + 2] == "s ":
        return True
    before = scene.words.text[slice(*owner.extent)]
    return scene.letters[title - 1] == "x" and len(before) >= SHORTEST_GENITIVE and before.endswith("s")


def _is_praise(read: Match, title: int) -> bool:
    """Whether a title only says how someone is: "Kari Vik er en tydelig leder"."""
    scene = read.scene
    if read.body is not None or scene.letters[title - 1] != "x" or not is_relational(scene.title(title).text):
        return False
    articled = scene.words.text[slice(*scene.row[title - 2].extent)] in ("en", "ein", "ei")
    return articled and scene.words.reading.part(scene.row[title - 1].start) == "ADJ"


def _is_apposed(letters: str, start: int) -> bool:
    """Whether what begins here stands in apposition to a name before it."""
    before = letters[max(0, start - 6) : start]
    return before.endswith(",") and before[:-1].rstrip("PA").endswith("N")


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
