"""Read the dateline that a body's first paragraph opens with: "(Bodø, 26. april 2024)", "Alvdal (NTB):"."""

from __future__ import annotations

import re
from typing import NamedTuple

from scrapers.stamps.wording import STAMP

_PLACE = r"[A-ZÆØÅ][\w-]{1,20}(?:(?: i | på |[ /])[A-ZÆØÅ][\w-]{1,20}){0,3}"
_WITHIN, _OPEN = (STAMP.pattern.replace("<stamp>", f"<{name}>") for name in ("within", "open"))
DATED = re.compile(rf"\({_PLACE},? (?i:{_WITHIN})\):?(?= )|{_PLACE}, (?i:{_OPEN})(?::| ?[–—])(?= )")
WIRED = re.compile(rf"{_PLACE} \((?P<agency>NTB|NPK|NTB-NPK|NPK-NTB)\)(?::| ?[–—])(?= )")


class Dateline(NamedTuple):
    """The day and the news agency that a dateline names, None where it names none."""

    day: str | None
    agency: str | None


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with; None where it opens with none.

    >>> dateline("(Bodø, 26. april 2024) Vik Laks økte overskuddet."), dateline("Alvdal (NTB): Tre er skadd.")
    (Dateline(day='26. april 2024', agency=None), Dateline(day=None, agency='NTB'))
    >>> dateline("Bodø, 26. april 2024, var en merkedag.") is None
    True
    """
    if dated := DATED.match(text):
        return Dateline(dated["within"] or dated["open"], None)
    wired = WIRED.match(text)
    return Dateline(None, wired["agency"]) if wired else None
