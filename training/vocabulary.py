"""Prune the base encoder's vocabulary to the pieces that Norwegian text is made of."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers

from pipeline.encoder.subwords import SPACE, UNKNOWN
from training.base_encoder import BaseEncoder

_SPECIAL = 4
_SHORT = 3  # characters; all Latin pieces up to this length stay, so that any name can be spelled


def unigram(pieces: Sequence[str], scores: Sequence[float]) -> Tokenizer:
    """Tokenizer of a word that comes with its space already marked."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    return tokenizer


def kept(base: BaseEncoder, words: Iterable[str]) -> tuple[int, ...]:
    """Numbers of the pieces to keep: the special ones, the short Latin ones, all that `words` are cut into."""
    full = unigram(base.pieces, base.scores)
    wanted = set(range(_SPECIAL))
    wanted.update(n for n, piece in enumerate(base.pieces) if _short_latin(piece.removeprefix(SPACE)))
    forms = sorted({form for word in words for form in _forms(word)})
    for encoding in full.encode_batch(forms, add_special_tokens=False):
        wanted.update(encoding.ids)
    return tuple(sorted(wanted))


def _forms(word: str) -> Iterator[str]:
    yield word
    yield SPACE + word
    if word.islower():
        yield SPACE + word.capitalize()


def _short_latin(piece: str) -> bool:
    """Whether a piece is a short one of Latin letters, digits or common signs.

    >>> _short_latin("áš"), _short_latin("ны"), _short_latin("heim"), _short_latin("«")
    (True, False, False, True)
    """
    return len(piece) <= _SHORT and all(_common(char) for char in piece)


def _common(char: str) -> bool:
    return ord(char) < 0x250 or (unicodedata.category(char)[0] in "PS" and 0x2000 <= ord(char) < 0x2200)


def table_names(folder: Path) -> Iterator[str]:
    """Words of the place names in the municipality tables of `folder`."""
    for table in ("kommuner.csv", "navn.csv", "navn_genitiv.csv", "steder.csv", "fylker.csv"):
        with (folder / table).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from row["name"].split()
