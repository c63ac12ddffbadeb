"""Time the encoder and the annotate stage beside a spaCy CNN pipeline: python benchmarks/encoder.py FILE... [--cnn FOLDER].

The files are text, or treebank files (their texts are put together again). Give words a second by the clock and by
the processor's time, the second of which other work on the machine disturbs less. The annotate stage is the encoder and
all rules after it, in two processes as `utdrag run --workers 2` has them.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path

import spacy
from spacy.tokens import Doc

from models.release import Release
from pipeline.annotate import annotate
from pipeline.annotate.encoder import Encoder
from pipeline.annotate.tokenizer import language
from pipeline.encoder.setting import Setting
from scrapers.pages import page
from scrapers.publishers import parse
from training.corpus import read
from training.evaluate import as_doc

_MEGABYTE = 1_000_000
_PROCESSES = 2
Spent = tuple[int, float]  # words, and seconds of the processor's time


def main() -> None:
    """Print a line for each way to read the texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--cnn", type=Path, help="spaCy pipeline made by training.yardstick")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    options = parser.parse_args()
    texts = [text for path in options.files for text in _texts(path)]
    releases = [parse(page("text.txt", text.encode(), ".txt")) for text in texts]
    whole = ("\n\n".join(texts) * 3)[:_MEGABYTE]
    for setting in Setting:
        with get_context("fork").Pool(_PROCESSES) as pool:
            _report(f"annotate, {setting}, two processes", partial(_annotated, pool, releases, setting), options.rounds)
        for threads in (1, 2):
            pipe = Encoder(threads=threads, setting=setting).pipe
            _report(f"encoder, {setting}, {threads} threads", partial(_read, pipe, texts), options.rounds)
        _report(f"encoder, {setting}, a text of {len(whole)} characters", partial(_read, pipe, [whole]), 1)
    _report("tokenizer alone", partial(_read, iter, texts), options.rounds)
    if options.cnn:
        cnn = spacy.load(options.cnn).pipe
        _report("spaCy CNN, one process", partial(_read, cnn, texts, made=False), options.rounds)
        two = partial(_read, partial(cnn, n_process=_PROCESSES), texts, made=False)
        _report("spaCy CNN, two processes, by the clock", two, options.rounds)


def _texts(path: Path) -> Sequence[str]:
    if ".conll" in path.name:
        vocabulary = language("nb").vocab
        return [as_doc(document, vocabulary).text for document in read(path)]
    return [path.read_text(encoding="utf-8")]


def _annotated(pool: Pool, releases: Sequence[Release], setting: Setting) -> Spent:
    longest_first = sorted(releases, key=lambda release: -len(release.text))
    counted = pool.starmap(_annotate, [(release, setting is Setting.FAST) for release in longest_first], chunksize=1)
    return sum(words for words, _ in counted), sum(seconds for _, seconds in counted)


def _annotate(release: Release, fast: bool) -> Spent:  # noqa: FBT001 - of a task
    started = time.process_time()
    doc = annotate(release, fast=fast)
    seconds = time.process_time() - started
    return _words(doc), seconds


def _read(pipe: Callable[..., Iterable[Doc]], texts: Sequence[str], *, made: bool = True) -> Spent:
    started = time.process_time()
    make = language("nb").make_doc
    words = sum(_words(doc) for doc in pipe(map(make, texts) if made else texts))
    return words, time.process_time() - started


def _words(doc: Doc) -> int:
    return sum(not token.is_space for token in doc)


def _report(name: str, run: Callable[[], Spent], rounds: int) -> None:
    run()  # loads what it needs
    clock, processor, words = float("inf"), float("inf"), 0
    for _ in range(rounds):
        started = time.perf_counter()
        words, seconds = run()
        clock, processor = min(clock, time.perf_counter() - started), min(processor, seconds)
    print(f"{name:40} {words:8} words {words / clock:9.0f} a second {words / processor:9.0f} a processor second")


if __name__ == "__main__":
    main()
