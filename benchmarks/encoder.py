"""Time the encoder beside a spaCy CNN pipeline: python benchmarks/encoder.py FILE... [--cnn FOLDER].

The files are text, or treebank files (their texts are put together again). Give words a second by the clock and by
the processor's time, the second of which other work on the machine disturbs less.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc

from pipeline.annotate.encoder import Encoder
from pipeline.annotate.tokenizer import language
from pipeline.encoder.model import FOLDER
from training.corpus import read
from training.evaluate import as_doc

_MEGABYTE = 1_000_000


def main() -> None:
    """Print a line for each way to read the texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--cnn", type=Path, help="spaCy pipeline made by training.yardstick")
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    options = parser.parse_args()
    texts = [text for path in options.files for text in _texts(path)]
    make = language("nb").make_doc
    for threads in (1, 2):
        encoder = Encoder(options.model, threads)
        _report(f"encoder, {threads} threads", lambda encoder=encoder: encoder.pipe(map(make, texts)), options.rounds)
    whole = ("\n\n".join(texts) * 3)[:_MEGABYTE]
    two = Encoder(options.model, 2)
    _report(f"encoder, one text of {len(whole)} characters", lambda: [two(make(whole))], 1)
    _report("tokenizer alone", lambda: map(make, texts), options.rounds)
    if options.cnn:
        cnn = spacy.load(options.cnn)
        _report("spaCy CNN, one process", lambda: cnn.pipe(texts), options.rounds)
        _report("spaCy CNN, two processes", lambda: cnn.pipe(texts, n_process=2), options.rounds)


def _texts(path: Path) -> Sequence[str]:
    if ".conll" in path.name:
        vocabulary = language("nb").vocab
        return [as_doc(document, vocabulary).text for document in read(path)]
    return [path.read_text(encoding="utf-8")]


def _report(name: str, run: Callable[[], Iterable[Doc]], rounds: int) -> None:
    best_clock = best_processor = float("inf")
    words = 0
    for _ in range(rounds):
        clock, processor = time.perf_counter(), time.process_time()
        words = sum(sum(not token.is_space for token in doc) for doc in run())
        best_clock = min(best_clock, time.perf_counter() - clock)
        best_processor = min(best_processor, time.process_time() - processor)
    print(
        f"{name:40} {words:8} words {words / best_clock:9.0f} a second {words / best_processor:9.0f} a processor second"
    )


if __name__ == "__main__":
    main()
