"""Tell which words behind a title's head belong to it: "for tjenesteleveranse", "i statsvitenskap", "oppvekst"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.bodies import is_apposition
from pipeline.lexicon.names import is_given, is_small
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.stand_ins import stand_in
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import is_relational, title_word

if TYPE_CHECKING:
    from pipeline.annotate.people.words import Words
    from pipeline.lexicon.titles import Title

LONGEST = 7  # words


def field_length(words: Words, index: int, head: Title) -> int:
    """How many words behind the head belong to the title: "for tjenesteleveranse", "i statsvitenskap", "oppvekst"."""
    if head.form == "plural":
        return 0
    if words.at(index) in ("emeritus", "emerita") and words.joined(index):
        return 1 + field_length(words, index + 1, head)
    if words.at(index) == "II" and words.joined(index):  # professor II
        return 1 + field_length(words, index + 1, head)
    if words.at(index) == "for" and words.joined(index):
        nouns = _nouns(words, index + 1)
        return nouns + 1 + _purpose(words, index + nouns + 1) if nouns else 0
    if words.at(index) == "av" and words.joined(index) and is_relational(head.word):
        nouns = _nouns(words, index + 1)
        if not nouns or words.reading.noun(words.starts[index + nouns]) is None:
            return 0
        return nouns + 1 + _purpose(words, index + nouns + 1)
    academic = head.word.lower().endswith(tuple(column("title_fields.csv", "head")))
    if academic and words.at(index) in ("i", "innen", "innan", "på") and words.joined(index):
        nouns = _nouns(words, index + 1)
        return nouns + 1 if nouns else 0
    return _bare(words, index)


def _purpose(words: Words, index: int) -> int:
    """The words that tell what a body in a title is for: "leder av utvalg for plan og miljø"."""
    more = _nouns(words, index + 1) if words.at(index) == "for" else 0
    return more + 1 if more else 0


def _bare(words: Words, index: int) -> int:
    """The words of a field right behind the head: "kommunalsjef oppvekst, Lørenskog"."""
    before = index - 2
    nouns = _nouns(words, index)
    if nouns and _is_before_name(words, index, nouns):
        return nouns
    if not words.opens(index - 1) and words.at(before) != ",":
        return 0
    after = words.at(index + nouns)
    ends = (
        not after or after[0] in ",)\n" or (after in ("i", "ved", "hos") and words.at(index + nouns + 1)[:1].isupper())
    )
    return nouns if ends else 0


def _is_before_name(words: Words, index: int, count: int) -> bool:
    """Whether nouns stand between a title and a name, and none is a verb: "kommunalsjef oppvekst Kari Vik"."""
    after = index + count
    if not (words.joined(after) and is_given(words.at(after)) and words.joined(after + 1)):
        return False
    return all(words.reading.part(words.starts[i]) in ("NOUN", "CCONJ", "ADJ") for i in range(index, after))


def _nouns(words: Words, index: int) -> int:
    """How many words make a phrase like "helse og omsorg", "barne- og ungdomstjenester", "digital utvikling"."""
    count = 0
    while count < LONGEST:
        adjective = _is_noun(words, index + count) and words.at(index + count).endswith(_adjective_endings())
        count += 1 if adjective and _is_noun(words, index + count + 1) else 0
        if not _is_noun(words, index + count):
            break
        hyphen = words.at(index + count).endswith("-")
        count += 1
        if words.at(index + count) not in ("og", "eller") and not (hyphen and words.at(index + count) == ","):
            return count
        if not _is_noun(words, index + count + 1):
            return count
        count += 1
    return 0 if count < 1 or not _is_noun(words, index) else count


def _is_noun(words: Words, index: int) -> bool:
    """Whether a word may be a common noun of a field of work: small letters, no small word, verb, title or stand-in."""
    text = words.at(index)
    if not text[:1].islower() or not words.joined(index) or len(text) < 2:
        return False
    if is_small(text) or text in speech_verbs() or title_word(text):
        return False
    if is_apposition(text) and words.at(index + 1)[:1].isupper():
        return False  # redaktør for tidsskriftet Naturen
    noun = stand_in(text)
    return noun is None or not text.lower().startswith(
        noun.removesuffix("um")
    )  # "språksenteret" says more than "senteret"


@cache
def _adjective_endings() -> tuple[str, ...]:
    return tuple(sorted(column("adjective_endings.csv", "ending")))
