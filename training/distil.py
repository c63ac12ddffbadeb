"""Teach a smaller network what a larger one knows: python -m training.distil --teacher CHECKPOINT --layers N... --out DIR.

The small network starts from some of the large one's layers. It learns the corpus's labels, the large one's
probabilities and the states between its layers; the large one's embeddings it keeps, so that both can ship with one copy.
"""

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.encoder.subwords import Subwords
from training.batches import Batch
from training.checkpoints import keeper, loaded
from training.course import WEIGHTS, Material, add_plan, label_loss, plan_of, taught
from training.labels import Numbering, gathered
from training.model import Network, Noise, student
from training.names import Names
from training.train import corpus_part

_PROBABILITIES, _SOFTNESS = 0.7, 1.5  # part of the loss on the labels, and the temperature of the probabilities
_STATES = 1.0  # weight of the states beside that
_COMPARED = 3  # layers of the student whose states are compared: the last one and others at even distances


@dataclass(frozen=True)
class Shown:
    """What the teacher makes of a batch's words: scores by task, and states of their first pieces by layer."""

    scores: Mapping[str, Tensor]
    states: Sequence[Tensor]


@dataclass(frozen=True)
class Lesson:
    """A batch, and what the teacher makes of it."""

    batch: Batch
    shown: Shown


def main() -> None:
    """Teach as the command line says; after each epoch write the averaged weights and print their scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True, help="checkpoint, its tokenizer and labels beside it")
    parser.add_argument("--layers", type=int, nargs="+", required=True, help="the teacher's layers to start from")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of {nob,nno}-{train,dev}.conll.gz")
    parser.add_argument("--tables", type=Path, required=True, help="folder of the municipality tables")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--variants", type=int, default=4, help="times that the teacher reads the corpus, varied")
    add_plan(parser, epochs=24, rate=3e-4)
    options = parser.parse_args()
    plan = plan_of(options)
    torch.set_num_threads(options.threads)
    torch.manual_seed(plan.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("tokenizer.json", "labels.json"):
        copyfile(options.teacher.parent / name, options.out / name)
    training, development = (corpus_part(options.corpus, part) for part in ("train", "dev"))
    labels, subwords = gathered(training), Subwords.load(options.out / "tokenizer.json")
    teacher = loaded(options.teacher).to(torch.bfloat16)
    network = student(teacher, options.layers)
    network.word.weight.requires_grad_(requires_grad=False)
    material = Material(training, Names.gathered(training, options.tables), subwords, Numbering(labels))
    known = dict[int, list[Lesson]]()

    def lessons(epoch: int) -> list[Lesson]:
        variant = epoch % options.variants
        if variant not in known:
            known[variant] = [*shown_by(teacher, material.batches(plan, variant), len(options.layers))]
        order = torch.randperm(len(known[variant])).tolist()
        return [known[variant][place] for place in order]

    def loss_of(lesson: Lesson, noise: Noise) -> Tensor:
        return distillation_loss(network, lesson, noise)

    taught(network, lessons, loss_of, plan, keeper(network, options.out, development, subwords, labels))


def shown_by(teacher: Network, batches: Sequence[Batch], layers: int) -> Iterator[Lesson]:
    """Lessons for a student of so many layers."""
    for batch in batches:
        ids, first, last = batch.inputs()
        with torch.inference_mode():
            states = teacher.states(ids)
            scores = teacher.scores(states[-1], first, last)
            own = len(teacher.layers)
            # Layer n of the student answers for all of the teacher's up to the same share of its depth.
            compared = [
                states[(place + 1) * own // layers - 1].flatten(0, 1)[first] for place in compared_layers(layers)
            ]
        yield Lesson(batch, Shown(scores, compared))


def compared_layers(layers: int) -> list[int]:
    """Numbers of the student's layers that are compared.

    >>> compared_layers(6), compared_layers(2)
    ([1, 3, 5], [0, 1])
    """
    step = math.ceil(layers / _COMPARED)
    return [*range(layers - 1, -1, -step)][::-1]


def distillation_loss(network: Network, lesson: Lesson, noise: Noise) -> Tensor:
    """Loss by the batch's labels, the teacher's probabilities and its states."""
    ids, first, last = lesson.batch.inputs()
    states = network.states(ids, noise)
    scores = network.scores(states[-1], first, last, noise)
    shown = lesson.shown
    probabilities = [
        WEIGHTS[task] * _divergence(values.float(), shown.scores[task].float()) for task, values in scores.items()
    ]
    compared = (states[place].flatten(0, 1)[first] for place in compared_layers(len(network.layers)))
    distances = [_distance(own.float(), right.float()) for own, right in zip(compared, shown.states, strict=True)]
    labelled = label_loss(scores, lesson.batch)
    copied = _PROBABILITIES * torch.stack(probabilities).sum()
    return (1 - _PROBABILITIES) * labelled + copied + _STATES * torch.stack(distances).mean()


def _divergence(scores: Tensor, shown: Tensor) -> Tensor:
    """Divergence from the teacher's probabilities, both softened."""
    own, target = (functional.log_softmax(rows / _SOFTNESS, dim=-1) for rows in (scores, shown))
    return functional.kl_div(own, target, log_target=True, reduction="batchmean") * _SOFTNESS**2


def _distance(states: Tensor, shown: Tensor) -> Tensor:
    """Squared distance of states, as a share of what the teacher's vary by."""
    return functional.mse_loss(states, shown) / shown.var()


if __name__ == "__main__":
    main()
