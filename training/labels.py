"""Number the labels of each task."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.encoder.lemmas import Script, script_between
from training.corpus import Document, Token

ENTITY_TYPES = ("PER", "ORG", "GPE_LOC", "GPE_ORG", "LOC", "PROD", "EVT", "DRV")
Numbers = tuple[int, int, int, int]
_UNKNOWN = -100  # what PyTorch's loss leaves out
_LEAST_SEEN = 3  # times that an edit script has to occur


@dataclass(frozen=True)
class Labels:
    """Labels of each task in the order of the network's outputs."""

    entity: tuple[str, ...]
    pos: tuple[str, ...]
    features: tuple[str, ...]
    lemma: tuple[Script, ...]

    def sizes(self) -> dict[str, int]:
        """Number of labels by task."""
        return {
            "entity": len(self.entity),
            "pos": len(self.pos),
            "features": len(self.features),
            "lemma": len(self.lemma),
        }


class Numbering:
    """Numbers of a token's labels, -100 for a label that the inventory lacks."""

    def __init__(self, labels: Labels) -> None:
        self._entity = {label: number for number, label in enumerate(labels.entity)}
        self._pos = {label: number for number, label in enumerate(labels.pos)}
        self._features = {label: number for number, label in enumerate(labels.features)}
        self._lemma = {script: number for number, script in enumerate(labels.lemma)}
        self._known: dict[Token, Numbers] = {}

    def __call__(self, token: Token) -> Numbers:
        """Numbers by task, in the order of `Labels`."""
        if token not in self._known:
            self._known[token] = (
                self._entity[token.entity],
                self._pos.get(token.pos, _UNKNOWN),
                self._features.get(token.features, _UNKNOWN),
                self._lemma.get(script_between(token.form, token.lemma), _UNKNOWN),
            )
        return self._known[token]


def gathered(documents: Iterable[Document]) -> Labels:
    """Labels that occur in `documents`."""
    tokens = [token for document in documents for sentence in document.sentences for token in sentence.tokens]
    scripts = Counter(script_between(token.form, token.lemma) for token in tokens)
    return Labels(
        entity=("O", *(f"{place}-{kind}" for kind in ENTITY_TYPES for place in "BI")),
        pos=tuple(sorted({token.pos for token in tokens})),
        features=tuple(sorted({token.features for token in tokens})),
        lemma=tuple(script for script, count in scripts.most_common() if count >= _LEAST_SEEN),
    )
