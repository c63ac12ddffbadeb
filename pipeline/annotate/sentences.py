"""Set where sentences begin: after a full stop that is no abbreviation's or ordinal's, and at every block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.lexicon.tables import rows
from pipeline.spans import full_text

if TYPE_CHECKING:
    from spacy.tokens import Doc

# what may close a sentence, the space, and what may open the next: `… avtalen.» Nå …`
BOUNDARY = re.compile(
    r"""(?P<mark>(?<![.!?…])[.!?…]{1,9})[»”"')\]]{0,4}
        (?: [ ]+ | [ ]*\n[ ]* )
        (?= [«“"(\[–—-]{0,4}[ ]?[A-ZÆØÅÁČĐŊŠŦŽÄÖÜÉ0-9] )
      | \n[^\S\n]*\n\s* | \n(?=\s?[–—-]\s) | \t+""",
    re.VERBOSE,
)
NO = np.uint64(2**64 - 1)  # spaCy writes "no" as -1
LONGEST_WORD = 24  # characters before a full stop that may be an abbreviation, an initial or an ordinal
INITIAL = re.compile(r"[A-ZÆØÅ]|[A-ZÆØÅ]\.-?[A-ZÆØÅ]|St|Th|Chr|Joh")  # Lars M. Lunner, St. Olavs
ORDINAL = re.compile(r"\(?\d{1,2}")  # 2. nestleder, 17. Mai


def annotate(doc: Doc) -> Doc:
    """Set `token.is_sent_start` for every token.

    >>> from pipeline.annotate.tokenizer import language
    >>> doc = annotate(language("nb")("Møtet er 12. november kl. 14.00 i St. Olavs gate. Ca. 40 kommer. «Flott!» Slutt."))
    >>> [sentence.text for sentence in doc.sents]
    ['Møtet er 12. november kl. 14.00 i St. Olavs gate.', 'Ca. 40 kommer.', '«Flott!»', 'Slutt.']
    """
    starts = [0, *_starts(full_text(doc))]
    flags: Any = np.where(np.isin(doc.to_array("IDX"), starts), np.uint64(1), NO)
    return doc.from_array(["SENT_START"], flags) if len(doc) else doc  # token by token, spaCy reads it all each time


def _starts(text: str) -> list[int]:
    return [match.end() for match in BOUNDARY.finditer(text) if match["mark"] is None or not _goes_on(match, text)]


def _goes_on(match: re.Match[str], text: str) -> bool:
    """Whether the full stop belongs to its word and the sentence goes on behind it."""
    if match["mark"] != ".":
        return False
    before = text[max(0, match.start() - LONGEST_WORD) : match.start()]
    word = (before.split() or [""])[-1] if not before[-1:].isspace() else ""
    start = match.start() - len(word)
    word = word.lstrip('«“"(–-')
    if f"{word}.".casefold() in UNENDING or INITIAL.fullmatch(word):
        return True
    first = start == 0 or text[start - 1] == "\n"  # "1. Vedtak" is a number in a list
    return bool(ORDINAL.fullmatch(word)) and first and not text[match.end()].isdigit()


UNENDING = frozenset(row["abbreviation"].casefold() for row in rows("abbreviations.csv") if row["ends"] == "no")
