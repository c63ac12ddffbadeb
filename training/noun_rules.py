"""Learn from word lists how Norwegian nouns lose their endings, and write the rules that pipeline/lexicon reads.

Usage: python -m training.noun_rules NORNE_FOLDER ORDBANK_JSON_GZ OUT_FOLDER

NORNE_FOLDER holds the Norwegian Dependency Treebank's `nob-train.conll.gz` and `nno-train.conll.gz` (CC0).
ORDBANK_JSON_GZ is `nb_lemma_exc.json.gz` of the package spacy-lookups-data: word forms of Norsk Ordbank, Bokmål 2005
(Språkbanken, National Library of Norway, CC BY 4.0). Nynorsk has no such list: its forms are inflected from the Bokmål
lemmas, whose stems it mostly shares, and the treebank's real ones weigh more.

A rule says what to take off and put on at a noun that ends so; the longest ending that fits decides. An ending is kept
only where it changes what the next shorter one says, and is right at least three times more often. Plurals of common
words that the endings make into no word of the list get a rule of their own ("gauper" is of "gaupe", not of "gaup").
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from wordfreq import zipf_frequency

if TYPE_CHECKING:
    from collections.abc import Iterator

Change = tuple[int, str]  # letters to take off, letters to put on
Form = tuple[str, str, int]  # form, lemma, weight
LONGEST_ENDING = 9
GAIN = 3
TREEBANK_WEIGHT = 6
PLURALS = ("er", "ar", "ene", "ane")
COMMON = 2.5  # on the Zipf scale: three in ten million words


def treebank(path: Path) -> Iterator[Form]:
    """The treebank's plural and definite common nouns with their lemmas."""
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 10 or cells[3] != "subst":
                continue
            form, lemma, tags = cells[1].lower(), cells[2].lower(), set(cells[5].split("|"))
            plain = form.replace("-", "").isalpha() and lemma.replace("-", "").isalpha()
            if plain and "appell" in tags and tags & {"fl", "be", "bu"}:
                seen.add((form, lemma))
    yield from ((form, lemma, TREEBANK_WEIGHT) for form, lemma in sorted(seen))


class Ordbank:
    """The Bokmål word list: each form's lemma, and each lemma's forms."""

    def __init__(self, path: Path) -> None:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            nouns = json.load(file)["noun"]
        self.lemma = {form: lemmas[0] for form, lemmas in nouns.items() if form.isalpha() and form.islower()}
        self.forms: dict[str, set[str]] = defaultdict(set)
        for form, lemma in self.lemma.items():
            self.forms[lemma].add(form)

    def genders(self, lemma: str) -> set[str]:
        """The genders (m, f, n) that the lemma's definite forms show."""
        forms, stem = self.forms[lemma], lemma.removesuffix("e")
        contracted = lemma[:-2] + lemma[-1:] + "et" if lemma[-2:] in ("er", "el", "en") else ""
        found = {"n"} if forms & {stem + "et", contracted} else set()
        found |= {"m"} if stem + "en" in forms else set()
        return found | ({"f"} if stem + "a" in forms and "n" not in found else set())

    def bokmaal(self) -> Iterator[Form]:
        """The list's plural and definite forms; a bare lemma only where its plural may be the same."""
        for form, lemma in self.lemma.items():
            genitive = form.endswith("s") and self.lemma.get(form[:-1]) == lemma
            if not genitive and (form != lemma or "n" in self.genders(lemma)):
                yield form, lemma, 1

    def nynorsk(self) -> Iterator[Form]:
        """What the lemmas' plural and definite forms would be in Nynorsk."""
        for lemma in self.forms:
            if len(lemma) > 2 and len(self.forms[lemma]) > 2:
                yield from ((form, word, 1) for form, word in self._nynorsk(lemma))

    def _nynorsk(self, lemma: str) -> Iterator[tuple[str, str]]:
        genders, stem = self.genders(lemma), lemma.removesuffix("e")
        short = lemma[:-2] + lemma[-1]
        if lemma.endswith("er") and lemma + "e" in self.forms[lemma]:  # lærer: lærar
            agent = lemma[:-2] + "ar"
            yield from ((agent + ending, agent) for ending in ("ar", "ane", "en"))
            return
        if lemma[-2:] in ("el", "er") and short + "er" in self.forms[lemma]:  # sykkel: syklar
            short = short[:-2] + short[-1] if short[-3:-2] == short[-2:-1] else short
            yield from ((short + ending, lemma) for ending in ("ar", "ane"))
            return
        if "n" in genders:
            yield from ((lemma, lemma), (stem + "a", lemma), (stem + "et", lemma))
        if "f" in genders:
            plural = "ar" if lemma.endswith("ing") else "er"
            yield from ((stem + plural, lemma), (stem + plural[0] + "ne", lemma), (stem + "a", lemma))
        elif "m" in genders:
            yield from ((stem + ending, lemma) for ending in ("ar", "ane", "en"))


def change(form: str, lemma: str) -> Change:
    """What to take off the form and put on to get the lemma."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def learn(forms: Iterator[Form]) -> dict[str, Change]:
    """The rules by their ending; `^` begins an ending that is the whole word."""
    seen: dict[str, Counter[Change]] = defaultdict(Counter)
    for form, lemma, weight in forms:
        word, rule = f"^{form}", change(form, lemma)
        for ending in {word, *(word[len(word) - size :] for size in range(min(len(word), LONGEST_ENDING) + 1))}:
            seen[ending][rule] += weight
    rules = {"": seen[""].most_common(1)[0][0]}
    for ending in sorted(seen, key=lambda ending: (len(ending), ending)):
        shorter = next(ending[cut:] for cut in range(1, len(ending) + 1) if ending[cut:] in rules) if ending else ""
        best, times = seen[ending].most_common(1)[0]
        fits = best[0] <= len(ending.removeprefix("^"))
        if best != rules[shorter] and fits and times - seen[ending][rules[shorter]] >= GAIN:
            rules[ending] = best
    return rules


def add_common(rules: dict[str, Change], words: Ordbank, forms: Iterator[Form], known: set[str]) -> None:
    """Add a rule for each plural of a common word, if not yet known, that the rules so far make into no word."""
    taken: dict[str, set[str]] = defaultdict(set)
    for form, lemma, _ in forms:
        taken[form].add(lemma)
    for form, lemmas in sorted(taken.items()):
        lemma = min(lemmas)
        if (
            len(lemmas) > 1
            or form in known
            or not form.endswith(PLURALS)
            or max(map(_frequency, (form, lemma))) < COMMON
        ):
            continue
        if apply(rules, form) not in words.forms:
            rules[f"^{form}"] = change(form, lemma)


def apply(rules: dict[str, Change], form: str) -> str:
    """What the rules make of a form."""
    word = f"^{form}"
    off, on = next(rules[word[cut:]] for cut in range(len(word) + 1) if word[cut:] in rules)
    return form[: len(form) - off] + on


def _frequency(word: str) -> float:
    return zipf_frequency(word, "nb")


def main(norne: Path, ordbank: Path, out: Path) -> None:
    """Write `noun_rules_nb.csv` and `noun_rules_nn.csv`."""
    words = Ordbank(ordbank)
    for standard, part, others in (("nb", "nob", words.bokmaal), ("nn", "nno", words.nynorsk)):
        seen = list(treebank(norne / f"{part}-train.conll.gz"))
        rules = learn(form for source in (seen, others()) for form in source)
        add_common(rules, words, others(), {lemma for _, lemma, _ in seen} | {form for form, _, _ in seen})
        with (out / f"noun_rules_{standard}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(
                "# How nouns lose their endings: learnt by training/noun_rules.py from the Norwegian Dependency\n"
            )
            file.write(
                "# Treebank (CC0) and Norsk Ordbank, Bokmål 2005 (Språkbanken, National Library of Norway, CC BY 4.0)\n"
            )
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("ending", "off", "on"))
            table.writerows((ending, off, on) for ending, (off, on) in sorted(rules.items()))
        print(standard, len(rules), "rules")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
