"""Teach a network: epochs of varied documents, and the loss of every task."""

import time
from argparse import ArgumentParser, Namespace
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, fields
from itertools import count, islice
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
    every: int  # epochs from one kept state to the next
    workers: int  # processes that vary documents ahead of the learning
    device: str


def add_plan(parser: ArgumentParser, *, epochs: int, rate: float) -> None:
    """Options of a plan, and of how many threads carry it out."""
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--minutes", type=float, default=1e9, help="end the schedule after this time if that is first")
    parser.add_argument("--size", type=int, default=4096, help="sub-words in a batch")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="epochs from one checkpoint to the next")
    parser.add_argument("--workers", type=int, default=0, help="processes that vary documents ahead of the learning")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=2)


def plan_of(options: Namespace) -> Plan:
    """The plan that the command line's options say."""
    return Plan(**{field.name: getattr(options, field.name) for field in fields(Plan)})


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

    def variants(self, plan: Plan) -> Generator[list[Batch], None, None]:
        """Batches of all documents, varied anew each time, without end."""
        if not plan.workers:
            yield from (self.batches(plan, number) for number in count())
            return
        numbers, waiting = count(), deque[Future[list[Batch]]]()
        pool = ProcessPoolExecutor(plan.workers, initializer=_share, initargs=(self, plan))
        try:
            waiting.extend(pool.submit(_shared, number) for number in islice(numbers, plan.workers + 1))
            while True:
                yield waiting.popleft().result()
                waiting.append(pool.submit(_shared, next(numbers)))
        finally:
            pool.shutdown(cancel_futures=True)


_own: list[tuple[Material, Plan]] = []  # of a process that varies documents


def _share(material: Material, plan: Plan) -> None:
    torch.set_num_threads(1)
    _own[:] = [(material, plan)]


def _shared(number: int) -> list[Batch]:
    material, plan = _own[0]
    return material.batches(plan, number)


def taught(
    network: Network,
    lessons: Iterator[Sequence[LessonT]],
    loss_of: Callable[[LessonT, Noise], Tensor],
    plan: Plan,
    keep: Callable[[int, Mapping[str, Tensor]], None],
) -> None:
    """Teach `network` in place by the lessons of one epoch after the other.

    Every so many epochs, and at the end, `keep` is given the epoch's number and the averaged weights.
    """
    optimizer = Optimizer(network, lambda name: _rate(name, plan.rate), plan.average)
    noise, started, progress = Noise(_DROPOUT, plan.device), time.monotonic(), 0.0
    for epoch in range(plan.epochs):
        ready, losses = next(lessons), list[Tensor]()
        for step, lesson in enumerate(ready):
            spent = (time.monotonic() - started) / 60 / plan.minutes
            progress = max((epoch + step / len(ready)) / plan.epochs, spent)
            if progress >= 1:
                break
            loss = loss_of(lesson, noise)
            loss.backward()
            optimizer.step(share(progress))
            losses.append(loss.detach())
            if step % _REPORT == 0:
                recent = float(torch.stack(losses[-_REPORT:]).mean())
                print(f"{epoch + 1} {step}/{len(ready)} {recent:.4f} {progress:.3f}", flush=True)
        done = progress >= 1 or epoch + 1 == plan.epochs
        if done or (epoch + 1) % plan.every == 0:
            keep(epoch + 1, optimizer.averaged())
        print(f"{(time.monotonic() - started) / 60:.1f} minutes", flush=True)
        if done:
            break


def label_loss(scores: Mapping[str, Tensor], batch: Batch) -> Tensor:
    """Loss of all tasks by the batch's labels."""
    right = torch.from_numpy(batch.labels).to(next(iter(scores.values())).device)
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
