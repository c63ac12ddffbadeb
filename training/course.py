"""Teach a network: epochs of varied documents, and the loss of every task."""

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.encoder.subwords import Subwords
from training.augment import varied
from training.batches import Batch, batches
from training.corpus import Document
from training.labels import Numbering
from training.model import Network, Noise
from training.names import Names
from training.optimise import Optimizer, share

WEIGHTS = {"entity": 1.0, "pos": 0.25, "features": 0.15, "lemma": 0.25}
_DROPOUT = 0.1
_REPORT = 20  # steps


LessonT = TypeVar("LessonT")


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int
    minutes: float  # the schedule ends after this time if that is first
    size: int  # pieces in a batch
    rate: float
    average: float
    seed: int


def add_plan(parser: ArgumentParser, *, epochs: int, rate: float) -> None:
    """Options of a plan, and of how many threads carry it out."""
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--minutes", type=float, default=1e9, help="end the schedule after this time if that is first")
    parser.add_argument("--size", type=int, default=4096, help="sub-words in a batch")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)


def plan_of(options: Namespace) -> Plan:
    """The plan that the command line's options say."""
    return Plan(options.epochs, options.minutes, options.size, options.rate, options.average, options.seed)


@dataclass(frozen=True)
class Material:
    """What to learn from."""

    documents: Sequence[Document]
    names: Names
    subwords: Subwords
    numbering: Numbering

    def batches(self, plan: Plan, number: int) -> list[Batch]:
        """Batches of all documents, varied; another `number` gives other variations."""
        dice = Random(f"{plan.seed} {number}")
        copies = [varied(document, self.names, dice) for document in self.documents]
        return list(batches(copies, self.subwords, self.numbering, plan.size, dice))


def taught(
    network: Network,
    lessons: Callable[[int], Sequence[LessonT]],
    loss_of: Callable[[LessonT, Noise], Tensor],
    plan: Plan,
    after_epoch: Callable[[int, Mapping[str, Tensor]], None],
) -> None:
    """Teach `network` in place by the lessons of each epoch; `after_epoch` is given its number and averaged weights."""
    optimizer = Optimizer(network, lambda name: _rate(name, plan.rate), plan.average)
    noise, started, progress = Noise(_DROPOUT), time.monotonic(), 0.0
    for epoch in range(plan.epochs):
        ready, losses = lessons(epoch), list[float]()
        for step, lesson in enumerate(ready):
            spent = (time.monotonic() - started) / 60 / plan.minutes
            progress = max((epoch + step / len(ready)) / plan.epochs, spent)
            if progress >= 1:
                break
            loss = loss_of(lesson, noise)
            loss.backward()
            optimizer.step(share(progress))
            losses.append(float(loss.detach()))
            if step % _REPORT == 0:
                recent = losses[-_REPORT:]
                print(f"{epoch + 1} {step}/{len(ready)} {sum(recent) / len(recent):.4f} {progress:.3f}", flush=True)
        after_epoch(epoch + 1, optimizer.averaged())
        print(f"{(time.monotonic() - started) / 60:.1f} minutes", flush=True)
        if progress >= 1:
            break


def label_loss(scores: Mapping[str, Tensor], batch: Batch) -> Tensor:
    """Loss of all tasks by the batch's labels."""
    right = torch.from_numpy(batch.labels)
    return torch.stack(
        [
            WEIGHTS[task] * functional.cross_entropy(values.float(), right[:, column], ignore_index=-100)
            for column, (task, values) in enumerate(scores.items())
        ]
    ).sum()


def _rate(name: str, encoder_rate: float) -> float:
    """Peak rate of a weight: new outputs learn faster, the embeddings slower."""
    if name.startswith("outputs"):
        return 5 * encoder_rate
    return encoder_rate / 4 if name.startswith(("word", "position")) else encoder_rate
