"""Spell a document as a row of letters, one an item, so that the grammar of roles can be written over it.

::

    N name            T title           D title in the definite   M title in the plural
    O place or organisation marked      o another chain of capitals         R noun that stands for one ("foreningen")
    P party in brackets                 A age in brackets         H pronoun ("hun")
    I preposition of belonging (i, ved, hos, på, for, av)         F fra, frå      L til
    S som             E er, var, blir   W working as, elected     C og            V verb of speech
    w bakgrunn, erfaring, tar (over): what only "som" makes a post
    K med, mot, om: a preposition of no belonging
    d noun or adjective before the name of a body ("dotterselskapet Linja", "tidligere Jølster kommune")
    n ikke, ikkje     a har, hadde      h hans, hennar   e heter, heiter
    B der, hvor       Y samme           Z vegne (på vegne av)              m navn      f får, fikk      j dens
    G genitive "sin"  q the item before is a genitive             x any other word
    , ( ) : - /  themselves             . end of a sentence       ; end of a line or block
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.bodies import is_apposition
from pipeline.lexicon.remember import remembered
from pipeline.lexicon.speech_verbs import speech_verbs
from pipeline.lexicon.stand_ins import stand_in
from pipeline.lexicon.tables import column, rows

if TYPE_CHECKING:
    from pipeline.annotate.people.evidence import Evidence
    from pipeline.annotate.people.names import Name
    from pipeline.annotate.people.titles import Phrase
    from pipeline.annotate.people.words import Words
    from pipeline.spans.people import Extent

SIGNS = {",": ",", "(": "(", ")": ")", ":": ":", "–": "-", "-": "-", "—": "-", "/": "/"}
SIGNS |= dict.fromkeys(".!?…", ".")
TITLE_LETTERS = {"indefinite": "T", "definite": "D", "plural": "M"}
ARTICLES = ("Det", "Den", "De")  # i Det hvite hus
LONGEST_IN_MARKS = 4  # words
USUALLY = ("vanlig", "vanleg", "daglig", "dagleg")  # til vanlig
FORMER = ("tidligere", "tidlegare", "daværende", "dåverande", "gamle", "nye")  # i tidligere Jølster kommune
PLACE_TAILS = frozenset(("kommune", "suohkan", "fylkeskommune", "kommunes", "fylke", "havn", "hamn"))
TIES = frozenset("IFLKCSEeBa")  # letters of words that follow no genitive
WORD_LETTERS = {row["word"]: row["letter"] for row in rows("role_words.csv")}


class Item(NamedTuple):  # quicker to make than a dataclass, and a text has many
    """One item: its letter, its characters, and what it is, where that is more than a word."""

    letter: str
    start: int
    end: int
    value: Name | Phrase | str | None = None

    @property
    def extent(self) -> Extent:
        """Its characters."""
        return self.start, self.end


def items(words: Words, evidence: Evidence, names: dict[int, Name]) -> list[Item]:
    """The items of a document in order; a genitive is followed by one of its own, with the letter q."""
    row: list[Item] = []
    index = 0
    known = {*names, *evidence.begins, *words.dates, *words.organizations, *words.places}
    known.update(words.such(_may_be_more))
    while index < len(words):
        item, last = _item(words, evidence, names, index) if index in known else (_plain(words, index), index + 1)
        row.append(item)
        if item.letter in "OoR" and _is_genitive(words, item, last):
            row.append(Item("q", item.end, item.end))
        index = last
    return row


def _may_be_more(text: str) -> bool:
    """Whether a word by itself may begin more than a plain item: a bracket, a mark, a capital."""
    return text in ("(", "«") or text[0].isupper()


def _item(words: Words, evidence: Evidence, names: dict[int, Name], index: int) -> tuple[Item, int]:
    word = words[index]
    if name := names.get(index):
        return Item("N", name.start, name.end, name), name.last
    title = evidence.begins.get(index)
    if title and not (word.text[0].isupper() and _covers(words, index, title)):
        return Item(TITLE_LETTERS[title.form], word.start, words.ends[title.last - 1], title), title.last
    if word.text == "(":
        if party := evidence.party(index):
            return Item("P", word.start, word.end, party[0]), party[1]
        if evidence.bracket(index) == "age":
            return Item("A", word.start, word.end), index + (3 if words.at(index + 2) == ")" else 4)
    if index in words.dates and word.lower and not title and index + 1 not in words.organizations:  # i Dag og Tid
        return _date(words, names, index)
    held = words.organizations.get(index) or words.places.get(index)
    if held and held[0] <= word.start:
        return _marked(words, names, index, held)
    if word.text == "«" and (ship := _in_marks(words, names, index)):
        return ship
    if word.text[0].isupper() and (not words.opens(index) or words.reading.begins(word.start)):
        return _capitals(words, evidence, names, index)
    return _plain(words, index), index + 1


def _date(words: Words, names: dict[int, Name], index: int) -> tuple[Item, int]:
    """A date as one word, so that no preposition in it ties anything: "i dag", "i fjor"."""
    held, last = words.dates[index], index + 1
    while last < len(words) and words.dates.get(last) == held and last not in names:
        last += 1
    return Item("x", words.starts[index], words.ends[last - 1]), last


def _covers(words: Words, index: int, title: Phrase) -> bool:
    """Whether an organisation's mark reaches beyond a title with a capital: "Statsforvaltaren i Vestland"."""
    held = words.organizations.get(index)
    return held is not None and held[1] > words.ends[title.last - 1]


def _marked(words: Words, names: dict[int, Name], index: int, held: Extent) -> tuple[Item, int]:
    last = index + 1
    while last < len(words) and words.starts[last] < held[1] and last not in names:
        last += 1
    if words.at(last).lower() in PLACE_TAILS and words.joined(last):
        last += 1
    if words.at(last) == "/" and not words[last].spaced and last + 1 in words.places:  # suohkan/Kautokeino kommune
        return _marked(words, names, last + 1, words.places[last + 1])
    return Item("O", words.starts[index], max(held[1], words.ends[last - 1])), last


def _capitals(words: Words, evidence: Evidence, names: dict[int, Name], index: int) -> tuple[Item, int]:
    """An unmarked chain of words with capitals, with "kommune" and the like behind it."""
    last = index + 1
    if words.at(index) in ARTICLES:
        last += _described(words, last)
    while (
        words.joined(last)
        and words.at(last)[:1].isupper()
        and last not in names
        and last not in evidence.begins
        and last not in words.organizations
    ):
        last += 1
    if words.joined(last) and (words.at(last) in PLACE_TAILS or stand_in(words.at(last) + "en")):
        last += 1
    return Item("o", words.starts[index], words.ends[last - 1]), last


def _described(words: Words, index: int) -> int:
    """How many words a name that begins as "Det" has behind it in small letters: an adjective and its noun."""
    parts = [words.reading.part(words.starts[i]) for i in (index, index + 1) if words.joined(i) and words[i].lower]
    return 2 if parts == ["ADJ", "NOUN"] else 0


def _in_marks(words: Words, names: dict[int, Name], index: int) -> tuple[Item, int] | None:
    """The capitals between marks, as a ship or a work has them: "skipper på «Havdrønn»"."""
    last = index + 1
    while last <= index + LONGEST_IN_MARKS and words.at(last)[:1].isupper() and last not in names:
        last += 1
    if last == index + 1 or words.at(last) != "»":
        return None
    return Item("o", words.starts[index + 1], words.ends[last - 1]), last + 1


def _plain(words: Words, index: int) -> Item:
    text, start, end = words.texts[index], words.starts[index], words.ends[index]
    if text == "på" and words.at(index + 1) in column("platforms.csv", "name"):
        return Item("x", start, end)
    if text == "til" and words.at(index + 1) in USUALLY:
        return Item("x", start, end)
    if text == "si" and stand_in(words.at(index - 1)):  # klubben si heimeside
        return Item("G", start, end)
    if index + 1 in words.organizations and words.joined(index + 1) and is_apposition(text):
        return Item("d", start, end)
    before_body = (index + 1 in words.places or index + 1 in words.organizations) and words.joined(index + 1)
    if before_body and (text in FORMER or text in column("nationalities.csv", "word")):
        return Item("d", start, end)
    letter, noun = _letter(text)
    return Item(letter, start, end, noun)


@remembered
def _letter(text: str) -> tuple[str, str | None]:
    """The letter of a word by itself, and what it stands for."""
    if text[0] == "\n":  # the end of a line or block
        return ";", None
    low = text.lower()
    letter = SIGNS.get(text) or WORD_LETTERS.get(low)
    if letter is None and (noun := stand_in(text)):
        return "R", noun
    return letter or ("V" if low in speech_verbs("speech") else "x"), None


def _is_genitive(words: Words, item: Item, last: int) -> bool:
    """Whether an item is a genitive: "foreningens", "Moldes", "NRKs", "Statens vegvesens leder"."""
    if words.text[item.end : item.end + 1] in ("'", "’"):
        return True
    if WORD_LETTERS.get(words.at(last), "x") in TIES:
        return False  # ved Firda gymnas på Sandane
    return words.text[item.end - 1] == "s" and words.joined(last) and words[last].lower
