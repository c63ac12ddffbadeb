"""A document as the grammar of roles sees it: its items, their letters, and one match among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.annotate.people.titles import Phrase

if TYPE_CHECKING:
    import re

    from pipeline.annotate.people.items import Item
    from pipeline.annotate.people.words import Words

TITLES = "TDM"
GROUPS = ("g", "o", "o2", "o3", "o4", "o5", "o6")  # the grammar's names for what a role is in


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

    def people(self) -> list[Item]:
        """The mentions that the match gives the role to; a pronoun stands for the name before it."""
        scene, groups = self.scene, self.match.groupdict()
        held = [i for group in ("n", "h") if groups.get(group) for i in range(*self.match.span(group))]
        pronoun = next((i for i in held if scene.letters[i] == "H"), None)
        if pronoun is None:
            return [scene.row[i] for i in held if scene.letters[i] == "N"]
        last = scene.letters.rfind("N", 0, pronoun)
        return [scene.row[last]] if last >= 0 else []
