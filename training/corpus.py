"""Read the treebank with named entities: documents of sentences of tokens, tags mapped to ours."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from training.tags import features, universal_tag

HEADLINE_END = "|"
_IGNORED_TYPES = ("MISC",)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the corpus with what is to be learned of it."""

    form: str
    lemma: str
    pos: str
    features: str
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence; `headline` where the corpus closes it as one."""

    tokens: tuple[Token, ...]
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A text of the corpus."""

    name: str
    sentences: tuple[Sentence, ...]


def read(path: Path) -> tuple[Document, ...]:
    """All documents of a file, packed or plain."""
    with _open(path) as lines:
        return tuple(documents(lines))


def documents(lines: Iterable[str]) -> Iterator[Document]:
    r"""Documents of lines in the corpus's format.

    >>> rows = ["# doc = a", "1\tOslo\tOslo\tsubst\tsubst\tprop\t0\tFRAG\t_\tname=B-GPE_LOC",
    ...         "2\t|\t$|\tclb\tclb\t<overskrift>\t1\tIP\t_\tname=O", ""]
    >>> next(documents(rows)).sentences[0]
    Sentence(tokens=(Token(form='Oslo', lemma='Oslo', pos='PROPN', features='', entity='B-GPE_LOC'),), headline=True)
    """
    name, sentences, rows = "", list[Sentence](), list[list[str]]()
    for line in [*lines, "", "# doc = "]:
        text = line.rstrip("\n")
        if text and not text.startswith("#"):
            rows.append(text.split("\t"))
            continue
        if rows:
            sentences.append(_sentence(rows))
            rows = []
        if text.startswith("# doc ="):
            if sentences:
                yield Document(name, tuple(sentence for sentence in sentences if sentence.tokens))
            name, sentences = text.partition("=")[2].strip(), []


def _sentence(rows: list[list[str]]) -> Sentence:
    headline = rows[-1][1] == HEADLINE_END
    tokens = tuple(_token(row, rows) for row in rows if row[1] != HEADLINE_END)
    return Sentence(_repaired(tokens), headline)


def _token(row: list[str], rows: list[list[str]]) -> Token:
    number, form, lemma, tag, _, traits = row[:6]
    children = frozenset(other[7] for other in rows if other[6] == number)
    entity = row[9].removeprefix("name=").split("|")[0]
    return Token(
        form=form,
        lemma=form if lemma.startswith("$") and len(lemma) > 1 else lemma,
        pos=universal_tag(form, lemma, tag, traits.split("|"), children),
        features=features(tag, traits.split("|")),
        entity="O" if entity[2:] in _IGNORED_TYPES else entity,
    )


def _repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, an I- that continues nothing (a headline's end fell out before it) made a B-."""
    fixed, previous = list[Token](), "O"
    for token in tokens:
        entity = token.entity
        if entity.startswith("I-") and previous[2:] != entity[2:]:
            entity = "B-" + entity[2:]
        fixed.append(Token(token.form, token.lemma, token.pos, token.features, entity))
        previous = entity
    return tuple(fixed)


def _open(path: Path) -> IO[str]:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
