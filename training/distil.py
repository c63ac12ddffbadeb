"""Teach a smaller network what larger ones know: python -m training.distil --teacher CHECKPOINT... --layers N... --out DIR.

The small network starts from some of the first large one's layers. It learns the corpus's labels, the mean of the large
ones' probabilities, and the states between the first one's layers; its embeddings it keeps, and with `--frozen` its
first layers too, so that several networks can ship with one copy.
"""

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
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
    """What the teachers make of a batch's words.

    Softened chances (logarithms) by task, and states: those of the words to compare with, by the student's layers, and
    those that the student goes on from.
    """

    chances: Mapping[str, Tensor]
    states: Mapping[int, Tensor]
    known: Mapping[int, Tensor]


@dataclass(frozen=True)
class Lesson:
    """A batch, and what the teachers make of it."""

    batch: Batch
    shown: Shown


def main() -> None:
    """Teach as the command line says; after each epoch write the averaged weights and print their scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--teacher", type=Path, nargs="+", required=True, help="checkpoints; tokenizer and labels beside the first"
    )
    parser.add_argument("--layers", type=int, nargs="+", required=True, help="the first one's layers to start from")
    parser.add_argument("--word-layers", type=int, default=0, help="the last so many of them read whole words")
    parser.add_argument("--frozen", type=int, default=0, help="the first so many stay the first teacher's own")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of {nob,nno}-{train,dev}.conll.gz")
    parser.add_argument("--tables", type=Path, required=True, help="folder of the municipality tables")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--variants", type=int, default=4, help="times that the teachers read the corpus, varied")
    add_plan(parser, epochs=12, rate=3e-4)
    options = parser.parse_args()
    frozen = options.frozen
    if options.layers[:frozen] != [*range(frozen)] or frozen > len(options.layers) - options.word_layers:
        parser.error(f"layers that stay are the first {frozen} of the teacher, and read pieces")
    plan = plan_of(options)
    torch.set_num_threads(options.threads)
    torch.manual_seed(plan.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("tokenizer.json", "labels.json"):
        copyfile(options.teacher[0].parent / name, options.out / name)
    training, development = (corpus_part(options.corpus, part) for part in ("train", "dev"))
    labels, subwords = gathered(training), Subwords.load(options.out / "tokenizer.json")
    teachers = [loaded(checkpoint) for checkpoint in options.teacher]
    exact = {name: values.clone() for name, values in teachers[0].state_dict().items() if stays(name, frozen)}
    teachers = [teacher.to(plan.device, torch.bfloat16) for teacher in teachers]
    network = student(teachers[0], options.layers, options.word_layers).to(plan.device)
    for name, weight in network.named_parameters():
        weight.requires_grad_(requires_grad=not stays(name, frozen))
    material = Material(training, Names.gathered(training, options.tables), subwords, Numbering(labels))

    def lessons() -> Iterator[list[Lesson]]:
        known = list[list[Lesson]]()
        with closing(material.variants(plan)) as variants:
            for batches in islice(variants, options.variants):
                known.append([*shown_by(teachers, batches, network, frozen)])
                yield known[-1]
        while True:
            for variant in known:
                yield [variant[place] for place in torch.randperm(len(variant)).tolist()]

    def loss_of(lesson: Lesson, noise: Noise) -> Tensor:
        return distillation_loss(network, lesson, noise)

    keep = keeper(network, options.out, development, subwords, labels)
    taught(network, lessons(), loss_of, plan, lambda epoch, weights: keep(epoch, {**exact, **weights}))


def stays(name: str, frozen: int) -> bool:
    """Whether a weight stays as the first teacher has it: the table of pieces, and all that the frozen layers need.

    >>> stays("word.weight", 0), stays("position.weight", 0), stays("layers.1.fi.bias", 2), stays("layers.2.fi.bias", 2)
    (True, False, True, False)
    """
    part, number, *_ = name.split(".")
    if part == "layers":
        return int(number) < frozen
    return part == "word" or (frozen > 0 and part in {"position", "ln"})


def shown_by(
    teachers: Sequence[Network], batches: Sequence[Batch], network: Network, frozen: int = 0
) -> Iterator[Lesson]:
    """Lessons for `network`, kept on its device; the first `frozen` layers are the first teacher's."""
    layers, own = len(network.layers), len(teachers[0].layers)
    for batch in batches:
        inputs = batch.inputs(str(network.word.weight.device))
        with torch.no_grad():
            states = teachers[0].states(inputs)
            opinions = [teachers[0].scores(states, inputs), *(teacher(inputs) for teacher in teachers[1:])]
            chances = {task: _softened([scores[task] for scores in opinions]) for task in opinions[0]}
            # Layer n of the student answers for all of the teacher's up to the same share of its depth.
            compared = {
                place: teachers[0].word_states(states, (place + 1) * own // layers - 1, inputs)
                for place in compared_layers(layers, frozen)
            }
            known = {frozen - 1: states[frozen - 1]} if frozen else {}
        yield Lesson(batch, Shown(chances, compared, known))


def _softened(opinions: Sequence[Tensor]) -> Tensor:
    """Logarithms of the mean of several teachers' softened chances."""
    chances = torch.stack([functional.softmax(scores.float() / _SOFTNESS, dim=-1) for scores in opinions])
    return chances.mean(dim=0).clamp(min=1e-6).log().to(torch.float16)


def compared_layers(layers: int, frozen: int = 0) -> list[int]:
    """Numbers of the student's layers that are compared, none of those that are frozen.

    >>> compared_layers(6), compared_layers(2), compared_layers(6, frozen=2)
    ([1, 3, 5], [0, 1], [3, 5])
    """
    step = math.ceil(layers / _COMPARED)
    return [*range(layers - 1, frozen - 1, -step)][::-1]


def distillation_loss(network: Network, lesson: Lesson, noise: Noise) -> Tensor:
    """Loss by the batch's labels, the teacher's probabilities and its states."""
    shown = lesson.shown
    inputs = lesson.batch.inputs(str(network.word.weight.device))
    states = network.states(inputs, noise, shown.known)
    scores = network.scores(states, inputs, noise)
    probabilities = [
        WEIGHTS[task] * _divergence(values.float(), shown.chances[task].float()) for task, values in scores.items()
    ]
    distances = [
        _distance(network.word_states(states, place, inputs).float(), right.float())
        for place, right in shown.states.items()
    ]
    labelled = label_loss(scores, lesson.batch)
    copied = _PROBABILITIES * torch.stack(probabilities).sum()
    return (1 - _PROBABILITIES) * labelled + copied + _STATES * torch.stack(distances).mean()


def _divergence(scores: Tensor, shown: Tensor) -> Tensor:
    """Divergence from the teachers' chances, both softened."""
    own = functional.log_softmax(scores / _SOFTNESS, dim=-1)
    return functional.kl_div(own, shown, log_target=True, reduction="batchmean") * _SOFTNESS**2


def _distance(states: Tensor, shown: Tensor) -> Tensor:
    """Squared distance of states, as a share of what the teacher's vary by."""
    return functional.mse_loss(states, shown) / shown.var()


if __name__ == "__main__":
    main()
