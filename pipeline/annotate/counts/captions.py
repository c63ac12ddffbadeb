"""Read what the line above a table or list says that its numbers count: a unit in brackets, or the noun that is told of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.headers import MONEY_HEADERS, Header, how_many, out_of_place, unit_header
from pipeline.annotate.counts.heads import head, words_after
from pipeline.lexicon.nouns import singular
from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of

if TYPE_CHECKING:
    from pipeline.annotate.counts.reading import Page

# (mill. kroner) | Tall i 1000 kroner | Alle tal i prosent | Tildeling i kroner:
IN_CAPTION = re.compile(
    r"\((?:i[ ]|tall i[ ]|tal i[ ]|alle tall i[ ]|alle tal i[ ])?([^()]+)\)|\bta(?:l|ll)[ ]i[ ](.+)"
    r"|\bi[ ]([^\W\d_][\w. ]{1,20}?)[ ]?(?=\(|:|$)",
    re.IGNORECASE,
)
# Slik fordeler studentane seg: | Søkerne fordeler seg slik: | Antall søkere per fylke
SHARED_OUT = re.compile(
    r"\b(?:fordel(?:er|ar|te|es|ast)[ ]([^\W\d_]{3,40}(?:ene|ane))[ ]seg|([^\W\d_]{3,40}(?:ene|ane))[ ]fordel(?:er|ar|te)[ ]seg)\b",
    re.IGNORECASE,
)
CAPTION_ENDS = re.compile(r"$|[ ](?:i|på|per|pr|etter|hos|ved|for|fra|frå|fordelt)\b|[:(,.]")
VAGUE = tuple(sorted(column("vague_captions.csv", "ending")))


def caption_header(above: str, page: Page) -> Header | None:
    """What the line above a table or list says that its numbers are: "Tildeling i kroner (utvalg):", "Nedgang (prosent)"."""
    texts = (found[1] or found[2] or found[3] for found in IN_CAPTION.finditer(above))
    return next((read for text in texts if (read := unit_header(text, page))), None) or _shared_out(above, page)


def _shared_out(above: str, page: Page) -> Header | None:
    """What a line says is shared out, or how many there are of: "Slik fordeler studentane seg:", "Antall søkere per fylke"."""
    found = SHARED_OUT.search(above)
    noun = (found[1] or found[2]) if found else None
    noun = noun or how_many(above, page)
    return Header(kind_of(noun, page.standard), noun, None, Decimal(1), named=False) if noun else None


def caption_noun(above: str, page: Page) -> Header | None:
    """What a table's caption says is counted, adjectives and a noun at its start: "Nye lærekontraktar i kommunane"."""
    line = f" {above[:1].lower()}{above[1:]}"
    read = head(words_after(line, 0, out_of_place(page)))
    if read is None or not read.adjectives or not CAPTION_ENDS.match(line, read.end):
        return None
    lower = read.noun.lower()
    if lower.endswith((*VAGUE, *MONEY_HEADERS)) or singular(lower, page.standard) == lower:
        return None
    return Header(kind_of(lower, page.standard), lower, None, Decimal(1), named=False)
