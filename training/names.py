"""Gather names by type to swap for those in the training text."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from random import Random

from training.corpus import Document, Sentence, Token

Name = tuple[str, ...]
_PLACES = {"GPE_LOC", "GPE_ORG", "LOC"}
_NEVER = {"DRV", "EVT", "PROD"}  # what these are shows in the words themselves


class Names:
    """Names of people, organisations and places."""

    def __init__(self, people: Iterable[Name], organizations: Iterable[Name], places: Iterable[Name]) -> None:
        self._people = tuple(people)
        self._given = tuple(name[0] for name in self._people if len(name) > 1)
        self._family = tuple(name[-1] for name in self._people if len(name) > 1)
        self._organizations = tuple(organizations)
        self._places = tuple(places)

    @classmethod
    def gathered(cls, documents: Iterable[Document], tables: Path) -> "Names":
        """Names that occur in `documents`, and the places of the municipality tables in the folder `tables`."""
        found = defaultdict[str, set[Name]](set)
        for document in documents:
            for sentence in document.sentences:
                for kind, name in _names(sentence):
                    found[kind].add(name)
        places = set(_table_places(tables))
        return cls(sorted(found["PER"]), sorted(found["ORG"]), sorted(places))

    def person(self, dice: Random) -> Name:
        """Full name, a new pair of a given and a family name."""
        middle = (dice.choice(self._family),) if dice.random() < 0.1 else ()
        return (dice.choice(self._given), *middle, dice.choice(self._family))

    def organization(self, dice: Random) -> Name:
        """Name of an organisation."""
        return dice.choice(self._organizations)

    def place(self, dice: Random) -> Name:
        """Name of a municipality, a county or a village."""
        return dice.choice(self._places)

    def another(self, kind: str, dice: Random) -> Name:
        """Name of the same `kind`, or () where that kind's names are left alone."""
        if kind in _NEVER:
            return ()
        if kind in _PLACES:
            return self.place(dice)
        if kind == "PER":
            return self.person(dice) if dice.random() < 0.5 else dice.choice(self._people)
        return self.organization(dice)


def _names(sentence: Sentence) -> Iterable[tuple[str, Name]]:
    run = list[Token]()
    for token in (*sentence.tokens, Token("", "", "", "", "O")):
        if run and not token.entity.startswith("I-"):
            yield run[0].entity[2:], (*(part.form for part in run[:-1]), run[-1].lemma)
            run = []
        if token.entity != "O":
            run.append(token)


def _table_places(folder: Path) -> Iterable[Name]:
    for table in ("kommuner.csv", "navn.csv", "steder.csv", "fylker.csv"):
        with (folder / table).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield tuple(row["name"].split())
