"""Teach a network: epochs of varied documents, the loss of every task, and a teacher's scores if there is one."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

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
_FROM_TEACHER, _SOFTNESS = 0.7, 1.5  # part of the loss, and the temperature of the teacher's probabilities
_REPORT = 20  # steps


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int
    minutes: float  # the schedule ends after this time if that is first
    size: int  # pieces in a batch
    rate: float
    average: float
    seed: int


@dataclass(frozen=True)
class Material:
    """What to learn from."""

    documents: Sequence[Document]
    names: Names
    subwords: Subwords
    numbering: Numbering


def taught(
    network: Network,
    material: Material,
    plan: Plan,
    after_epoch: Callable[[int, Mapping[str, Tensor]], None],
    teacher: Network | None = None,
) -> None:
    """Teach `network` in place; `after_epoch` is given each epoch's number and its averaged weights."""
    optimizer = Optimizer(network, lambda name: _rate(name, plan.rate), plan.average)
    noise, started, progress = Noise(_DROPOUT), time.monotonic(), 0.0
    for epoch in range(plan.epochs):
        ready, losses = _epoch_batches(material, plan, epoch), list[float]()
        for step, batch in enumerate(ready):
            spent = (time.monotonic() - started) / 60 / plan.minutes
            progress = max((epoch + step / len(ready)) / plan.epochs, spent)
            if progress >= 1:
                break
            loss = _loss(network, batch, noise, teacher)
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


def _epoch_batches(material: Material, plan: Plan, epoch: int) -> list[Batch]:
    dice = Random(f"{plan.seed} {epoch}")
    copies = [varied(document, material.names, dice) for document in material.documents]
    return list(batches(copies, material.subwords, material.numbering, plan.size, dice))


def _rate(name: str, encoder_rate: float) -> float:
    """Peak rate of a weight: new outputs learn faster, the embeddings slower."""
    if name.startswith("outputs"):
        return 5 * encoder_rate
    return encoder_rate / 4 if name.startswith(("word", "position")) else encoder_rate


def _loss(network: Network, batch: Batch, noise: Noise, teacher: Network | None) -> Tensor:
    inputs = [torch.from_numpy(part) for part in (batch.ids, batch.first, batch.last)]
    scores, right = network(*inputs, noise), torch.from_numpy(batch.labels)
    own = [
        WEIGHTS[task] * functional.cross_entropy(values.float(), right[:, column], ignore_index=-100)
        for column, (task, values) in enumerate(scores.items())
    ]
    if teacher is None:
        return torch.stack(own).sum()
    with torch.inference_mode():
        shown = teacher(*inputs)
    copied = [WEIGHTS[task] * _distance(values.float(), shown[task].float()) for task, values in scores.items()]
    return (1 - _FROM_TEACHER) * torch.stack(own).sum() + _FROM_TEACHER * torch.stack(copied).sum()


def _distance(scores: Tensor, shown: Tensor) -> Tensor:
    """Divergence from the teacher's probabilities, both softened."""
    own, target = (functional.log_softmax(rows / _SOFTNESS, dim=-1) for rows in (scores, shown))
    return functional.kl_div(own, target, log_target=True, reduction="batchmean") * _SOFTNESS**2
