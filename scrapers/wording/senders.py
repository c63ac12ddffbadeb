"""Find who issued a text in the lines of its header: behind "Pressemelding fra", beside the stamps."""

from __future__ import annotations

import re

from scrapers.wording.lines import SENT
from scrapers.wording.names import is_body, is_name, issues_itself, sender

BY = re.compile(r"(?:av|fra|frå|i):? (?P<name>[^.!?:|]{2,80})\Z", re.IGNORECASE)
CLOSING = re.compile(r"(?:Avsend[ea]r|Utgiv[ea]r|Utsted[ea]r):")  # labels that stand below a text too
PARTED = re.compile(r"[|/·–]")


def sent_by(text: str) -> str | None:
    """The body in "Pressemelding fra Vik kommune"; None in other lines."""
    sent = SENT.match(text)
    return sender(sent["name"]) if sent else None


def sent_at_end(text: str) -> str | None:
    """The body in a line below a text: "Avsender: Vik kommune"; None in other lines, as in "Fra: Vik kommune".

    >>> sent_at_end("Avsender: Vik kommune"), sent_at_end("Fra: Vik kommune")
    ('Vik kommune', None)
    """
    return sent_by(text) if CLOSING.match(text) else None


def beside_stamps(rest: str, text: str) -> str | None:
    """The body that is named beside the stamps of a line, of which `rest` is left; None for the place of a dateline.

    >>> beside_stamps("Vik Dagblad", "Vik Dagblad 05.08.2019"), beside_stamps("Nordre Follo", "Nordre Follo, 3. mai 2021")
    ('Vik Dagblad', None)
    """
    if name := sent_by(rest):
        return name
    if by := BY.match(rest):  # Publisert 3. mai 2021 av Vik kommune; not: av Kari Vik
        return by["name"] if is_name(by["name"]) and (is_body(by["name"]) or issues_itself(by["name"])) else None
    parts = [part.strip() for part in PARTED.split(rest)]
    several = len(parts) > 2  # 3. juni 2018 / Kari Vik / Hage / 12 kommentarer
    named = (
        part
        for part in parts
        if is_body(part)
        or (several and issues_itself(part))
        or (not several and len(part.split()) > 1 and f"{part}, " not in text)
    )
    return next(filter(None, map(sender, named)), None)
