"""Read the encoder's scores: names with their probability, parts of speech, features, lemmas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.encoder.decoding import TagDecoder, spans
from pipeline.encoder.labels import Calibration, Labels
from pipeline.encoder.lemmas import Script

Floats = NDArray[np.float32]
_SURE = 1e-6  # no name is surer than this leaves room for


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: first word, word after the last, type, and the probability that all three are right."""

    start: int
    end: int
    kind: str
    confidence: float


def names(scores: Floats, breaks: Sequence[int], labels: Labels) -> Iterator[Name]:
    """Names of a text; none reaches over `breaks`, the numbers of the words that open a block."""
    decoder = TagDecoder(labels.entity)
    chances = _softmax(scores)
    edges = sorted({0, *breaks, len(scores)})
    for start, end in pairwise(edges):
        best = decoder.best(scores[start:end])
        if not best.any():
            continue
        tags = [labels.entity[number] for number in best.tolist()]
        for first, behind, kind in spans(tags):
            inside = labels.entity.index(f"I-{kind}")
            raw = _span_chance(chances[start:end], best, first, behind, inside)
            yield Name(start + first, start + behind, kind, calibrated(raw, labels.calibration))


def _span_chance(chances: Floats, best: NDArray[np.intp], first: int, behind: int, inside: int) -> float:
    """Probability of the tags of a name, and that it does not go on."""
    chance = float(np.prod([chances[word, best[word]] for word in range(first, behind)]))
    return chance * float(1 - chances[behind, inside]) if behind < len(chances) else chance


def calibrated(chance: float, calibration: Calibration) -> float:
    """Probability by the measure of the development part.

    >>> round(calibrated(0.9, Calibration(slope=1.0, offset=0.0)), 3)
    0.9
    """
    chance = min(max(chance, _SURE), 1 - _SURE)
    odds = calibration.slope * np.log(chance / (1 - chance)) + calibration.offset
    return float(1 / (1 + np.exp(-odds)))


def lemma(form: str, row: Floats, best: int, scripts: Sequence[Script]) -> str:
    """Lemma of `form` by the script numbered `best`, or where that does not fit, by the best one that does."""
    found = scripts[best].apply(form)
    if found:
        return found
    ranked = (scripts[number].apply(form) for number in np.argsort(-row).tolist())
    return next((text for text in ranked if text), form)


def _softmax(rows: Floats) -> Floats:
    powers = np.exp(rows - rows.max(axis=1, keepdims=True)) if len(rows) else rows
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32) if len(rows) else rows
