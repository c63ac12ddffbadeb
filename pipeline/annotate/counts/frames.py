"""Find the words that say what a number near them counts: "antallet elever", "folketallet", "svarprosenten"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.heads import head, words_after
from pipeline.annotate.counts.meant import Meant
from pipeline.lexicon.tables import rows
from pipeline.lexicon.units import ROWS as UNITS
from pipeline.lexicon.units import kind_of
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.counts.reading import Page

TALLIES = {row["ending"]: row for row in rows("tallies.csv")}
_LAST = "|".join(f"(?<={ending})" for ending in sorted({ending[-3:] for ending in TALLIES}))
TALLY = re.compile(rf"(?<![\w-])[^\W\d_]{{6,40}}(?!\w)(?:{_LAST})")  # elevtallet, svarprosenten
MANY = re.compile(
    r"(?<!\w)(?:mange|antall|antallet|talet på|tallet på|tal på|mengden|mengda|ingen)(?=[ ])", re.IGNORECASE
)
ZERO = Decimal(0)
LONGEST_SURE_S = 5  # letters: "medlems" loses its s, "hus" keeps it


def frames(page: Page) -> list[tuple[int, Meant]]:
    """What a number near each such word counts, by the word's place."""
    found = [*_many(page), *_tallies(page)]
    return sorted(found, key=lambda one: one[0])


def _many(page: Page) -> Iterator[tuple[int, Meant]]:
    for match in MANY.finditer(page.text):
        noun = head(words_after(page.text, match.end(), page.kinds))
        if noun:
            counted = Counted(ZERO, None, kind_of(noun.noun, page.standard), noun=noun.noun)
            yield match.start(), _frame(page, match.start(), counted)


def _tallies(page: Page) -> Iterator[tuple[int, Meant]]:
    for match in TALLY.finditer(page.text):
        counted = tallied(match[0].lower(), page.standard)
        if counted:
            yield match.start(), _frame(page, match.start(), counted)


def _frame(page: Page, start: int, counted: Counted) -> Meant:
    return Meant(counted, bisect_right(page.sentences, start) - 1, many=True)


def tallied(word: str, standard: str) -> Counted | None:
    """What a noun like "elevtallet" or "svarprosenten" says that numbers count, None where it says nothing.

    >>> [tallied(word, "nb").unit for word in ("svarprosenten", "medlemstallet", "folketallet")]
    ['%', 'medlem', 'innbygger']
    >>> tallied("flertallet", "nb"), tallied("kommunen", "nb")
    (None, None)
    """
    if word in UNITS:
        return None
    cuts = range(len(word))
    row = next((TALLIES[word[cut:]] for cut in cuts if word[cut:] in TALLIES), None)
    unit = row["nynorsk" if standard == "nn" else "unit"] if row else ""
    if not row or not unit:
        return None
    if unit == "%":
        return Counted(ZERO, None, "percent", unit="%")
    noun = unit if unit != "-" else word.removesuffix(row["ending"])
    if unit == "-" and noun.endswith("s") and len(noun) > LONGEST_SURE_S:
        noun = noun[:-1]
    return Counted(ZERO, None, "count", unit=noun) if noun else None
