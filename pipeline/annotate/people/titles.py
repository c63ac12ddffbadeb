"""Find titles: a head or a compound over it, with the words before and behind that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.annotate.people.fields import field_length
from pipeline.annotate.people.unlisted import may_be, may_stand, unlisted
from pipeline.lexicon.names import is_given, is_name_word, is_surname
from pipeline.lexicon.remember import remembered
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import Form, Title, qualifier, strong, title_word

if TYPE_CHECKING:
    from pipeline.annotate.people.words import Words
    from pipeline.spans.people import Extent

SHORTEST_AT_END = 6  # letters: "Smed" and "Prest" are surnames too
LONGEST_LEAD = 6  # words before the head


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title from word `first` to before word `last`.

    `text` is its indefinite singular; of "Alvdal-ordfører" `bare` is "ordfører" and `prefix` the place of "Alvdal".
    """

    first: int
    last: int
    text: str
    form: Form
    opening: bool  # it begins where a sentence or line does
    bare: str | None = None
    prefix: Extent | None = None


def find(words: Words) -> list[Phrase]:
    """The titles of a document in order, none within another."""
    found: list[Phrase] = []
    last = 0
    for index in words.such(_may_open):
        phrase = _phrase(words, index) if index >= last and _opens_here(words, index) else None
        if phrase:
            found.append(phrase)
            last = phrase.last
    return found


def _may_open(text: str) -> bool:
    """Whether a title may begin with a word, by the word itself."""
    return _opens_title(text) or may_be(text)


def _opens_here(words: Words, index: int) -> bool:
    """Whether a title may begin with such a word, by what stands beside it: few words need a closer look."""
    return _opens_title(words.texts[index]) or (words.reading.is_noun(words.starts[index]) and may_stand(words, index))


@remembered
def _opens_title(text: str) -> bool:
    """Whether a word, by itself, is a listed title, or one that stands before its head: "daglig", "kommunal-"."""
    return bool(title_word(text)) or qualifier(strong(text)) is not None or (text.endswith("-") and len(text) > 2)


def _phrase(words: Words, first: int) -> Phrase | None:
    """The title that begins with a word."""
    kept: list[str] = []
    index = first
    while index < first + LONGEST_LEAD and index < len(words):
        text = words.at(index)
        if not _may_begin(words, index, first):
            return None
        head = title_word(text) or unlisted(words, index)
        if head and not _is_verb(words, index, head, first):
            return _whole(words, first, index, kept, head)
        keep = None if _is_idiom(words, index) else qualifier(strong(text))
        if keep is not None:
            kept += [strong(text)] if keep else []
            index += 1
        elif text.endswith("-") and len(text) > 2 and words.at(index + 1) in ("og", ",", "eller"):  # kommunal- og
            comma = words.at(index + 1) == ","
            kept += [f"{text}," if comma else text] + ([] if comma else [words.at(index + 1)])
            index += 2
        else:
            return None
        if not words.joined(index):
            return None
    return None


def _may_begin(words: Words, index: int, first: int) -> bool:
    """Whether a word's capital, if it has one, is that of its place and not a name's."""
    text = words.at(index)
    if not text[:1].isupper() or words.opens(index):
        return bool(text) and text[0].isalnum()
    _, hyphen, rest = text.partition("-")
    if hyphen and rest and rest[0].islower():  # NRK-journalist
        return True
    if words.at(index - 1) == ",":
        return index == first and not is_given(words.at(index + 1))
    return index == first and _ends_line(words, index)


def _is_idiom(words: Words, index: int) -> bool:
    """Whether a word that could be a title's is part of an idiom: "til daglig", "blant andre"."""
    before = words.at(index - 1).lower()
    return before == "til" or (words.at(index) == "andre" and before in ("blant", "mellom", "alle", "mange"))


def _ends_line(words: Words, index: int) -> bool:
    """Whether a title with a capital ends a line of nothing but a name and the title: "Kari Vik Journalist"."""
    text, after = words.at(index), words.at(index + 1)
    if (after and after[0] != "\n") or len(text) < SHORTEST_AT_END or is_surname(text) or not words.joined(index):
        return False
    first = index
    while first and words.joined(first) and words.at(first - 1)[:1].isupper() and index - first < LONGEST_LEAD:
        first -= 1
    return index - first > 1 and is_given(words.at(first)) and words.opens(first)


def _is_verb(words: Words, index: int, head: Title, first: int) -> bool:
    """Whether a word like "leder" is the verb here: "nå leder Kari Vik laget"."""
    if not head.verb:
        return False
    before = words.at(index - 1)
    if _acts(words, index + 1):
        return False
    if index == first and before.lower() in column("verb_openers.csv", "word") and words.at(index - 2) != "og":
        return True
    if words.opens(index) and is_given(words.at(index + 1)) and words.joined(index + 1):
        return False  # Forsvarer Kari Vik sier
    if part := words.reading.part(words.starts[index]):
        return part in ("VERB", "AUX")
    return index == first and before[:1].isupper() and words.joined(index)


def _acts(words: Words, index: int) -> bool:
    """Whether a full name with a verb of its own begins at a word: "da trener Kari Vik kom"."""
    last = index
    while last < index + LONGEST_LEAD and words.joined(last) and is_name_word(words.at(last)):
        last += 1
    if last < index + 2 or not is_given(words.at(index)) or not words.joined(last):
        return False
    return words.reading.part(words.starts[last]) in ("VERB", "AUX")


def _whole(words: Words, first: int, head_at: int, kept: list[str], head: Title) -> Phrase:
    weak = any(strong(words.at(i)) != words.at(i) for i in range(first, head_at))  # foreningens daglige leder
    last = head_at + 1
    tail = field_length(words, last, head)
    title = " ".join(
        [*(_small(word) for word in kept), _small(head.word), *(words.at(i) for i in range(last, last + tail))]
    )
    start = words.starts[head_at]
    lead, hyphen, rest = head.word.partition("-")
    prefixed = bool(hyphen) and lead[:1].isupper() and rest[:1].islower() and title_word(rest) is not None
    return Phrase(
        first=first,
        last=last + tail,
        text=title.replace(" ,", ","),
        form="definite" if weak and head.form == "indefinite" else head.form,
        opening=words.opens(first),
        bare=" ".join([*(_small(word) for word in kept), rest]) if prefixed else None,
        prefix=(start, start + len(lead)) if prefixed else None,
    )


def _small(word: str) -> str:
    """A word with a small first letter, but for "UP-betjent" and "IT-sjef"."""
    lead = word.partition("-")[0]
    return (
        word
        if len(lead) > 1 and lead.isupper() and "-" in word
        else word[:1].lower() + word[1:]
        if word[1:2].islower() or len(word) == 1
        else word.lower()
    )
