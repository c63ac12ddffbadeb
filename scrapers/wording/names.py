"""Names of bodies as pages write them: which words make one, the full name of an abbreviation, a site's bare name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from scrapers.wording.sections import is_section
from scrapers.wording.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOUNS = words("body_words.csv", "noun") | words("body_words.csv", "head")
HEADS = words("body_words.csv", "head")
SMALL = words("body_words.csv", "small")
NAME_WORD = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][\w.&'-]*|[A-ZÆØÅ]{2,}|AS|HF|RHF|IKS")
BODY = re.compile(
    r"kommune|departement|direktorat|bispedøm|avis|blad|nytt|nett\b|posten\b|tidende|tidend\b|politi|helse|sykehus|sjukehus|bank",
    re.IGNORECASE,
)
DOMAIN = re.compile(r"(?:www\.)?([A-ZÆØÅ0-9][\w-]*)\.(?:no|com|net|info|nu)", re.IGNORECASE)
PAPER = re.compile(r"avis|blad|tiden[de]|post(?:en)?\b|nytt\b|nett\b|dagen\b|budstikk", re.IGNORECASE)
LEGAL = re.compile(r" (?:AS|ASA|SF|HF|RHF|SA|BA|IKS|KF)\Z")
COMPOUNDED = (
    "departementet", "direktoratet", "direktorat", "tilsynet", "museum", "museet", "ombudet", "forbundet", "forbund", "foreningen",
    "foreninga", "foreininga", "forening", "foreining", "universitetet", "instituttet", "kommisjonen", "nemnda", "etaten", "foretaket",
)  # fmt: skip
ADJECTIVE = re.compile(r"\w{2,20}(?:sk|ske|ige|ale|elle|ive)")  # Norges geologiske undersøkelse
ABBREVIATED = re.compile(r"(?P<name>[^()]{3,80}) \((?P<short>[A-ZÆØÅ][A-Za-zÆØÅæøå&-]{1,9})\)")
TOLD = frozenset({"ny", "nytt", "flere", "fleire", "mer", "meir", "større", "første", "siste"})  # how headlines begin
PURPOSE = frozenset({"for", "mot"})
MOST_WORDS = 7


def is_name(text: str) -> bool:
    """Whether a short line is the name of a body: every word a name's, or a word that bodies are called by.

    >>> is_name("Jæren Røde Kors Hjelpekorps"), is_name("Politiet rykket ut"), is_name("Nytt sykehus i Molde.")
    (True, False, False)
    >>> is_name("Klima- og miljødepartementet"), is_name("Firda folkemuseum"), is_name("Norges geologiske undersøkelse")
    (True, True, True)
    >>> is_name("Direktoratet for samfunnssikkerhet og beredskap"), is_name("Kommunen for dårlig rustet")
    (True, False)
    """
    parts = _to_purpose(text.split())
    if not 1 <= len(parts) <= MOST_WORDS or text[-1] in ".!?:" or not text[0].isupper():
        return False
    if parts[0].lower() in TOLD and LEGAL.search(text) is None:  # Ny videregående skole på Voss
        return False
    small = sum(part.lower() in SMALL for part in parts)
    named = all(_is_part(part, behind) for part, behind in pairwise([*parts, ""]))
    return named and small < len(parts) / 2 and not (len(parts) == 2 and small)


def _to_purpose(parts: list[str]) -> list[str]:
    """The words of a line up to what a body is for: "Direktoratet" of "Direktoratet for samfunnssikkerhet og beredskap"."""
    at = next((index for index, part in enumerate(parts) if part in PURPOSE), 0)
    behind = parts[at + 1 :]
    plain = all(part.islower() and part.strip(",-").isalpha() for part in behind)
    return parts[:at] if at and 1 <= len(behind) <= 5 and plain and _ends_as(parts[at - 1], HEADS) else parts


def _ends_as(word: str, nouns: Iterable[str]) -> bool:
    return word.lower().endswith(tuple(nouns))


def _is_part(word: str, behind: str) -> bool:
    """Whether a word may be part of a body's name before the word `behind`.

    One with a capital, a listed one, a compound that only bodies are, the first half of a pair, an adjective before such a noun.
    """
    if NAME_WORD.fullmatch(word) or _is_known(word.lower().strip(",-")):
        return True
    return behind != "" and (word.endswith("-") or (ADJECTIVE.fullmatch(word) is not None and _is_known(behind)))


def _is_known(word: str) -> bool:
    """Whether a word in small letters may be part of a body's name: a listed one, or a compound that only bodies are."""
    return word in NOUNS or word in SMALL or word.endswith(COMPOUNDED)


def sender(text: str) -> str | None:
    """The body that is all that a line names, without its abbreviation in brackets; None where it names none, or a section.

    >>> sender("Helse- og oppvekstforbundet (HOF)"), sender("Nyheter og presse")
    ('Helse- og oppvekstforbundet', None)
    >>> sender("Politi"), sender("Brann og redning")
    (None, 'Brann og redning')
    >>> sender("Landsforeningen for hjerte- og lungesyke (LHL)"), sender("Kari Vik sa nei (Ap)")
    ('Landsforeningen for hjerte- og lungesyke', None)
    """
    found = ABBREVIATED.fullmatch(text)
    if found and is_short_for(found["short"], found["name"]):
        return found["name"]
    return text if text.lower() not in NOUNS and is_name(text) and not is_section(text) else None


def is_short_for(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation in capitals stand in a name, in their order and the first one first.

    >>> is_short_for("DSB", "Direktoratet for samfunnssikkerhet og beredskap"), is_short_for("Ap", "Aps sak")
    (True, False)
    """
    letters = iter(name.lower())
    return (
        short.isupper()
        and name[:1] == short[0]
        and all(letter in letters for letter in short.lower() if letter.isalpha())
    )


def issues_itself(name: str) -> bool:
    """Whether a name is that of a body which tells of what it does itself, and no paper's.

    >>> issues_itself("Vik kommune"), issues_itself("Norges Kajakkforbund"), issues_itself("Vikposten")
    (True, True, False)
    """
    if PAPER.search(name):
        return False
    last = name.lower().split()
    return (
        BODY.search(name) is not None
        or LEGAL.search(name) is not None
        or any(_is_known(word) and word not in SMALL for word in last)
    )


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
