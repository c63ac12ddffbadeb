"""Tell the lines that name a section of a site, or say that a text is a release: "Nyheter og presse", "PRESSEMELDING"."""

from __future__ import annotations

import re

from scrapers.wording.tables import words

SECTIONS = words("sections.csv", "section")
RELEASES = words("sections.csv", "release")
OBITUARIES = words("sections.csv", "obituary")
NAMES = SECTIONS | RELEASES | OBITUARIES
OF_A_NOUN = re.compile(
    r"(?:nyheter|nyhet|nyheit|nyheiter|aktuelt|melding|siste) (?:fra|frå) [a-zæøå-]{2,30}(?:et|en|a|ane|ene)"
)
ISSUE = re.compile(
    r"(?:nr|nummer|utgave|utgåve)\.? ?\d{1,3}(?:[ ,./–-]{1,3}(?:[a-zæøå]{3,9} )?\d{2,4})?"
)  # Nr. 2 – 2024
NUMBER = re.compile(r"nr\.?|\d{1,4}(?:[/-]\d{1,4})?")  # Pressemelding nr. 45/21
BETWEEN = frozenset({"og", "for", "i", "fra", "frå"})
MOST_WORDS = 5


def is_section(text: str) -> bool:
    """Whether a line says no more than what section of a site it heads, or that a release follows.

    >>> is_section("Nyheter og presse"), is_section("PRESSEMELDING NR. 12/2020:"), is_section("Aktuelt")
    (True, True, True)
    >>> is_section("Presse og politi"), is_section("For presse")
    (False, False)
    """
    if OF_A_NOUN.fullmatch(text.lower()) or ISSUE.fullmatch(text.lower()):  # Nyhet fra politiet
        return True
    parts = _words(text)
    if not 1 <= len(parts) <= MOST_WORDS or parts[0] not in NAMES:
        return False
    return all(part in NAMES | BETWEEN or NUMBER.fullmatch(part) for part in parts)


def says_release(text: str) -> bool:
    """Whether a line of a header calls the text a release.

    >>> says_release("Pressemelding"), says_release("Publisert av Vik kommune")
    (True, False)
    """
    return any(part in RELEASES for part in _words(text))


def says_obituary(text: str) -> bool:
    """Whether a line of a header says that the text is on who died.

    >>> says_obituary("MINNEORD"), says_obituary("Kronikk")
    (True, False)
    """
    return any(part in OBITUARIES for part in _words(text))


def _words(text: str) -> list[str]:
    return [part for raw in text.lower().split() if (part := raw.strip(" :|·–—-,"))]
