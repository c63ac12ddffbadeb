"""Tell whether what stands around a match of the grammar lets it be a role: played, praised, sought, parted by a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.people.bodies import bodies
from pipeline.annotate.people.grammar import LISTED
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import is_relational

if TYPE_CHECKING:
    from pipeline.annotate.people.scene import Match, Scene

SHORTEST_GENITIVE = 5  # letters: "siktedes"
PLAYS = ("spiller", "spilte", "spelar", "spelte", "spela")
ADJECTIVES = ("valgt", "vald", "ansatt", "tilsett", "ansvarlig", "ansvarleg")  # tillitsvalgte: one or several
VERBS = frozenset(("VERB", "AUX"))
PARTING = VERBS | {"SCONJ"}
OTHER = ("annen", "annan", "anna")  # en annen representant, Kari Vik
MOST_BEFORE = 8  # items
GOT = frozenset(("fikk", "fekk", "fått", "får"))  # søkte og fikk


def holds(read: Match) -> bool:
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
        return not is_parted(scene, match.start("n"), first)
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


def is_parted(scene: Scene, name: int, title: int, parting: frozenset[str] = PARTING) -> bool:
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
