"""What a word proves about a person's name: given names, surnames, particles, and the words that speak against one."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pipeline.lexicon.tables import column, rows

SHORTEST_COMPOUNDED = 4  # letters of "pris"
Where = Literal["before", "within", "behind", "first", "street", "place"]

# Kari, Odd-Arne, Länsman, O'Neill, McDonald, al-Khalili: every part begins with a capital, but for "al-", "el-"
NAME_WORD = re.compile(
    r"""(?: (?:al|el|ad|an|as|at)-(?=\w) )?
        (?:[dDO]['’])?
        [^\W\d_a-zæøå] (?:[^\W\d_A-ZÆØÅ]* (?:(?<=Mc|Ma|Le|De)[A-ZÆØÅ][^\W\d_A-ZÆØÅ]*|(?<=Mac)[A-ZÆØÅ][^\W\d_A-ZÆØÅ]*)?)
        (?: [-‑][^\W\d_a-zæøå][^\W\d_A-ZÆØÅ]* )*""",
    re.VERBOSE,
)
INITIAL = re.compile(r"(?:[^\W\d_a-zæøå]|Aa|Th|Chr|Kr|St|Joh|Jo|Fr|Ph)\.(?:-?[^\W\d_a-zæøå]\.)*")  # D., Aa., J.-P.
# what Norwegian surnames of places and fathers end in
SURNAME_ENDING = re.compile(
    r""".{2,}(?: sen|sson|sdatter|sdottir|rud|stad|land|heim|vik|dal|nes|berg|haug|haugen|bakk|bakken|moen|lund|gård|gaard
        |set|seth|eth|eng|lien|ås|åsen|sæter|sæther|bø|tveit|voll|vold|rød|røed|sund|sjø|våg|øy|øya|sand|strand|stein|holm
        |skog|mark|elv|foss|mo|rødd|aas|vang|ski|wicz|ović|oğlu|ian|escu|enko|dahl|vær|nær|borg|hagen|engen|løkken|ødegård
        |jord|ness|næss|by|fjell|fjord|hus|osen|viken|vika|tun|tangen|åmo|bakke|land|rust|li|lie|lid|hol|holt|vold ) \Z""",
    re.VERBOSE,
)


def is_name_word(word: str) -> bool:
    """Whether a word is written as a part of a name is.

    >>> [is_name_word(word) for word in ("Kveberg-Lien", "Áile", "al-Khalili", "O'Neill", "McDonald", "Å")]
    [True, True, True, True, True, True]
    >>> [is_name_word(word) for word in ("NRK", "Hans Strøm-stova", "Strøm-stova", "NRK-journalist", "vik", "òg")]
    [False, False, False, False, False, False]
    """
    return not word.islower() and NAME_WORD.fullmatch(word) is not None


def is_given(word: str) -> bool:
    """Whether a word is a given name, or made of two.

    >>> [is_given(word) for word in ("Kari", "Odd-Arne", "Áile", "Piotr", "Even", "Strand", "Kveberg-Lien")]
    [True, True, True, True, True, False, False]
    """
    return word in _given() or ("-" in word and all(part in _given() for part in word.split("-")))


def is_plain_word(word: str) -> bool:
    """Whether a given name is an everyday word too ("Even", "Liv", "Vår"), and so proves little alone."""
    return word in _plain()


def is_surname(word: str) -> bool:
    """Whether a word is a known surname or ends as one.

    >>> [is_surname(word) for word in ("Hansen", "Kveberg-Lien", "Gravdehaug", "Tesfaye", "Energi")]
    [True, True, True, False, False]
    """
    return any(
        part in column("surnames.csv", "name") or SURNAME_ENDING.match(part) for part in (word, word.rpartition("-")[2])
    )


def is_inside(word: str) -> bool:
    """Whether a small word may stand inside a name ("van", "de")."""
    return word in _particles("inside")


def is_behind(word: str) -> bool:
    """Whether a small word may end a name ("jr.")."""
    return word in _particles("behind")


def blocks(word: str, where: Where) -> bool:
    """Whether a word at that place makes a person's name the name of something else.

    >>> blocks("plass", "behind"), blocks("AS", "within"), blocks("Stiftelsen", "before"), blocks("kona", "behind"), blocks("kritikerpris", "behind")
    (True, True, True, False, True)
    """
    return word in _blockers(where) or (where == "behind" and word.endswith(_compounded()))


def is_historic(name: str) -> bool:
    """Whether a name is that of a person of history."""
    return name in column("historic_people.csv", "name")


def is_small(word: str) -> bool:
    """Whether a word, in any case, is a small word: neither name, noun nor title."""
    return word.lower() in column("small_words.csv", "word")


def is_kin(word: str) -> bool:
    """Whether a word names a family tie ("sønnen")."""
    return word.lower() in column("kinship.csv", "word")


def is_party(text: str) -> bool:
    """Whether a text is a party's name or abbreviation."""
    return text in column("parties.csv", "party")


def is_party_alone(text: str) -> bool:
    """Whether an abbreviation means a party wherever it stands ("SV"), as "H" and "V" do not."""
    return text in _alone()


@cache
def _alone() -> frozenset[str]:
    return frozenset(row["party"] for row in rows("parties.csv") if row["alone"] == "yes")


@cache
def _given() -> frozenset[str]:
    return column("given_names.csv", "name")


@cache
def _plain() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("given_names.csv") if row["word"] == "yes")


@cache
def _particles(where: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("name_particles.csv") if row["where"] == where)


@cache
def _compounded() -> tuple[str, ...]:
    """What ends the words behind a name that are compounds: "kritikerpris"."""
    return tuple(sorted(word for word in _blockers("behind") if len(word) >= SHORTEST_COMPOUNDED))


@cache
def _blockers(where: Where) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("name_blockers.csv") if row["where"] == where)


def fold(name: str) -> str:
    """A name for comparing: small letters, one spelling of å, hyphens as spaces, no dots.

    >>> fold("Vigdis Aas") == fold("Vigdis Ås"), fold("Kvam-Lunde"), fold("Hans D. Vik")
    (True, 'kvam lunde', 'hans d vik')
    """
    return name.casefold().replace("aa", "å").replace("-", " ").replace(".", "").strip()
