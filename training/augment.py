"""Vary the corpus from epoch to epoch: other names, casings, signs and stops, and the look of press releases."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from training.corpus import Document, Sentence, Token
from training.names import Names
from training.releases import furniture

_SWAP = 0.2
_UPPER, _LOWER, _NO_STOP, _FURNITURE = 0.04, 0.025, 0.05, 0.02
_QUOTES = (('"', '"'), ("«", "»"), ("«", "»"), ("“", "”"))
_BODIES = ("kommune", "fylke", "fylkeskommune")  # "Molde kommune" is one name
_DASHES = ("-", "–", "–", "—")


@dataclass(frozen=True)
class _Habits:
    """How one document writes quotes and dashes."""

    quotes: tuple[str, str]
    dash: str


def varied(document: Document, names: Names, dice: Random) -> Document:
    """A copy of `document` as another hand might have written it."""
    habits = _Habits(dice.choice(_QUOTES), dice.choice(_DASHES))
    sentences = list[Sentence]()
    for sentence in document.sentences:
        sentences.append(_varied(sentence, names, habits, dice))
        if dice.random() < _FURNITURE:
            sentences.append(furniture(names, dice))
    return Document(document.name, tuple(sentences))


def _varied(sentence: Sentence, names: Names, habits: _Habits, dice: Random) -> Sentence:
    tokens = _signs(swapped(sentence.tokens, names, dice), habits)
    roll = dice.random()
    if roll < _UPPER:
        tokens = tuple(replace(token, form=token.form.upper()) for token in tokens)
    elif roll < _UPPER + _LOWER:
        tokens = tuple(replace(token, form=token.form.lower()) for token in tokens)
    if len(tokens) > 1 and tokens[-1].form == "." and dice.random() < _NO_STOP:
        tokens = tokens[:-1]
    return Sentence(tokens, sentence.headline)


def swapped(tokens: Sequence[Token], names: Names, dice: Random, rate: float = _SWAP) -> tuple[Token, ...]:
    """The tokens, some of their names replaced by others of the same type."""
    result = list[Token]()
    for name in _runs(tokens):
        kind = name[0].entity[2:]
        fresh = names.another(kind, dice) if kind and dice.random() < rate else ()
        result.extend(_like(name, fresh) if fresh else name)
    return tuple(result)


def _runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Names as lists of tokens, each other token alone."""
    runs = list[list[Token]]()
    for token in tokens:
        if token.entity.startswith("I-") and runs:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _like(old: Sequence[Token], words: Sequence[str]) -> list[Token]:
    """Tokens of a name with the words of a fresh one, in the genitive if the old one was."""
    kind = old[0].entity[2:]
    if len(old) > 1 and old[-1].lemma in _BODIES:
        return [*_like(old[:-1], words), old[-1]]
    genitive = old[-1].form == old[-1].lemma + "s" and not words[-1].endswith("s")
    fresh = [Token(word, word, "PROPN", "", f"{'I' if place else 'B'}-{kind}") for place, word in enumerate(words)]
    if genitive:
        fresh[-1] = replace(fresh[-1], form=words[-1] + "s")
    return fresh


def _signs(tokens: Sequence[Token], habits: _Habits) -> tuple[Token, ...]:
    """The tokens with the document's quotes and dashes."""
    result, inside = list[Token](), False
    for token in tokens:
        form = token.form
        if form == '"':
            form, inside = habits.quotes[inside], not inside
        elif form == "-":
            form = habits.dash
        result.append(token if form == token.form else replace(token, form=form, lemma=form))
    return tuple(result)
