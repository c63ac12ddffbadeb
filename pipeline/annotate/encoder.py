"""Mark names, parts of speech and lemmas as the trained encoder reads them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Span

from pipeline.encoder import reading
from pipeline.encoder.model import FOLDER, loaded
from pipeline.encoder.setting import Setting
from pipeline.encoder.windows import BREAK, Unit, windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.tokens import Doc, Token

    from pipeline.encoder.model import Model, Scores

_STOPS = frozenset(".!?")

if not Span.has_extension("confidence"):
    Span.set_extension("confidence", default=None)  # of a name: the probability that its extent and type are right


class Encoder:
    """A component that sets a document's `ents` with their `confidence`, and each token's pos, morph and lemma.

    Nothing depends on what other documents are read with it, nor on the number of threads.
    """

    def __init__(self, folder: Path = FOLDER, threads: int = 1, setting: Setting = Setting.ACCURATE) -> None:
        self._folder = folder
        self._setting = setting
        self._threads = threads

    def __call__(self, doc: Doc) -> Doc:
        """The same document, marked."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """The same documents, marked; `batch_size` of them share the threads."""
        waiting = iter(docs)
        while group := list(islice(waiting, batch_size)):
            yield from self._marked(group)

    def _marked(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        model = loaded(self._folder, self._setting)
        texts = [_text(doc, model) for doc in docs]
        cut = [list(windows(text.units)) for text in texts]
        scores = model.scores((window for part in cut for window in part), self._threads)
        for doc, text, part in zip(docs, texts, cut, strict=True):
            own = [next(scores) for _ in part]
            if own:
                _mark(doc, text, model, tuple(np.concatenate(rows) for rows in zip(*own, strict=True)))
            for token in text.spaces:
                token.pos_ = "SPACE"
                token.lemma_ = token.text
            yield doc


@cache
def _shipped(setting: Setting) -> Encoder:
    return Encoder(setting=setting)


def annotate(doc: Doc) -> Doc:
    """The same document, marked by the shipped model, in its fast setting where `doc.user_data["fast"]` says so."""
    return _shipped(Setting.FAST if doc.user_data.get("fast") else Setting.ACCURATE)(doc)


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as the encoder reads it: its words, and the breaks between blocks and cells."""

    words: Sequence[Token]
    spaces: Sequence[Token]
    units: Sequence[Unit]
    openings: Sequence[int]  # numbers of the words that stand behind a break


def _text(doc: Doc, model: Model) -> _Text:
    words: list[Token] = []
    spaces: list[Token] = []
    openings: list[int] = []
    order, given, spaced = list[Unit | None](), list[tuple[str, bool]](), True
    for token in doc:  # once: spaCy makes each token anew
        text = token.text
        if token.is_space:
            spaces.append(token)
            spaced = True
            if _parts(text):
                order.append(BREAK)
                openings.append(len(words))
            continue
        words.append(token)
        given.append((text, spaced))
        order.append(None)
        spaced = bool(token.whitespace_)
    pieces = model.subwords.pieces(given)
    stops = (text in _STOPS for text, _ in given)
    units = [unit or Unit(next(pieces), ends_sentence=next(stops)) for unit in order]
    return _Text(words, spaces, units, openings)


def _mark(doc: Doc, text: _Text, model: Model, scores: Scores) -> None:
    entity, pos, features, lemma = scores
    labels = model.labels
    for token, tag, traits, script, row in zip(
        text.words, pos.argmax(1).tolist(), features.argmax(1).tolist(), lemma.argmax(1).tolist(), lemma, strict=True
    ):
        token.pos_ = labels.pos[tag]
        token.set_morph(labels.features[traits])  # type: ignore[attr-defined]  # the stubs lack it
        token.lemma_ = reading.lemma(token.text, row, script, labels.lemma)
    _mark_names(doc, text.words, [*reading.names(entity, text.openings, labels)])


def _parts(space: str) -> bool:
    """Whether white space parts two blocks of the release, or two cells of a table's row."""
    return space.count("\n") > 1 or "\t" in space


def _mark_names(doc: Doc, words: Sequence[Token], names: Sequence[reading.Name]) -> None:
    spans = list[Span]()
    for name in names:
        span = Span(doc, words[name.start].i, words[name.end - 1].i + 1, label=name.kind)
        span._.confidence = name.confidence
        spans.append(span)
    doc.ents = tuple(spans)
