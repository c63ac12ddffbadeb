"""Tell what the lines around a headline are: who issued the text, who wrote it, a section's name."""

from __future__ import annotations

import re

from scrapers.plain.lines import ENDS
from scrapers.stamps.lines import stamps
from scrapers.wording.letterhead import is_letterhead
from scrapers.wording.lines import BYLINE
from scrapers.wording.names import sender
from scrapers.wording.sections import is_section, says_release

STROKE = re.compile(r" [-–|>»/] ")
EDITION = re.compile(
    r" (?:(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag|helg|helga)\Z", re.IGNORECASE
)  # Vikposten Lørdag
SITE = re.compile(r"(?P<name>[A-ZÆØÅ][\w.-]{3,30}) [|–-] (?P<section>[^|–-]{3,30})")  # Viksida | Næringsliv
CREDITED = r"[A-ZÆØÅÁ][^\s,|(/]{0,30}(?: (?:[A-ZÆØÅÁ][^\s,|(/]{0,30}|og|OG)){0,8}"
WRITER = re.compile(  # Av Kari Ø. Vik og Per Li | Tekst: Kari Vik, journalist; but not: Av 356 kommuner
    rf"(?:[^:\n]{{2,16}}:|[aA][vV]|Skrevet av|Skriv[ei]n? av) ?{CREDITED}(?: ?[,|(/][^\n]{{0,80}})?"
)
LONGEST_NAME = 60
MOST_WORDS = 6  # of the first line, where it names no body that is one by its words


def named_first(text: str) -> str | None:
    """The body that a first line names, alone or before a stroke: "Vik kommune - Aktuelt"; None where it names none.

    >>> named_first("Vik kommune - Aktuelt"), named_first("Vik kommune vil bygge"), named_first("Nyheter - Vik kommune")
    ('Vik kommune', None, None)
    """
    head = STROKE.split(text)[0]
    name = sender(head) if head != text or len(text.split()) <= MOST_WORDS or "(" in text else None
    return EDITION.sub("", name) if name else None


def site_of(text: str) -> str | None:
    """The name of the site before one of its sections: "Viksida | Næringsliv"; None in other lines of links.

    >>> site_of("Viksida | Næringsliv"), site_of("Kultur | Sport"), site_of("Viksida | Om oss")
    ('Viksida', None, None)
    """
    found = SITE.fullmatch(text)
    return sender(found["name"]) if found and is_section(found["section"]) else None


def is_sender_above(first: str, second: str) -> bool:
    """Whether the first line of a group names who issued the text, by the section, release or address that the second is.

    >>> is_sender_above("Vik kystlag og venner", "Pressemelding 3. mai 2021"), is_sender_above("Ny skole", "3. mai 2021")
    (True, False)
    >>> is_sender_above("Vik kystlag og venner", "Postboks 12, 6800 Førde")
    True
    """
    if len(first) > LONGEST_NAME or first[-1] in ENDS or not first[0].isupper() or is_section(first) or stamps(first):
        return False
    return is_section(second) or is_letterhead(second) or (says_release(second) and stamps(second) is not None)


def is_signature(text: str) -> bool:
    """Whether a line above a headline tells who wrote the text: "Tekst: Kari Vik"; no headline such as "Av 356 kommuner"."""
    return BYLINE.fullmatch(text) is not None and WRITER.fullmatch(text) is not None
