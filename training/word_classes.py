"""Learn from the treebank what a Norwegian word may be by its ending: noun, adjective, verb or other.

Usage: python -m training.word_classes NORNE_FOLDER OUT_FOLDER

NORNE_FOLDER holds the Norwegian Dependency Treebank's `nob-train.conll.gz` and `nno-train.conll.gz` (CC0).
An ending keeps the classes that a fifth or more of its words are (N noun, A adjective, V verb, X other), and only
where that changes what the next shorter ending says.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter, defaultdict
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CLASSES = {"subst": "N", "adj": "A", "verb": "V"}
LONGEST_ENDING = 7
SHARE = 0.2
ENOUGH = 4  # weight of an ending that is heard


def words(path: Path) -> Iterator[tuple[str, str, float]]:
    """Each lower-case word with each class it is seen in, weighted by how often."""
    seen: Counter[tuple[str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 10 or not cells[1].replace("-", "").isalpha() or "prop" in cells[5].split("|"):
                continue
            if cells[3] == "det" and "kvant" in cells[5].split("|"):
                continue
            seen[cells[1].lower(), CLASSES.get(cells[3], "X")] += 1
    yield from ((word, kind, 1 + log2(times)) for (word, kind), times in sorted(seen.items()))


def learn(seen: Iterator[tuple[str, str, float]]) -> dict[str, str]:
    """The classes by ending, the commonest first; `^` begins an ending that is the whole word."""
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    for form, kind, weight in seen:
        word = f"^{form}"
        for ending in {word, *(word[len(word) - size :] for size in range(min(len(word), LONGEST_ENDING) + 1))}:
            shares[ending][kind] += weight
    rules = {"": "N"}
    for ending in sorted(shares, key=lambda ending: (len(ending), ending)):
        total = sum(shares[ending].values())
        kinds = "".join(kind for kind, weight in shares[ending].most_common() if weight >= SHARE * total)
        shorter = next((ending[cut:] for cut in range(1, len(ending) + 1) if ending[cut:] in rules), "")
        heard = total >= ENOUGH or (ending.startswith("^") and total >= 2)
        if heard and kinds != rules[shorter]:
            rules[ending] = kinds
    return rules


def main(norne: Path, out: Path) -> None:
    """Write `word_classes_nb.csv` and `word_classes_nn.csv`."""
    for standard, part in (("nb", "nob"), ("nn", "nno")):
        rules = learn(words(norne / f"{part}-train.conll.gz"))
        with (out / f"word_classes_{standard}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write("# What a word may be by its ending: N noun, A adjective, V verb, X other; learnt by\n")
            file.write("# training/word_classes.py from the Norwegian Dependency Treebank (CC0)\n")
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("ending", "classes"))
            table.writerows(sorted(rules.items()))
        print(standard, len(rules), "endings")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
