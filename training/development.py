"""Score a network on development documents while it trains."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch

from pipeline.encoder.decoding import TagDecoder, spans
from pipeline.encoder.subwords import Subwords
from training.batches import Unit, Window, padded, plain_units, window
from training.corpus import Document
from training.labels import Labels, Numbering
from training.model import Network

_LONGEST = 192
_AT_ONCE = 16  # windows
_TASKS = ("pos", "features", "lemma")


def scored(network: Network, documents: Iterable[Document], subwords: Subwords, labels: Labels) -> dict[str, float]:
    """F1 of the names by type and together ("micro"), accuracy of the other tasks."""
    decoder, counts, hits = TagDecoder(labels.entity), Counter[tuple[str, str]](), Counter[str]()
    numbering = Numbering(labels)
    windows = [one for document in documents for one in _windows(list(plain_units(document, subwords, numbering)))]
    windows.sort(key=lambda one: len(one.ids))
    device = str(network.word.weight.device)
    for start in range(0, len(windows), _AT_ONCE):
        group = windows[start : start + _AT_ONCE]
        batch = padded(group)
        with torch.inference_mode():
            scores = network(batch.inputs(device))
        rows = {task: values.float().cpu().numpy() for task, values in scores.items()}
        edges = np.cumsum([len(one.labels) for one in group])[:-1]
        for own, answers in zip(np.split(rows["entity"], edges), np.split(batch.labels[:, 0], edges), strict=True):
            best = decoder.best(own)
            found = set(spans([labels.entity[number] for number in best]))
            right = set(spans([labels.entity[number] for number in answers]))
            for part, members in (("found", found), ("right", right), ("both", found & right)):
                counts.update((part, kind) for _, _, kind in members)
        for column, task in enumerate(_TASKS, 1):
            hits[task] += int((rows[task].argmax(axis=1) == batch.labels[:, column]).sum())
        hits["words"] += len(batch.labels)
    kinds = sorted({kind for group, kind in counts if group == "right"})
    return {
        "micro": _f1(counts, kinds),
        **{kind: _f1(counts, [kind]) for kind in kinds},
        **{task: hits[task] / hits["words"] for task in _TASKS},
    }


def _windows(sentences: Sequence[list[Unit]]) -> Iterator[Window]:
    """Windows of whole sentences."""
    taken, length = list[Unit](), 2
    for units in sentences:
        more = sum(len(unit.ids) for unit in units)
        if taken and length + more > _LONGEST:
            yield window(taken)
            taken, length = [], 2
        taken += units
        length += more
    if taken:
        yield window(taken)


def _f1(counts: Counter[tuple[str, str]], kinds: Sequence[str]) -> float:
    found, right, both = (sum(counts[group, kind] for kind in kinds) for group in ("found", "right", "both"))
    return 2 * both / (found + right) if found + right else 0.0
