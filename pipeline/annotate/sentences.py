"""Set where sentences begin: after a full stop that is no abbreviation's or ordinal's, and at every block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.lexicon.tables import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc

# what may close a sentence behind its mark, the space, and what may open the next: `… avtalen.» Nå …`
BOUNDARY = re.compile(
    r"""(?P<word>\S*?)(?P<mark>[.!?…]+)[»”"')\]]*
        (?: [ ]+ | [ ]*\n[ ]* )
        (?= [«“"(\[–—-]*\s?[A-ZÆØÅÁČĐŊŠŦŽÄÖÜÉ0-9] )
      | \n\s*\n\s* | \n(?=\s*[–—-]\s) | \t+""",
    re.VERBOSE,
)
INITIAL = re.compile(r"[A-ZÆØÅ]|[A-ZÆØÅ]\.-?[A-ZÆØÅ]|St|Th|Chr|Joh")  # Lars M. Lunner, St. Olavs
ORDINAL = re.compile(r"\(?\d{1,2}")  # 2. nestleder, 17. Mai


def annotate(doc: Doc) -> Doc:
    """Set `token.is_sent_start` for every token.

    >>> from pipeline.annotate.tokenizer import language
    >>> doc = annotate(language("nb")("Møtet er 12. november kl. 14.00 i St. Olavs gate. Ca. 40 kommer. «Flott!» Slutt."))
    >>> [sentence.text for sentence in doc.sents]
    ['Møtet er 12. november kl. 14.00 i St. Olavs gate.', 'Ca. 40 kommer.', '«Flott!»', 'Slutt.']
    """
    starts = {0, *_starts(doc.text)}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


def _starts(text: str) -> list[int]:
    return [match.end() for match in BOUNDARY.finditer(text) if match["mark"] is None or not _goes_on(match, text)]


def _goes_on(match: re.Match[str], text: str) -> bool:
    """Whether the full stop belongs to its word and the sentence goes on behind it."""
    word, mark = match["word"].lstrip('«“"(–-'), match["mark"]
    if mark != ".":
        return False
    following = text[match.end() : match.end() + 1]
    if f"{word}.".casefold() in UNENDING:
        return True
    if INITIAL.fullmatch(word):
        return True
    return bool(ORDINAL.fullmatch(word)) and not following.isdigit() and _opens(match, text)


def _opens(match: re.Match[str], text: str) -> bool:
    """Whether the word stands first in its block: "1. Vedtak" is a number in a list."""
    return match.start() == 0 or text[match.start() - 1] == "\n"


UNENDING = frozenset(row["abbreviation"].casefold() for row in rows("abbreviations.csv") if row["ends"] == "no")
