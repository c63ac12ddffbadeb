"""Make up lines such as press releases have and newspapers lack: lists of names, contacts, credits."""

from pathlib import Path
from random import Random

from training.corpus import Sentence, Token
from training.names import Name, Names

_ROLES = tuple(
    tuple(line.split()) for line in (Path(__file__).parent / "roles.txt").read_text(encoding="utf-8").splitlines()
)
_PARTIES = ("Ap", "H", "Sp", "FrP", "SV", "V", "KrF", "R", "MDG", "INP")


def furniture(names: Names, dice: Random) -> Sentence:
    """One such line."""
    return Sentence(tuple(dice.choice([_list, _contact, _credit, _members])(names, dice)), headline=True)


def _list(names: Names, dice: Random) -> list[Token]:
    """Kari Nordmann, ordfører – Ola Hansen, rektor."""
    line, dash = list[Token](), dice.choice(["–", "-", ";", "•"])
    for place in range(dice.randint(2, 5)):
        line += [_sign(dash)] if place else []
        line += [*_name(names.person(dice), "PER"), _sign(","), *_role(dice)]
    return line


def _contact(names: Names, dice: Random) -> list[Token]:
    """Kontakt: Kari Nordmann, rektor, tlf. 12 34 56 78."""
    word = dice.choice(["Kontakt", "Kontaktperson", "Pressekontakt", "Kontaktpersonar", "Kontaktpersoner"])
    lemma = word.lower().removesuffix("er").removesuffix("ar")
    traits = "Definite=Ind|Number=Plur" if lemma != word.lower() else "Definite=Ind|Number=Sing"
    phone = [Token("tlf.", "tlf.", "NOUN", "", "O")] if dice.random() < 0.6 else []
    digits = [f"{dice.randint(0, 99):02}" for _ in range(4)]
    number = [Token(part, part, "NUM", "Number=Plur", "O") for part in digits]
    person, role = _name(names.person(dice), "PER"), _role(dice)
    named = [*person, _sign(","), *role] if dice.random() < 0.6 else [*role, *person]
    return [Token(word, lemma, "NOUN", traits, "O"), _sign(":"), *named, _sign(","), *phone, *number]


def _credit(names: Names, dice: Random) -> list[Token]:
    """Foto: Kari Nordmann / Nordposten."""
    word = dice.choice(["Foto", "Tekst", "FOTO", "Illustrasjon", "Av"])
    tag = ("av", "ADP", "") if word == "Av" else (word.lower(), "NOUN", "Definite=Ind|Number=Sing")
    colon = [_sign(":")] if word != "Av" or dice.random() < 0.3 else []
    body = [Token("/", "/", "SYM", "", "O"), *_name(names.organization(dice), "ORG")] if dice.random() < 0.5 else []
    return [Token(word, tag[0], tag[1], tag[2], "O"), *colon, *_name(names.person(dice), "PER"), *body]


def _members(names: Names, dice: Random) -> list[Token]:
    """Kari Nordmann (Ap), Ola Hansen (H) og Per Lie (Sp)."""
    line, count = list[Token](), dice.randint(2, 5)
    for place in range(count):
        if place:
            line.append(_sign(",") if place < count - 1 else Token("og", "og", "CCONJ", "", "O"))
        line += _name(names.person(dice), "PER")
        if dice.random() < 0.7:
            line += [_sign("("), *_name((dice.choice(_PARTIES),), "ORG"), _sign(")")]
    return line


def _name(words: Name, kind: str) -> list[Token]:
    return [Token(word, word, "PROPN", "", f"{'I' if place else 'B'}-{kind}") for place, word in enumerate(words)]


def _role(dice: Random) -> list[Token]:
    *adjectives, noun = dice.choice(_ROLES)
    before = [Token(word, _adjective_lemma(word), "ADJ", "", "O") for word in adjectives]
    return [*before, Token(noun, noun, "NOUN", "Definite=Ind|Number=Sing", "O")]


def _adjective_lemma(word: str) -> str:
    """Lemma as the treebank has it, a participle's the verb."""
    return word[:-4] + "e" if word.endswith(("ende", "ande")) else word


def _sign(form: str) -> Token:
    return Token(form, form, "PUNCT", "", "O")
