"""Norwegian titles: the heads of the table and whatever compounds over them, from any form to the indefinite singular."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.lexicon.remember import remembered
from pipeline.lexicon.tables import column, rows

Form = Literal["indefinite", "definite", "plural"]
LONGEST = 60  # characters: no word is longer
SHORTEST_PREFIX = 2  # "IT-sjef" has more, "ei-er" is none


@dataclass(frozen=True, slots=True)
class Title:
    """A word that is a title: its indefinite singular, the form it stands in, and whether it is a verb as well."""

    word: str
    form: Form
    verb: bool = False


@remembered
def title_word(word: str) -> Title | None:
    """The title that a word is, None where it is none. Capitals stay as they are.

    >>> title_word("kommunedirektøren")
    Title(word='kommunedirektør', form='definite', verb=False)
    >>> [title_word(word).word for word in ("styreleiaren", "velferdsteknologikoordinator", "kyrkjeverja", "rådmennene")]
    ['styreleiar', 'velferdsteknologikoordinator', 'kyrkjeverje', 'rådmann']
    >>> [title_word(word) for word in ("kollege", "nordmann", "traktor", "bibliotek")]
    [None, None, None, None]
    """
    low = word.lower()
    if len(low) > LONGEST or low in column("title_exceptions.csv", "word"):
        return None
    own = _forms().get(low)
    if own:
        return Title(word[: own.shared] + own.lemma[own.shared :], own.form, own.verb) if own.alone else None
    lead, hyphen, rest = word.rpartition("-")
    if hyphen and lead[:1].isupper() and rest[:1].islower() and (head := _forms().get(rest)) and head.alone:
        return Title(f"{lead}-{rest[: head.shared]}{head.lemma[head.shared :]}", head.form)  # Brann-spissen
    for cut in range(SHORTEST_PREFIX, len(low) - 2):
        found = _forms().get(low[cut:])
        if found and found.compounds:
            return Title(word[:cut] + word[cut : cut + found.shared] + found.lemma[found.shared :], found.form)
    return None


@remembered
def is_agent(word: str) -> bool:
    """Whether a noun, in its indefinite singular, ends as those for people by what they do end.

    >>> [is_agent(word) for word in ("skjeldyrkar", "rettsmedisiner", "vannvakt", "brev")]
    [True, True, True, False]
    """
    return word.lower().endswith(_agent_endings())


@remembered
def is_no_title(word: str) -> bool:
    """Whether a noun in an agent's ending is known to be no role, or made over one that is none.

    >>> [is_no_title(word) for word in ("kreftpasient", "vinter", "skjeldyrkar")]
    [True, True, False]
    """
    low = word.lower()
    return low in column("no_titles.csv", "word") or low.endswith(_no_title_endings())


def is_relational(title: str) -> bool:
    """Whether a title is always of something: that of a leader or member, not that of a profession.

    >>> is_relational("styreleiar"), is_relational("leder av utvalget"), is_relational("sjukepleiar")
    (True, True, False)
    """
    word = title.split(" ", maxsplit=1)[0].lower()
    return word.endswith(_relational()) and not word.endswith("pleiar")  # sjukepleiar


@cache
def _relational() -> tuple[str, ...]:
    return tuple(sorted(column("relational_titles.csv", "head")))


@cache
def _agent_endings() -> tuple[str, ...]:
    return tuple(row["ending"] for row in rows("agent_endings.csv"))


@cache
def _no_title_endings() -> tuple[str, ...]:
    return tuple(row["word"] for row in rows("no_titles.csv") if row["compounds"] == "yes")


@remembered
def qualifier(word: str) -> bool | None:
    """Whether a word before a title belongs to it; None where it is no such word.

    >>> qualifier("fungerende"), qualifier("Daglig"), qualifier("ny"), qualifier("2."), qualifier("grønn")
    (True, True, False, True, None)
    """
    low = word.lower()
    if low[:-1].isdigit() and low.endswith(".") and len(low) <= 3:
        return True
    keep = _qualifiers().get(low)
    return True if keep is None and low.endswith(_qualifier_endings()) else keep


@remembered
def strong(word: str) -> str:
    """A qualifier in its strong form: "daglig" of "foreningens daglige leder".

    >>> strong("daglige"), strong("fungerende"), strong("finanspolitiske")
    ('daglig', 'fungerende', 'finanspolitisk')
    """
    bare = word.removesuffix("e")
    return word if word.lower() in _qualifiers() or qualifier(bare) is None else bare


@dataclass(frozen=True, slots=True)
class _Form:
    lemma: str
    form: Form
    shared: int  # letters that the form and the lemma begin with alike
    alone: bool
    compounds: bool
    verb: bool


@cache
def _forms() -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for row in rows("title_heads.csv"):
        head = row["head"]
        for form, text in [("indefinite", head), *_inflected(head, row["gender"])]:
            shared = next(
                (i for i, (a, b) in enumerate(zip(text, head, strict=False)) if a != b), min(len(text), len(head))
            )
            entry = _Form(
                lemma=head,
                form=form,  # type: ignore[arg-type]
                shared=shared,
                alone=row["compounds"] != "only",
                compounds=row["compounds"] != "no",
                verb=row["verb"] == "yes" and form == "indefinite",
            )
            if form == "indefinite" or text not in forms:
                forms[text] = entry
    return forms


def _inflected(head: str, gender: str) -> list[tuple[str, str]]:
    stem = head.removesuffix("e")
    if head.endswith("mann"):
        root = head.removesuffix("mann")
        plurals = [f"{root}menn", f"{root}mennene", f"{root}mennena"]
        return [("definite", f"{head}en"), *(("plural", text) for text in plurals)]
    if gender == "a":  # tillitsvalgt, the adjective
        weak = head.removesuffix("d") + "de" if head.endswith("vald") else f"{head}e"
        return [("definite", weak)]
    if gender == "n":
        double = f"{head}m" if head.endswith("em") else head
        return [
            ("definite", f"{double}et"),
            *(("plural", f"{head}{end}") for end in ("er", "ene", "a") if double != head),
            ("plural", f"{double}er"),
            ("plural", f"{double}ene"),
            ("plural", f"{double}a"),
        ]
    definite = [f"{stem}en", *([f"{stem}a"] if gender == "f" else [])]
    plurals = ["er", "ene", "ar", "ane"]
    if head.endswith("er"):
        plurals = ["e", "ne", *plurals]
        if head.endswith("minister"):
            return [
                ("definite", f"{head}en"),
                *(("plural", head[:-2] + end) for end in ("re", "rer", "rene", "rar", "rane")),
            ]
    return [*(("definite", text) for text in definite), *(("plural", stem + end) for end in plurals)]


@cache
def _qualifier_endings() -> tuple[str, ...]:
    return tuple(row["ending"] for row in rows("title_qualifier_endings.csv"))


@cache
def _qualifiers() -> dict[str, bool]:
    return {row["word"]: row["keep"] == "yes" for row in rows("title_qualifiers.csv")}
