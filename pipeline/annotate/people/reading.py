"""What the encoder has read of a document's words: nouns with their form, verbs, and names of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.lexicon.titles import Form

OTHERS = ("ORG", "GPE_ORG", "GPE_LOC", "LOC")
SURE = 0.6  # the least confidence of a name that the encoder alone has read


class Reading:
    """The encoder's tokens and names by their first character; it knows nothing where the encoder did not run."""

    def __init__(self, doc: Doc) -> None:
        starts, parts = doc.to_array(["IDX", "POS"]).T.tolist() if len(doc) else ([], [])
        noun = doc.vocab.strings["NOUN"]
        self._doc = doc
        self._places: dict[int, int] = {start: place for place, start in enumerate(starts)}
        self._nouns = frozenset(start for start, part in zip(starts, parts, strict=True) if part == noun)
        self._people: dict[int, int] = {
            span.start_char: span.end_char
            for span in doc.ents
            if span.label_ == "PER" and float(span._.confidence or 0) >= SURE
        }
        self._others: dict[int, int] = {
            span.start_char: span.end_char
            for span in doc.ents
            if span.label_ in OTHERS and float(span._.confidence or 0) >= SURE
        }

    def part(self, start: int) -> str:
        """The part of speech of the word that begins at a character ("NOUN"), empty where none is known."""
        place = self._places.get(start)
        return self._doc[place].pos_ if place is not None else ""

    def is_noun(self, start: int) -> bool:
        """Whether a noun begins at a character."""
        return start in self._nouns

    def noun(self, start: int) -> tuple[str, Form] | None:
        """The lemma and the form of the noun that begins at a character, None where no noun does."""
        if not self.is_noun(start):
            return None
        token = self._doc[self._places[start]]
        number, definite = token.morph.get("Number", []), token.morph.get("Definite", [])
        if token.lemma_.endswith("e") and token.text in (f"{token.lemma_}r", f"{token.lemma_[:-1]}ar"):
            return token.text, "indefinite"  # "fjellsikrer" read as the plural of "fjellsikre"
        form: Form = "plural" if "Plur" in number else "definite" if "Def" in definite else "indefinite"
        return token.text if form == "indefinite" else token.lemma_ or token.text, form

    def person(self, start: int) -> int | None:
        """Where the name of a person that begins at a character ends, None where none is read."""
        return self._people.get(start)

    def begins(self, start: int) -> bool:
        """Whether a name of something else than a person begins at a character."""
        return start in self._others
