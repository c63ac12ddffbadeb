"""Time the passes that read dates and counts: python benchmarks/counts.py [FILE...] [--words N] [--rounds N].

The files are releases as text, all of fixtures/ where none is named. Each is repeated or cut to so many words and marked
by the encoder beforehand, which is not timed. Gives milliseconds a text by the processor's time, the best round of each.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.tokens import Doc

from pipeline.annotate import counts, dates, encoder, sentences
from pipeline.annotate.tokenizer import language
from pipeline.spans import COUNTS, DATES

FIXTURES = Path("fixtures")


def main() -> None:
    """Print the median over the texts for each pass and for both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many counts")
    options = parser.parse_args()
    files = options.files or sorted(FIXTURES.glob("*/*.txt"))
    docs = [_marked(path.read_text(encoding="utf-8"), options.words) for path in files]
    passes = {"dates": (DATES, dates.annotate), "counts": (COUNTS, counts.annotate)}
    taken = {name: [_best(doc, *one, options.rounds) for doc in docs] for name, one in passes.items()}
    taken["both"] = [sum(both) for both in zip(taken["dates"], taken["counts"], strict=True)]
    for name, times in taken.items():
        print(
            f"{name:8} {len(times):4} texts of {options.words} words  median {_median(times)} ms  slowest {max(times):6.2f} ms"
        )


def _marked(text: str, words: int) -> Doc:
    parts = text.split(" ")
    times = words // max(1, len(parts)) + 1
    return encoder.annotate(sentences.annotate(language("nb").make_doc(" ".join((parts * times)[:words]))))


def _best(doc: Doc, group: str, annotate: Callable[[Doc], Doc], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        if group in doc.spans:
            del doc.spans[group]
        start = time.process_time()
        annotate(doc)
        best = min(best, 1000 * (time.process_time() - start))
    return best


def _median(times: Sequence[float]) -> str:
    return f"{statistics.median(times):6.2f}"


if __name__ == "__main__":
    main()
