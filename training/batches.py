"""Cut documents into windows of sub-words and gather windows of like length into batches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.encoder.subwords import END, PAD, START, Subwords
from training.corpus import Document, Sentence
from training.labels import Numbering, Numbers
from training.model import Inputs
from training.spacing import spaced

Integers = NDArray[np.int64]
_PARAGRAPH, _LOOSE = 0.15, 0.07  # of sentences that open a paragraph; of documents with a space before every word
_SHORTEST, _LONGEST = 64, 224


@dataclass(frozen=True)
class Window:
    """A stretch of a document.

    Its pieces; the first and the last piece of each unit (word, break, mark at either end); which units are words, and
    their label numbers.
    """

    ids: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    words: tuple[int, ...]
    labels: tuple[Numbers, ...]


@dataclass(frozen=True)
class Batch:
    """Windows padded to one number of pieces and one of units; `words` are places in the flattened units."""

    ids: Integers  # (windows, pieces)
    first: Integers  # (windows, units); what pads has its last piece before its first
    last: Integers
    words: Integers
    labels: Integers

    def inputs(self, device: str = "cpu") -> Inputs:
        """What the network reads, on a device."""
        own = self.first.size // len(self.ids)
        start = self.words // own * self.ids.shape[1]
        arrays = (self.first.flat[self.words] + start, self.last.flat[self.words] + start)
        return Inputs(*(torch.from_numpy(x).to(device) for x in (self.ids, self.first, self.last, self.words, *arrays)))


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or a break between blocks (no labels)."""

    ids: tuple[int, ...]
    labels: Numbers | None


def batches(
    documents: Iterable[Document], subwords: Subwords, numbering: Numbering, size: int, dice: Random
) -> Iterator[Batch]:
    """Batches of about `size` pieces each, in random order."""
    windows = list[Window]()
    for document in documents:
        windows += _windows(_varied_units(document, subwords, numbering, dice), dice)
    windows.sort(key=lambda window: (len(window.ids), dice.random()))
    groups, group = list[list[Window]](), list[Window]()
    for one in windows:
        if group and (len(group) + 1) * len(one.ids) > size:
            groups.append(group)
            group = []
        group.append(one)
    groups.append(group)
    dice.shuffle(groups)
    return (padded(group) for group in groups if group)


def plain_units(document: Document, subwords: Subwords, numbering: Numbering) -> Iterator[list[Unit]]:
    """Units of each sentence as it stands, a headline's with the break behind it."""
    for sentence in document.sentences:
        forms = [token.form for token in sentence.tokens]
        yield _sentence_units(sentence, spaced(forms), subwords, numbering, breaks=sentence.headline)


def _varied_units(document: Document, subwords: Subwords, numbering: Numbering, dice: Random) -> list[Unit]:
    loose, units = dice.random() < _LOOSE, list[Unit]()
    for sentence in document.sentences:
        forms = [token.form for token in sentence.tokens]
        spaces = [True] * len(forms) if loose else spaced(forms)
        breaks = sentence.headline or dice.random() < _PARAGRAPH
        units += _sentence_units(sentence, spaces, subwords, numbering, breaks=breaks)
    return units


def _sentence_units(
    sentence: Sentence, spaces: Sequence[bool], subwords: Subwords, numbering: Numbering, *, breaks: bool
) -> list[Unit]:
    words = zip((token.form for token in sentence.tokens), spaces, strict=True)
    pieces = subwords.pieces(words)
    units = [Unit(ids, numbering(token)) for ids, token in zip(pieces, sentence.tokens, strict=True)]
    return [*units, Unit((END,), None)] if breaks else units


def _windows(units: Sequence[Unit], dice: Random) -> Iterator[Window]:
    """Windows of random lengths that follow one another, cut between any two words."""
    limit, taken, length = dice.randint(_SHORTEST, _LONGEST), list[Unit](), 2
    for unit in units:
        if taken and length + len(unit.ids) > limit:
            yield window(taken)
            limit, taken, length = dice.randint(_SHORTEST, _LONGEST), [], 2
        taken.append(unit)
        length += len(unit.ids)
    if any(unit.labels for unit in taken):
        yield window(taken)


def window(units: Sequence[Unit]) -> Window:
    """One window of `units` between its marks."""
    ids, first, last, words, labels = [START], [0], [0], list[int](), list[Numbers]()
    for unit in units:
        if unit.labels:
            words.append(len(first))
            labels.append(unit.labels)
        first.append(len(ids))
        last.append(len(ids) + len(unit.ids) - 1)
        ids.extend(unit.ids)
    end = len(ids)
    return Window((*ids, END), (*first, end), (*last, end), tuple(words), tuple(labels))


def padded(windows: Sequence[Window]) -> Batch:
    """Batch of `windows`."""
    units = max(len(one.first) for one in windows)
    return Batch(
        ids=_rows([one.ids for one in windows], PAD),
        first=_rows([one.first for one in windows], 1),
        last=_rows([one.last for one in windows], 0),
        words=np.concatenate([np.array(one.words, np.int64) + row * units for row, one in enumerate(windows)]),
        labels=np.array([labels for one in windows for labels in one.labels], np.int64),
    )


def _rows(numbers: Sequence[tuple[int, ...]], filler: int) -> Integers:
    rows = np.full((len(numbers), max(map(len, numbers))), filler, np.int64)
    for row, own in zip(rows, numbers, strict=True):
        row[: len(own)] = own
    return rows
