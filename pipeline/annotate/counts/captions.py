"""Read what the line above a table or list says that its numbers count: a unit in brackets, or the noun that is told of."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from pipeline.annotate.counts.frames import tallied
from pipeline.annotate.counts.headers import MONEY_HEADERS, ZERO_PLURALS, Header, how_many, out_of_place, unit_header
from pipeline.annotate.counts.heads import head, words_after
from pipeline.lexicon.nouns import EXCEPTIONS, singular
from pipeline.lexicon.tables import column
from pipeline.lexicon.units import kind_of

if TYPE_CHECKING:
    from pipeline.annotate.counts.reading import Page

# (mill. kroner) | Tall i 1000 kroner | Alle tal i prosent | Tildeling i kroner:
IN_CAPTION = re.compile(
    r"\((?:i[ ]|(?:alle[ ])?(?:tall|tal|beløp)[ ]i[ ])?([^()]+)\)"
    r"|\b(?:tall|tal|tallene|tala|beløp|beløpene|beløpa)[ ](?:er[ ])?(?:oppgitt[ ]|oppgjevne[ ])?i[ ](.+)"
    r"|\bi[ ]([^\W\d_][\w. ]{1,20}?)[ ]?(?=\(|:|$)",
    re.IGNORECASE,
)
# Slik fordeler studentane seg: | Søkerne fordeler seg slik: | Antall søkere per fylke
SHARED_OUT = re.compile(
    r"\b(?:fordel(?:er|ar|te|es|ast)[ ]([^\W\d_]{3,40}(?:ene|ane))[ ]seg|([^\W\d_]{3,40}(?:ene|ane))[ ]fordel(?:er|ar|te)[ ]seg)\b",
    re.IGNORECASE,
)
PREPOSITIONS = ("i", "på", "per", "pr", "etter", "hos", "ved", "for", "fra", "frå", "fordelt", "mellom")
CAPTION_ENDS = re.compile(rf"$|[ ](?:{'|'.join(PREPOSITIONS)})\b|[:(,.]")
LONGEST_CAPTION = 80  # characters of a line that begins with a bare noun and is no sentence
DEFINITES = ("ene", "ane")
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
    return Header(kind_of(noun, page.standard), noun, None, Decimal(1), named=False, sure=True) if noun else None


def caption_noun(above: str, page: Page) -> Header | None:
    """What a table's caption says is counted, the noun at its start: "Nye lærekontraktar i kommunane", "Fødde etter fylke"."""
    line = f" {above[:1].lower()}{above[1:]}"
    words = words_after(line, 0, out_of_place(page))
    words = list(takewhile(lambda word: word.text not in PREPOSITIONS, words))
    tally = tallied(words[0].text, page.standard) if words else None
    if tally:
        return Header(tally.kind, tally.noun, tally.unit, Decimal(1), named=False)
    read = head(words)
    if read is None or not CAPTION_ENDS.match(line, read.end):
        return None
    lower = read.noun.lower()
    bare = not read.adjectives and lower not in EXCEPTIONS
    if bare and (len(above) > LONGEST_CAPTION or above.endswith(".") or lower.endswith(DEFINITES)):
        return None
    if lower.endswith((*VAGUE, *MONEY_HEADERS)) or (
        singular(lower, page.standard) == lower and not lower.endswith(ZERO_PLURALS)
    ):
        return None
    return Header(kind_of(lower, page.standard), lower, None, Decimal(1), named=False)
