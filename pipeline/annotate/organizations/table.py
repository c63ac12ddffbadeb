"""Find the organisations that are known by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.words import Candidate
from pipeline.lexicon.bodies import bodies, by_first_word, companies, plain_bodies
from pipeline.lexicon.names import blocks, is_given, is_party, is_party_alone, is_small, is_surname

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.organizations.words import Words

OTHER_THINGS = ("PER", "LOC", "PROD", "EVT")  # labels of the encoder
SURE = 0.5  # the least confidence of such a thing
SHORT_PARTY = 3  # letters of "Ap", "KrF"
ALLIANCES = ("sparebank 1", "sparebank1")  # banks whose own name stands behind that of all
# Toyota Norge | Bufetat region nord
BRANCH = re.compile(
    r" (?:Norge|Noreg|Norway|Norden|Nordic|Sverige|Danmark|[Rr]egion (?:nord|nordvest|sør|sørvest|sørøst|øst|vest|midt))"
    r"(?=s?(?![\w-]))"
)
BEFORE_PRODUCTS = ("en", "ein", "ei", "et", "eit", "merket", "merke", "merkjet", "typen", "modellen")
GENITIVE = re.compile(r"s (\w+)")
SAINT = "St. "  # begins the short name of a body, and what else bears that name: "St. Olavs gate"


def known(words: Words) -> Iterator[Candidate]:
    """The mentions of known bodies."""
    for index in words.such(_may_open):
        word, name = words[index], _name(words, index)
        if name and name not in words.surnames and _counts(words, index, name):
            end = word.start + len(name)
            branch = BRANCH.match(words.text, end)
            whole = words.text[word.start : _region_end(words, end)] if name.casefold() in ALLIANCES else name
            whole = name + branch[0] if branch else whole
            stands_for = bodies()[name] if whole == name else None
            yield Candidate(word.start, word.start + len(whole), "org-table", whole, stands_for)


def _region_end(words: Words, end: int) -> int:
    """Where the name of an alliance ends with its member's: "SpareBank 1 Helgeland"; without the genitive's s."""
    index = words.index_at.get(end + 1)
    if index is None or not (words.capital(index) and words.joined(index)):
        return end
    region = words.at(index)
    if is_given(region):
        return end  # banksjef i Sparebank 1 Kari Vik
    followed = words.joined(index + 1) and words.at(index + 1)[:1].islower()
    genitive = region.endswith("s") and followed and is_surname(region[:-1])  # ends as places do: no "Markets"
    return words.ends[index] - genitive


def _may_open(text: str) -> bool:
    """Whether a known name may begin with a word."""
    return (text[0].isupper() or text[0] == "i") and any(first in by_first_word() for first in _firsts(text))


def _firsts(text: str) -> tuple[str, ...]:
    """What a word may be of a name that begins with it: the first word of it, with the genitive's s, or before a hyphen."""
    return text, text.removesuffix("s"), text.partition("-")[0]


def _name(words: Words, index: int) -> str | None:
    """The longest known name that begins with a word."""
    word = words[index]
    for first in _firsts(word.text):
        for name in by_first_word().get(first, ()):
            end = word.start + len(name)
            if words.text.startswith(name, word.start) and _ends(words.text, end):
                return name
    return None


def _ends(text: str, end: int) -> bool:
    """Whether a name may end at a character: no letter follows but the genitive's s, and no hyphen."""
    rest = text[end : end + 2]
    if rest[:1] == "s":
        rest = rest[1:]
        if rest[:1] == "" and end + 1 < len(text):
            return False
    return not (rest[:1].isalnum() or rest[:1] in ("-", "‑")) or rest in ("-", "‑ ")


def _counts(words: Words, index: int, name: str) -> bool:
    """Whether a known name names the body here, and is no ordinary word, person or party behind a name."""
    if _is_within(words, index, name):
        return False
    if " " in name:
        return not (name.startswith(SAINT) and _is_namesake(words.text, words[index].start + len(name)))
    if is_party(name) and len(name) <= SHORT_PARTY:
        return is_party_alone(name) and not _is_behind_name(words, index)
    if name in plain_bodies():
        return _is_name(words, index, name)
    if _is_product(words, index, name):
        return False
    given = words.joined(index) and is_given(words.at(index - 1)) and not is_small(words.at(index - 1))
    return not given or name.isupper()


def _is_product(words: Words, index: int, name: str) -> bool:
    """Whether a company's name stands for what it makes: "en Tesla", "av merket Scania"."""
    behind = words.joined(index) and words.at(index - 1).lower() in BEFORE_PRODUCTS
    return behind and words.at(index) == name and name in companies()


def _is_within(words: Words, index: int, name: str) -> bool:
    """Whether a known name is a part of what the encoder reads as another thing: "Telenor Arena", "Nordisk råds litteraturpris"."""
    span = words.labels.get(words.starts[index])
    if span is None or span.label_ not in OTHER_THINGS or float(span._.confidence or 0) < SURE:
        return False
    end = words.starts[index] + len(name)
    after = words.text[end : span.end_char]
    if BRANCH.match(after):
        return False
    return (" " in after and "\n" not in after) or (span.label_ == "PER" and span.start_char < words.starts[index])


def _is_behind_name(words: Words, index: int) -> bool:
    """Whether a party is that of a name before it: "(Ap)", "(Ap/Sp)", "Kari Vik, Ap, sier"."""
    before = words.at(index - 1)
    return before in ("(", "/") or (before == "," and words.label(index - 2) == "PER")


def _is_namesake(text: str, end: int) -> bool:
    """Whether the genitive of a name and what follows it are the name of something else."""
    after = GENITIVE.match(text, end)
    return after is not None and blocks(after[1].lower(), "behind")


def _is_name(words: Words, index: int, name: str) -> bool:
    if words.label(index) == "ORG":
        return True
    alone = words.capital(index - 1) and words.joined(index)
    follows = words.capital(index + 1) and words.joined(index + 1)
    return not (words.opens(index) or alone or follows or name.lower() in words.common)
