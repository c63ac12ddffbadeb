"""Score the shipped model on files in the corpus's format: python -m training.evaluate FILE... [--json]."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.annotate.encoder import Encoder
from pipeline.encoder.decoding import spans
from pipeline.encoder.model import FOLDER
from pipeline.encoder.setting import Setting
from training.corpus import Document, Token, read
from training.spacing import spaced

_BREAK = "\n\n"  # the end of a headline
Counts = Counter[tuple[str, str]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores as a table or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="treebank file, plain or .gz")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of another model than the shipped one")
    parser.add_argument("--setting", type=Setting, choices=[*Setting], default=Setting.ACCURATE)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    documents = [document for path in options.files for document in read(path)]
    scores = evaluated(documents, Encoder(options.model, options.threads, options.setting))
    if options.json:
        print(json.dumps(scores))
        return
    for name, value in scores.items():
        figures = (
            " ".join(f"{part} {figure:.4f}" for part, figure in value.items())
            if isinstance(value, dict)
            else f"{value:.4f}"
        )
        print(f"{name:8} {figures}")


def evaluated(documents: Sequence[Document], encoder: Encoder) -> dict[str, float | dict[str, float]]:
    """Precision, recall and F1 of the names, together and by type; accuracy of parts of speech, features, lemmas."""
    vocabulary = spacy.blank("nb").vocab
    counts, hits = Counts(), Counter[str]()
    docs = encoder.pipe(as_doc(document, vocabulary) for document in documents)
    for document, doc in zip(documents, docs, strict=True):
        tokens = [token for sentence in document.sentences for token in sentence.tokens]
        _count_names(counts, tokens, doc)
        _count_words(hits, tokens, doc)
    kinds = sorted({kind for _, kind in counts})
    return {
        "micro": _measures(counts, kinds),
        **{kind: _measures(counts, [kind]) for kind in kinds},
        **{task: hits[task] / max(1, hits["words"]) for task in ("pos", "features", "lemma")},
    }


def as_doc(document: Document, vocabulary: Vocab) -> Doc:
    """The corpus document as spaCy's, divided into words as the corpus does it, its headlines set apart."""
    words, spaces = list[str](), list[bool]()
    for sentence in document.sentences:
        forms = [token.form for token in sentence.tokens]
        before = spaced(forms)
        words += forms
        spaces += [*before[1:], not sentence.headline]
        if sentence.headline:
            words.append(_BREAK)
            spaces.append(False)
    return Doc(vocabulary, words=words, spaces=spaces)


def _count_names(counts: Counts, tokens: Sequence[Token], doc: Doc) -> None:
    numbers = {token.i: number for number, token in enumerate(_words(doc))}
    found = {(numbers[name.start], numbers[name.end - 1] + 1, name.label_) for name in doc.ents}
    right = set(spans([token.entity for token in tokens]))
    for group, names in (("found", found), ("right", right), ("both", found & right)):
        counts.update((group, kind) for _, _, kind in names)


def _count_words(hits: Counter[str], tokens: Sequence[Token], doc: Doc) -> None:
    for right, found in zip(tokens, _words(doc), strict=True):
        hits["words"] += 1
        hits["pos"] += right.pos == found.pos_
        hits["features"] += right.features == str(found.morph)
        hits["lemma"] += right.lemma == found.lemma_


def _words(doc: Doc) -> "Iterator[spacy.tokens.Token]":
    return (token for token in doc if not token.is_space)


def _measures(counts: Counts, kinds: Iterable[str]) -> dict[str, float]:
    found, right, both = (sum(counts[group, kind] for kind in kinds) for group in ("found", "right", "both"))
    precision, recall = both / max(1, found), both / max(1, right)
    return {"precision": precision, "recall": recall, "f1": 2 * both / max(1, found + right)}


if __name__ == "__main__":
    main(sys.argv[1:])
