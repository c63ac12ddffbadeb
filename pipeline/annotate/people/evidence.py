"""What stands around a chain and speaks for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.names import is_kin, is_party
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from pipeline.annotate.people.titles import Phrase
    from pipeline.annotate.people.words import Words

LONGEST_BRACKET = 6  # words


class Evidence:
    """What a document's words and titles say of the words around a place."""

    def __init__(self, words: Words, titles: list[Phrase]) -> None:
        self.words = words
        self.begins = {title.first: title for title in titles}
        self.ends = {title.last: title for title in titles}

    def before(self, first: int) -> str | None:
        """The rule by which the word before a name speaks for a person: a title, a family tie or a verb of speech."""
        words = self.words
        if not words.joined(first):
            return None
        title = self.ends.get(first)
        if title and title.form != "plural":
            return "role-before-name"
        if is_kin(words.at(first - 1)):
            return "kin-before-name"
        return "speech" if words.at(first - 1) in speech_verbs("speech") else None

    def behind(self, last: int) -> str | None:
        """The rule by which the words behind a name speak for a person: party, age, title, verb of speech."""
        words, after = self.words, self.words.at(last)
        if after == "(" and self.bracket(last):
            return "bracket"
        if after in (",", "(") and (title := self.begins.get(last + 1)) and title.form == "indefinite":
            return "role-apposition"
        if words.joined(last) and after in speech_verbs("speech"):
            return "speech"
        return None

    def speaks(self, first: int, last: int) -> bool:
        """Whether a verb of speech of any kind stands at a name."""
        words = self.words
        return (words.joined(first) and words.at(first - 1) in speech_verbs()) or (
            words.joined(last) and words.at(last) in speech_verbs()
        )

    def bracket(self, index: int) -> str | None:
        """What a bracket behind a name holds, "party" or "age"; None where it is neither."""
        words = self.words
        if words.at(index) != "(":
            return None
        inner = words.at(index + 1)
        if inner.isdigit() and len(inner) <= 3 and words.at(index + 2) in (")", "år"):
            return "age"
        return "party" if self.party(index) else None

    def party(self, index: int) -> tuple[str, int] | None:
        """The party in a bracket and the place behind the bracket: "(Sp)", "(Ap, Hole)", "(Sosialistisk Venstreparti)"."""
        words = self.words
        for last in range(index + 2, index + 2 + LONGEST_BRACKET):
            if words.at(last) in (")", ",", "/"):
                name = words.text[words.starts[index + 1] : words.ends[last - 1]]
                if not is_party(name):
                    return None
                close = next((i for i in range(last, last + LONGEST_BRACKET) if words.at(i) == ")"), None)
                return (name, close + 1) if close else None
        return None

    def credit(self, first: int) -> bool:
        """Whether a name stands behind "Foto:", "Tekst og foto:" or, at the head of a line, "Av"."""
        words = self.words
        place = first - 1
        if words.at(place) == ":":
            return words.at(place - 1).lower() in column("credits.csv", "word")
        return words.at(place).lower() == "av" and words.opens(place)
