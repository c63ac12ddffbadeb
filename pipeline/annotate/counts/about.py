"""Read what the words around a table say of all its numbers: the line above it and the note below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.annotate.counts.captions import caption_header, caption_noun
from pipeline.lexicon.nouns import singular

if TYPE_CHECKING:
    from pipeline.annotate.counts.headers import Header
    from pipeline.annotate.counts.reading import Page

CAPTION = 160  # characters of the block beside a table that may say what the numbers are
# Alle beløp i 1000 kroner. | Tallene viser antall serveringssteder. | Tal på fødslar.
NOTE = re.compile(
    r"[*(]?(?:alle[ ])?(?:tall|tal|tallene|tala|beløp|beløpene|beløpa|summer|summar|antall)\b[^.]{0,100}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class About:
    """What the numbers of a table are, as a line beside it says, and what its caption tells of."""

    said: Header | None = None
    told: Header | None = None  # the noun of "Innbyggere etter alder": that of the columns of years

    def over(self, stub: Header | None, *, plain: bool) -> Header | None:
        """What a cell counts whose column says nothing, by what its row's head says or else by this."""
        if stub is None:
            return self.said or (self.told if plain else None)
        if self.said and not stub.named and (self.said.sure or not stub.sure):
            return self.said
        return stub.within(self.said)


NOTHING = About()


def about(page: Page, first: int, end: int, stub: str) -> About:
    """What is said of the table of the blocks from first to end, whose first column is headed so."""
    above = _text(page, first - 1)[-CAPTION:]
    said = caption_header(above, page) or _note(page, end)
    told = caption_noun(above, page)
    if told and told.noun and singular(told.noun, page.standard) == singular(stub, page.standard):
        told = None  # "Kommuner med vekst" over the column "Kommune"
    return About(said, told)


def _note(page: Page, place: int) -> Header | None:
    """What the note below a table says of its numbers."""
    found = NOTE.match(_text(page, place))
    return caption_header(found[0], page) if found else None


def _text(page: Page, place: int) -> str:
    """The text of a block, "" where there is none or it is a row of another table."""
    if not 0 <= place < len(page.blocks):
        return ""
    kind, start, end = page.blocks[place]
    return "" if kind == "table_row" else page.text[start:end]
