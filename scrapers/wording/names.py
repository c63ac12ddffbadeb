"""Names of bodies as pages write them: which words make one, the full name of an abbreviation, a site's bare name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.wording.tables import words

if TYPE_CHECKING:
    from collections.abc import Sequence

NOUNS = words("body_words.csv", "noun")
SMALL = words("body_words.csv", "small")
NAME_WORD = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][\w.&'-]*|[A-ZÆØÅ]{2,}|AS|HF|RHF|IKS")
BODY = re.compile(
    r"kommune|departement|direktorat|bispedøm|avis|blad|nytt|nett\b|posten\b|tidende|tidend\b|politi|helse|sykehus|sjukehus|bank",
    re.IGNORECASE,
)
DOMAIN = re.compile(r"(?:www\.)?([A-ZÆØÅ0-9][\w-]*)\.(?:no|com|net|info|nu)", re.IGNORECASE)
COMPOUNDED = ("departementet", "direktoratet", "tilsynet", "museum", "museet")
MOST_WORDS = 7


def is_name(text: str) -> bool:
    """Whether a short line is the name of a body: every word a name's, or a word that bodies are called by.

    >>> is_name("Jæren Røde Kors Hjelpekorps"), is_name("Politiet rykket ut"), is_name("Nytt sykehus i Molde.")
    (True, False, False)
    >>> is_name("Klima- og miljødepartementet"), is_name("Firda folkemuseum")
    (True, True)
    """
    parts = text.split()
    if not 1 <= len(parts) <= MOST_WORDS or text[-1] in ".!?:" or not text[0].isupper():
        return False
    known = [bool(NAME_WORD.fullmatch(part)) or _is_known(part.lower().strip(",-")) for part in parts]
    small = sum(part.lower() in SMALL for part in parts)
    return all(known) and small < len(parts) / 2 and not (len(parts) == 2 and small)


def _is_known(word: str) -> bool:
    """Whether a word in small letters may be part of a body's name: a listed one, or a compound that only bodies are."""
    return word in NOUNS or word in SMALL or word.endswith(COMPOUNDED)


def is_body(text: str) -> bool:
    """Whether a text is a body's name by a word that bodies are called by.

    >>> is_body("Samferdselsdepartementet"), is_body("Pressemelding"), is_body("Kari Vik")
    (True, False, False)
    """
    return BODY.search(text) is not None and is_name(text)


def spelled_out(name: str, homes: Sequence[str], text: str) -> str:
    """The full name of an abbreviation, where the site's own links give it, or the text does before brackets.

    >>> spelled_out("SSB", ["Statistisk sentralbyrå"], "Tal frå Statistisk sentralbyrå (SSB)")
    'Statistisk sentralbyrå'
    >>> spelled_out("NVE", ["NVE"], "NVE varsler flom")
    'NVE'
    """
    if not (name.isupper() and 2 <= len(name) <= 6):
        return name
    whole = [home for home in homes if f"{home} ({name})" in text or _initials(home) == name]
    return whole[0] if whole else name


def _initials(name: str) -> str:
    return "".join(part[0].upper() for part in name.split() if part.lower() not in SMALL)


def as_in_text(name: str, text: str) -> str:
    """The name of a site without its domain, where the text calls it so.

    >>> as_in_text("Kystbladet.no", "Hun møtte Kystbladet til kakao."), as_in_text("Dinside.no", "Dinside.no har testet.")
    ('Kystbladet', 'Dinside.no')
    """
    found = DOMAIN.fullmatch(name)
    if found and re.search(rf"\b{re.escape(found[1])}\b(?!\.(?:no|com|net|info|nu)\b)", text):
        return found[1]
    return name
