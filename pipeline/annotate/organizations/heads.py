"""Find names that end in a word saying what they are: "Molde sjukehus", "Vegafjord Havbruk AS", "Leknes FK"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.genitives import bare
from pipeline.annotate.organizations.words import Candidate, is_country
from pipeline.lexicon.bodies import bodies, ends, is_apposition, is_definite, is_head, joins_pairs
from pipeline.lexicon.names import is_small
from pipeline.lexicon.remember import remembered
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.organizations.words import Words

LONGEST = 6  # words before the head
KINDS = ("legal", "club", "trade")
SEVERAL = tuple(  # heads of several words
    tuple(head.split())
    for head in (
        *("røde kors", "raude kross", "sau og geit", "brann og redning", "brann- og redning"),
        *("mekaniske verksted", "mekaniske verkstad", "mekaniske værksted"),
    )
)
FIRE_SERVICES = ("brann og redning", "brann- og redning")  # of two districts
SECONDARY = frozenset(("videregående", "vidaregåande", "vidaregående"))
ATTRIBUTE = re.compile(r"[A-ZÆØÅ\d]{2,}-[a-zæøå]+e")  # CO2-frie kraftverk, EU-finansierte sentre
ADJECTIVES = ("ske", "lege", "nale", "male", "ande", "ende", "kale", "lige")  # kyrkjelege, vidaregåande, diakonale


def headed(words: Words) -> Iterator[Candidate]:
    """The names that a head, a legal form or a club's abbreviation ends."""
    for index in words.such(_may_be):
        kind, length = _kind(words, index)
        if not kind:
            continue
        first = _first(words, index, kind)
        if first is None:
            continue
        last = index + length - 1
        legal = kind != "legal" and words.joined(last + 1) and words.at(last + 1) in ends("legal")
        yield candidate(words, first, last + legal, f"org-{kind}")  # Nes brannvesen IKS


def candidate(words: Words, first: int, last: int, by: str) -> Candidate:
    """The candidate from one word to another, its genitive outside."""
    start, end = words.starts[first], words.ends[last]
    name = words.text[start:end]
    if by in ("org-head", "org-definite", "org-legal", "org-opening", "org-apposed"):
        name = bare(name)
        end = start + len(name)
    return Candidate(start, end, by, name)


def _kind(words: Words, index: int) -> tuple[str, int]:
    """What kind of end a word is, with how many words it has."""
    text = words.at(index)
    end, definite = _alone(text)
    if end and words.joined(index):
        if length := _several(words, index):
            return "head", length
        if end == "secondary":
            follows = words.joined(index + 1) and is_head(words.at(index + 1))
            return ("", 0) if follows else ("head", 1)
        if end != "several":
            return end, 1
    if definite and not (words.opens(index) and text.lower() in words.common):
        return "definite", 1
    return "", 0


def _several(words: Words, index: int) -> int:
    """How many words the head of several words has that begins here, 0 where none does."""
    for head in SEVERAL:
        if all(
            words.at(index + n).lower().removesuffix("s") == part.removesuffix("s") for n, part in enumerate(head)
        ) and all(words.joined(index + n) for n in range(1, len(head))):
            return len(head)
    return 0


def _may_be(text: str) -> bool:
    """Whether a word may be an end of any kind."""
    return _alone(text) != ("", False)


@remembered
def _alone(text: str) -> tuple[str, bool]:
    """What kind of end a word is by itself, behind others, and whether it is a name in the definite."""
    definite = text[:1].isupper() and is_definite(text.removesuffix("s"))
    stem = text if is_head(text) else text.removesuffix("s")
    for kind in KINDS:
        if text in ends(kind) or (kind == "legal" and stem in ends(kind)):
            return kind, definite
    low = text.lower()
    if low in SECONDARY:
        return "secondary", definite
    if is_head(text) or is_head(stem):
        return "head", definite
    return "several" if any(low == head[0] for head in SEVERAL) else "", definite


def _first(words: Words, head: int, kind: str) -> int | None:
    """The first word of the name that a head ends, None where no name stands before it."""
    if kind == "definite":
        return _coordinated(words, head)
    index, first = head, None
    while head - index < LONGEST and (words.joined(index) or words.at(index - 1) == "St."):
        before = words.at(index - 1)
        if _is_part(words, index - 1):
            first = index = index - 1
        elif _links(words, index - 1, head, kind):
            index -= 1
        else:
            break
        if before == "St.":
            break
    if (
        first is not None
        and first < head - 1
        and kind in KINDS
        and words.opens(first)
        and is_apposition(words.at(first))
    ):
        return first + 1  # Trondheimsselskapet Seabed Robotics
    if first is None or (first == head - 1 and words.at(first).lower() in ("den", "det", "ein", "ei", "ny")):
        return None
    return first


def _coordinated(words: Words, head: int) -> int:
    """Where "Klima- og miljødepartementet" begins, its last word given."""
    if words.at(head - 1) == "og" and words.at(head - 2).endswith("-") and words.joined(head):
        return head - 2
    return head


def _is_part(words: Words, index: int) -> bool:
    """Whether a word is a capitalised part of a name and no small word that opens a sentence."""
    text = words.at(index)
    if text == "St.":
        return True
    if not (text[:1].isupper() and text[0].isalpha()) or text.endswith("-") or ATTRIBUTE.fullmatch(text):
        return False
    if words.opens(index) and (text.lower() in column("number_words.csv", "word") or is_country(text)):
        return False  # Tre forlag, Svenske Varda Pharma
    return not (is_small(text) and (words.opens(index) or not text.isupper()))


def _links(words: Words, index: int, head: int, kind: str) -> bool:
    """Whether a word of small letters may stand inside the name."""
    text = words.at(index)
    if text.endswith("-") and len(text) > 2:  # barne- og ungdomsskule
        return words.at(index + 1) in ("og", ",")
    if text == "og":
        return words.at(index - 1).endswith("-") or _pairs(words, index, head, kind)
    if text == "&" and kind == "legal":
        return words.capital(index - 1) and words.joined(index)
    return kind == "head" and text.islower() and text.endswith(ADJECTIVES) and words.capital(index - 1)


def _pairs(words: Words, index: int, head: int, kind: str) -> bool:
    """Whether an "og" joins two words of one name, and no name to another."""
    before, after = words.at(index - 1), words.at(index + 1)
    if not (words.capital(index - 1) and words.joined(index)):
        return False
    if kind == "legal" and after in column("organization_families.csv", "word"):
        return True  # Bakke og Søner AS
    if words.label(index - 1) == "PER":
        return False  # Kari Vik og Hareid Idrettslag
    if kind == "club" and words.label(index - 1) == words.label(index + 1) == "ORG" and not words.label(index):
        return False  # Leikanger Ski og Syril IL
    if before in ends("legal") or before in ends("club"):
        return False  # Vik Fisk AS og Nes Fisk AS
    if before in ends("trade") and after not in ends("trade"):
        return False  # Sogn Energi og Sygnir AS
    if is_definite(before) or before in bodies():
        return False  # Tolletaten og Øst politidistrikt
    if kind in ("legal", "club") or joins_pairs(words.at(head).removesuffix("s")):
        return True
    return words.text.startswith(FIRE_SERVICES, words.starts[head])
