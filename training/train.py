"""Train the network: python -m training.train --start CHECKPOINT --corpus DIR --tables DIR --out DIR."""

import argparse
from pathlib import Path
from shutil import copyfile

import torch
from torch import Tensor

from pipeline.encoder.subwords import Subwords
from training.batches import Batch
from training.checkpoints import keeper, loaded
from training.corpus import Document, read
from training.course import Material, add_plan, label_loss, plan_of, taught
from training.labels import Numbering, gathered
from training.model import Noise
from training.names import Names

_STANDARDS = ("nob", "nno")


def main() -> None:
    """Train as the command line says; write the averaged weights to checkpoints and print their scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, required=True, help="made by training.prepare, its tokenizer beside it")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of {nob,nno}-{train,dev}.conll.gz")
    parser.add_argument("--tables", type=Path, required=True, help="folder of the municipality tables")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    add_plan(parser, epochs=12, rate=2e-4)
    options = parser.parse_args()
    plan = plan_of(options)
    torch.set_num_threads(options.threads)
    torch.manual_seed(plan.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("tokenizer.json", "labels.json"):
        copyfile(options.start.parent / name, options.out / name)
    training, development = (corpus_part(options.corpus, part) for part in ("train", "dev"))
    labels, subwords = gathered(training), Subwords.load(options.out / "tokenizer.json")
    network = loaded(options.start).to(plan.device, torch.bfloat16)
    material = Material(training, Names.gathered(training, options.tables), subwords, Numbering(labels))

    def loss_of(batch: Batch, noise: Noise) -> Tensor:
        return label_loss(network(batch.inputs(plan.device), noise), batch)

    taught(network, material.variants(plan), loss_of, plan, keeper(network, options.out, development, subwords, labels))


def corpus_part(folder: Path, part: str) -> tuple[Document, ...]:
    """Documents of one part of the corpus in both written standards."""
    return tuple(document for standard in _STANDARDS for document in read(folder / f"{standard}-{part}.conll.gz"))


if __name__ == "__main__":
    main()
