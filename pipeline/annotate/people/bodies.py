"""Find what a role is in: the municipality or organisation beside the title, or the one named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.bodies import bodies as known_bodies
from pipeline.lexicon.bodies import ends
from pipeline.lexicon.register import named
from pipeline.lexicon.stand_ins import is_such, tells
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import is_relational

if TYPE_CHECKING:
    from pipeline.annotate.people.items import Item
    from pipeline.annotate.people.scene import Match, Scene
    from pipeline.annotate.people.titles import Phrase
    from pipeline.spans.people import Extent

POLITICIANS = ("representant", "politiker", "politikar", "medlem")  # who is one from a party
ASSOCIATIONS = (
    "forbund",
    "forbundet",
    "forening",
    "foreningen",
    "foreining",
    "foreininga",
    "lag",
    "laget",
    "parti",
    "utvalg",
    "utval",
    "gruppa",
    "gruppen",
    "aksjonen",
    "vel",
)
REACH = 200  # items: how far back a stand-in looks


def bodies(found: Match) -> tuple[Extent, ...]:
    """The characters of what a match's role is in, none where it does not say."""
    group, scene = found.body, found.scene
    if group is None:
        return ()
    start, end = found.match.span(group)
    place = scene.is_place(scene.row[start])
    behind = group == "o2" and start > found.match.start("n")
    if group == "g4" and not _speaks_through(scene, end):
        return ()
    if place and group == "g3":
        return ()  # I Bergen er rektor Kari Vik glad
    if group == "o" and len(found.titles) == 1 and _is_schooling(scene, found.match.start("t")):
        return ()  # utdannet siviløkonom fra Norges Handelshøyskole
    party = scene.words.text[slice(*scene.row[start].extent)] in column("parties.csv", "party")
    if scene.letters[start - 1] == "F" and party and not scene.title(found.titles[-1]).text.endswith(POLITICIANS):
        return ()  # utvalgsleder Kari Vik fra Senterpartiet
    if place and (scene.letters[start - 1] == "F" or (behind and _is_wide(scene.title(found.titles[-1])))):
        return ()  # brukerrepresentant fra Alta | statsminister Kari Vik i Bergen
    whole = scene.words.text[slice(*scene.row[start].extent)].endswith("kommune")
    if (
        (place or scene.letters[start] == "o")
        and not whole
        and all(_is_free(scene.title(index)) for index in found.titles)
    ):
        return ()  # gårdbruker i Marker
    tie = scene.words.text[slice(*scene.row[start - 1].extent)]
    if behind and tie == "på" and scene.letters[start] == "o":
        return ()  # ordfører Kari Vik på Tangenten
    named = (named_body(scene, index) for index in range(start, end))
    cut = 1 if group == "g" and _is_signed(scene, start) else 0
    return tuple((first, last - cut) for first, last in filter(None, named))


def prefix(scene: Scene, title: Phrase) -> Extent | None:
    """The first part of "Alvdal-ordfører" where it is a place or an organisation of the text or of the tables."""
    if title.prefix is None:
        return None
    text = scene.words.text[slice(*title.prefix)]
    start = scene.words.starts[title.first - 1] if title.first else 0
    if scene.words.text[start : title.prefix[1]] in known_bodies():
        return start, title.prefix[1]  # Sogn Avis-journalist
    known = (
        text in column("prefix_organizations.csv", "name")
        or (text in known_bodies() and not text.isupper())  # UP-betjent is one word
        or text in scene.words.marked_texts
        or named(text)
        or (text[1:].islower() and not _opens(scene, title))  # en Brann-spiller
    )
    return title.prefix if known else None


def _opens(scene: Scene, title: Phrase) -> bool:
    """Whether the capital of a title's prefix may be that of a sentence: "Sykkel-entusiast Kari Vik"."""
    first = scene.words.starts[title.first]
    return title.prefix is not None and title.prefix[0] == first and scene.words.opens(title.first)


def is_apart(found: Match, index: int) -> bool:
    """Whether one of several titles has no part in their body: "forsker og tillitsvalgt for Forskerforbundet"."""
    title = found.scene.title(index)
    if found.has("o") and found.match.start("o") < found.titles[-1]:  # Sjefen for Forsvaret, general Kari Vik
        return index > found.match.start("o")
    if "," in found.match["t"] and found.has("g"):
        return index != found.titles[0]  # foreningens leder, advokat Kari Vik
    if index == found.titles[-1]:
        return False
    if _is_schooling(found.scene, index):  # utdannet agronom og leder i Vik Bondelag
        return True
    if "," in found.match["t"] and not found.has("o7"):  # Aktor, politiadvokat Kari Vik i Østfold politidistrikt
        return True
    last = found.scene.title(found.titles[-1])
    if last.text.startswith(("tidligere ", "tidlegare ")):
        return True  # historiker og tidligere rektor ved Vik skole Kari Vik
    if _is_in_association(found) and is_relational(last.text) and not is_relational(title.text):
        return True  # lærer og leder i Utdanningsforbundet Sula
    start = found.match.start("o") if found.has("o") else 0
    tie = found.scene.row[start - 1] if start else None
    if tie is None or found.scene.words.text[slice(*tie.extent)] not in ("for", "av"):
        return False
    return _is_wide(title) or (is_relational(last.text) and not is_relational(title.text))


def _is_in_association(found: Match) -> bool:
    """Whether what the match's titles are in is a club, union or party, which has members."""
    if not found.has("o"):
        return False
    name = found.scene.words.text[slice(*found.scene.row[found.match.start("o")].extent)]
    words = name.split()
    return (
        words[-1] in ends("club")
        or name in column("parties.csv", "party")
        or any(word.lower().endswith(ASSOCIATIONS) for word in words)
    )


def _is_schooling(scene: Scene, title: int) -> bool:
    """Whether a title is what someone is trained as, so that what follows is the school."""
    return any(
        scene.words.text[slice(*item.extent)].lower() in column("schooling.csv", "word")
        for item in scene.row[max(0, title - 2) : title]
    )


def named_body(scene: Scene, index: int) -> Extent | None:
    """The characters of the body that an item is or stands for, None where it is none."""
    letter = scene.letters[index]
    if letter == "R":
        return _stood_for(scene, index)
    if letter in "Bj":
        return _nearest(scene, index)
    return scene.row[index].extent if letter in "Oo" else None


def _stood_for(scene: Scene, index: int) -> Extent | None:
    """The organisation named before that a noun stands for: "foreningen", "høgskulen", "kommunen"."""
    noun = str(scene.row[index].value)
    earlier = scene.row[max(0, index - REACH) : index]
    if noun == "kommune":
        places = [item.extent for item in earlier if scene.is_place(item)]
        names = {scene.words.text[start:end].removesuffix(" kommune") for start, end in places}
        return places[-1] if len(names) == 1 else None
    texts = [scene.words.text[item.start : item.end] for item in earlier]
    such = [i for i, item in enumerate(earlier) if item.letter in "Oo" and is_such(texts[i], noun)]
    if not such:  # a name that says nothing of what it is: Fiskebåt, Norled
        such = [i for i, item in enumerate(earlier) if item.letter == "O" and _is_untold(scene, item)]
        if len({texts[i] for i in such}) > 1:
            such = [i for i in such if i >= len(earlier) - (index - _recent(scene, index))]
    if len({texts[i].split()[0].removesuffix("s") for i in such}) != 1:
        return None  # of two companies "selskapet" may be either
    return earlier[such[-1]].extent


def _is_untold(scene: Scene, item: Item) -> bool:
    """Whether an item is an organisation whose name does not say what kind of body it is."""
    words = scene.words.text[item.start : item.end].split()
    return not (scene.is_place(item) or any(tells(word) or tells(word.removesuffix("s")) for word in words))


def _nearest(scene: Scene, index: int) -> Extent | None:
    """The organisation that a sentence, or the one before, named last, as "der" points to; no place."""
    recent = scene.row[_recent(scene, index) : index]
    held = [item for item in recent if item.letter == "O" and not scene.is_place(item)]
    return held[-1].extent if held else None


def _recent(scene: Scene, index: int) -> int:
    """Where the sentence before that of an item begins."""
    ends = [i for i in range(max(0, index - REACH), index) if scene.letters[i] in ".;"]
    return ends[-2] if len(ends) > 1 else 0


def _is_signed(scene: Scene, index: int) -> bool:
    """Whether a name stands in the genitive with its s: "Fagforbundets leder"."""
    item = scene.row[index]
    text = scene.words.text[item.start : item.end]
    genitive = item.letter in "Oo" and scene.letters[index + 1 : index + 2] == "q" and text.endswith("s")
    return genitive and text not in scene.words.marked_texts


def _speaks_through(scene: Scene, index: int) -> bool:
    """Whether what stands between a body and a title makes the one speak through the other: "ved", ", her ved"."""
    tie = scene.letters.index("I", index)
    between = scene.words.text[scene.row[index].start : scene.row[tie].end].removeprefix(", ")
    return between in ("ved", "v", "her ved")


def _is_free(title: Phrase) -> bool:
    """Whether the holder of a title works for nobody, so that a place behind it is where they live."""
    return title.text.endswith(tuple(column("free_titles.csv", "head")))


def _is_wide(title: Phrase) -> bool:
    """Whether a title is of the whole country, so that a place behind the name is only where something happened."""
    return title.text.split(" for ")[0].endswith(tuple(column("wide_titles.csv", "head")))
