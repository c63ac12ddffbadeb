"""Time the pass of the gazetteer over releases of 500, 5000 and 50 000 words: python benchmarks/places.py.

Give the best of several rounds in milliseconds, and the time of each word, which stays the same where the pass is
linear. It fails where 500 words take 2 ms or more of the processor's time.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from functools import partial

from pipeline.annotate.places.candidates import candidates
from pipeline.lexicon.register import municipalities

WORDS = (
    "Kommunestyret i {} vedtok tirsdag å bygge ny skole sammen med naboen {} for 120 millioner kroner . "
    "– Det er vi glade for , sier ordfører Kari Hansen i {} kommune , som venter at arbeidet er ferdig til høsten ."
)
SIZES = (500, 5_000, 50_000)
ROUNDS = 30
BOUND = 2.0  # milliseconds for 500 words


def main() -> int:
    """Print a line for each size; 1 where the smallest takes too long, else 0."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    random.seed(4)
    candidates("Molde")  # reads the tables
    found = {size: _milliseconds(partial(candidates, _release(size))) for size in SIZES}
    for size, took in found.items():
        print(f"{size:7} words {took:8.2f} ms {took / size * 1000:7.2f} µs a word")
    return int(found[SIZES[0]] >= BOUND)


def _release(size: int) -> str:
    names = sorted({unit.name for unit in municipalities()})
    words: list[str] = []
    while len(words) < size:
        words += WORDS.format(*random.sample(names, 3)).split()
    return " ".join(words[:size])


def _milliseconds(run: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best * 1000


if __name__ == "__main__":
    sys.exit(main())
