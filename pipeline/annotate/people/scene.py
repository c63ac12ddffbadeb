"""A document as the grammar of roles sees it: its items, their letters, and one match among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.annotate.people.names import Name
from pipeline.annotate.people.titles import Phrase
from pipeline.lexicon.genders import gender
from pipeline.lexicon.tables import rows

if TYPE_CHECKING:
    from pipeline.annotate.people.items import Item
    from pipeline.annotate.people.words import Words

MOST_MENTIONS = 10  # how far back a pronoun looks
TITLES = "TDM"
# Han har vært brannmann i tretti år, men nå slutter Ola Nes
LATER = re.compile("H[^N.;]{1,30}[xVWEwaf](?P<n>N)[^N.;]{0,30}(?=[.;]|$)")
GROUPS = ("g", "o", "o2", "o3", "o4", "o5", "o6", "o7", "g2", "g3", "g4")  # the grammar's names for what a role is in


class Scene:
    """The words and items of a document, and the row of the items' letters."""

    def __init__(self, words: Words, row: list[Item]) -> None:
        self.words = words
        self.row = row
        self.letters = "".join(item.letter for item in row)

    def title(self, index: int) -> Phrase:
        """The title that an item is. TypeError where it is none."""
        value = self.row[index].value
        if not isinstance(value, Phrase):
            raise TypeError(f"item {index} is no title")
        return value

    def meant(self, pronoun: int) -> Item | None:
        """The mention that a pronoun stands for: the last before it of whose name the gender is not another."""
        wanted = self._wanted(pronoun)
        place = pronoun
        for _ in range(MOST_MENTIONS):
            place = self.letters.rfind("N", 0, place)
            if place < 0:
                return None
            if (self._own_gender(place) or self._genders.get(self._last_name(place), wanted)) == wanted:
                return self.row[place]
        return None

    def named_later(self, pronoun: int) -> Item | None:
        """The one mention behind a pronoun in its sentence, where nobody is named before it and a verb stands between."""
        if "N" in self.letters[:pronoun] or not (held := LATER.match(self.letters, pronoun)):
            return None
        own = self._own_gender(held.start("n"))
        return self.row[held.start("n")] if own in (None, self._wanted(pronoun)) else None

    def _wanted(self, pronoun: int) -> str:
        """The gender that a pronoun asks for."""
        word = self.words.text[slice(*self.row[pronoun].extent)].lower()
        return next(row["gender"] for row in rows("pronouns.csv") if row["word"] == word)

    def _own_gender(self, index: int) -> str | None:
        """The gender that the first name of a full name tells."""
        value = self.row[index].value
        return gender(value.name.split()[0]) if isinstance(value, Name) and value.full else None

    def _last_name(self, index: int) -> str:
        value = self.row[index].value
        return value.name.split()[-1] if isinstance(value, Name) else ""

    @cached_property
    def _genders(self) -> dict[str, str]:
        """The gender that the first name before each last name tells; two of one last name tell none."""
        told: dict[str, set[str]] = {}
        for index, item in enumerate(self.row):
            if isinstance(item.value, Name) and item.value.full:
                parts = item.value.name.split()
                told.setdefault(self._last_name(index), set()).add(gender(parts[0]) or "")
        return {last: next(iter(held)) for last, held in told.items() if len(held) == 1 and "" not in held}

    def is_place(self, item: Item) -> bool:
        """Whether an item is a municipality or another place, and no organisation."""
        text = self.words.text[item.start : item.end]
        return item.letter == "O" and text.removesuffix(" kommune") in self.words.place_texts


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a pattern: the rule's name, and the items of its titles."""

    scene: Scene
    by: str
    match: re.Match[str]

    @property
    def titles(self) -> list[int]:
        """The items that are its titles."""
        return [index for index in range(*self.match.span("t")) if self.scene.letters[index] in TITLES]

    @property
    def before(self) -> str:
        """The letter before the match."""
        return self.scene.letters[self.match.start() - 1] if self.match.start() else ";"

    @property
    def body(self) -> str | None:
        """The grammar's name for what the role is in, None where the match holds nothing of the kind."""
        groups = self.match.groupdict()
        return next((group for group in GROUPS if groups.get(group)), None)

    def has(self, group: str) -> bool:
        """Whether the match holds something of a name in the grammar."""
        return bool(self.match.groupdict().get(group))

    def people(self) -> list[Item]:
        """The mentions that the match gives the role to; a pronoun stands for the name before it."""
        scene, groups = self.scene, self.match.groupdict()
        held = [i for group in ("n", "h") if groups.get(group) for i in range(*self.match.span(group))]
        pronoun = next((i for i in held if scene.letters[i] == "H"), None)
        if pronoun is None:
            return [scene.row[i] for i in held if scene.letters[i] == "N"]
        meant = scene.meant(pronoun) or scene.named_later(pronoun)
        return [meant] if meant else []
