"""Read titles that no table has: nouns of agents beside a full name ("skjeldyrkar Odd Vik", "flomvakt Kari Vik")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.names import INITIAL, is_given, is_kin, is_name_word, is_small
from pipeline.lexicon.remember import remembered
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.tables import rows
from pipeline.lexicon.titles import Title, is_agent, is_no_title

if TYPE_CHECKING:
    from pipeline.annotate.people.words import Words

SHORTEST = 5  # letters: "flyger" has more
FULL = 2  # words of the shortest full name


@remembered
def may_be(text: str) -> bool:
    """Whether a word, by itself, may be a title that no table has."""
    if len(text) < SHORTEST or not text.isalpha() or not text[1:].islower():
        return False
    return not (is_small(text) or is_kin(text) or is_no_title(text))


def may_stand(words: Words, index: int) -> bool:
    """Whether what stands beside a word lets it be a title that no table has, if it is the noun of an agent."""
    if words.at(index - 1) in (",", "(") or (words.opens(index) and words.at(index + 1) in _label_ends()):
        return True
    return words.joined(index + 1) and _is_full_name(words, index + 1)


def unlisted(words: Words, index: int) -> Title | None:
    """The title that a noun is by what stands beside it, None where it is none.

    It is one right before a full name if it is the noun of an agent, or says who speaks ("sier flomvakt Kari Vik"); and the
    noun of an agent is one behind a name and a comma or bracket, and before a colon and a full name.
    """
    word = words[index]
    if not may_be(word.text) or not (word.lower or words.opens(index)) or not may_stand(words, index):
        return None
    noun = words.reading.noun(word.start)
    if noun is None:
        return None
    lemma, form = noun
    if is_no_title(lemma):
        return None
    agent = is_agent(lemma)
    before_name = words.joined(index + 1) and _is_full_name(words, index + 1)
    if before_name and (agent or (form == "indefinite" and words.at(index - 1) in speech_verbs("speech"))):
        return Title(_cased(word.text, lemma), form)
    if agent and (_is_apposed(words, index, form) or _is_label(words, index)):
        return Title(_cased(word.text, lemma), form)
    return None


def _cased(text: str, lemma: str) -> str:
    return lemma[:1].lower() + lemma[1:] if lemma else text.lower()


def _is_full_name(words: Words, index: int) -> bool:
    """Whether a name of two words or more begins at a word."""
    if not (is_given(words.at(index)) or words.reading.person(words.starts[index])):
        return False
    after = words.at(index + 1)
    return words.joined(index + 1) and (is_name_word(after) or bool(INITIAL.fullmatch(after)))


def _is_apposed(words: Words, index: int, form: str) -> bool:
    """Whether a word stands between a full name and the end of its phrase: "Kari Vik, fjellsikrer i Suldal,"."""
    if form != "indefinite" or words.at(index - 1) not in (",", "(") or index < FULL + 1:
        return False
    named = is_name_word(words.at(index - 2)) and is_name_word(words.at(index - 3)) and words.joined(index - 2)
    aged = words.at(index - 2) == ")" and words.at(index - 3).isdigit()
    after = words.at(index + 1)
    return (named or aged) and (not after or after[0] in ",.)\n" or after in _links())


def _is_label(words: Words, index: int) -> bool:
    """Whether a word is what a line or a sentence calls a person: "Fjellsikrer: Kari Vik", "Trommeslager er Kari Vik"."""
    return words.opens(index) and words.at(index + 1) in _label_ends() and _is_full_name(words, index + 2)


@cache
def _label_ends() -> frozenset[str]:
    return frozenset((":", *(row["word"] for row in rows("role_words.csv") if row["letter"] == "E")))


@cache
def _links() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("role_words.csv") if row["letter"] in "IFSC")
