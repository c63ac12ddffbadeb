"""Direct speech and its speaker, on own passages: `fixtures/quotes.csv`, ¶ parts paragraphs, ¦ parts quotes."""

from __future__ import annotations

import csv
from pathlib import Path
from time import process_time

import pytest

from models.record import Source
from models.release import Block, Release
from pipeline.annotate import annotate
from pipeline.annotate.quotes import find
from pipeline.annotate.quotes.attribution import Attributions
from pipeline.annotate.quotes.pieces import Block as Section
from pipeline.annotate.quotes.turns import settle
from pipeline.lexicon.priors import prior
from pipeline.lexicon.tables import rows
from pipeline.normalise import normalise

TABLE = Path(__file__).parents[3] / "fixtures" / "quotes.csv"
PASSAGES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
SIZE = 1_000_000  # characters of junk
SECONDS = 20


def record(*paragraphs: str, language: str = "nb", title: str = "Nytt fra bygda"):
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    blocks = (Block("title", title), *(Block("paragraph", text) for text in paragraphs))
    release = Release(source, blocks, language=language)
    return normalise(annotate(release), release)


@pytest.mark.parametrize("row", PASSAGES, ids=[row["id"] for row in PASSAGES])
def test_speech_and_speaker(row):
    found = [
        f"{quote.speaker}: {quote.text}" for quote in record(*row["text"].split("¶"), language=row["language"]).quotes
    ]
    assert found == [quote for quote in row["quotes"].split(" ¦ ") if quote]


def test_the_table_is_large_and_half_of_it_hard():
    assert len(PASSAGES) >= 80
    assert 0.4 <= sum(not row["quotes"] for row in PASSAGES) / len(PASSAGES) <= 0.6


HEADLINES = {
    "– Jeg trodde jeg skulle dø": "Kari Vik",  # as she says below, in more words
    "«Eg skriv best med ein hund på føtene»": "Ola Nes",  # the first who speaks
    "– Jeg trodde virkelig jeg skulle dø der oppe": None,  # the very quote that is below
    "«Huset ved havet» vant": None,
    "«Fanebarer»": None,
    "Nei til hall: – Vi har ikke råd": None,
}


@pytest.mark.parametrize(("title", "speaker"), HEADLINES.items(), ids=HEADLINES)
def test_a_headline_of_speech_has_its_speaker_from_below(title, speaker):
    below = ("– Alt gikk bra, sier Ola Nes.", "– Jeg trodde virkelig jeg skulle dø der oppe, sier Kari Vik.")
    quotes = record(*below, title=title).quotes
    assert [quote.speaker for quote in quotes if quote.by == "headline"] == ([speaker] if speaker else [])
    assert [quote.speaker for quote in quotes][-2:] == ["Ola Nes", "Kari Vik"]


def test_a_headline_of_speech_over_no_speech_is_nobodys():
    assert record("Kari Vik har skrevet under for to år.", title="– Jeg gir meg aldri").quotes == ()


def test_an_answer_under_a_heading_that_asks_is_no_item_of_a_list():
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    words = ("Nytt", "– Som den beste, svarer Kari Vik.", "Hva er planen videre?", "– Hvile. Så trene.")
    kinds = ("title", "paragraph", "heading", "paragraph")
    release = Release(source, tuple(map(Block, kinds, words)), language="nb")
    found = [(quote.speaker, quote.text) for quote in normalise(annotate(release), release).quotes]
    assert found[1:] == [("Kari Vik", "Hvile. Så trene.")]


def test_mentions_are_the_exact_characters():
    read = record("– Vi er få, sier Kari Vik. – Men sterke.")
    assert [read.text[quote.mention.start : quote.mention.end] for quote in read.quotes] == ["Vi er få", "Men sterke."]


@pytest.mark.parametrize("by", [row["by"] for row in rows("confidence/quotes.csv")])
def test_every_rule_has_a_confidence(by):
    assert 0 < prior("quotes", by) <= 1


@pytest.mark.parametrize("table", ["pronouns.csv", "person_nouns.csv", "name_genders.csv"])
def test_genders_are_known(table):
    assert {row["gender"] for row in rows(table)} <= {"f", "m", ""}
    assert len({tuple(row.values()) for row in rows(table)}) == len(rows(table))


def test_every_small_word_has_its_kind():
    kinds = {"own", "skipped", "reported", "goes_on", "message", "bound", "beside", "asking", "told"}
    assert {row["kind"] for row in rows("speech_words.csv")} == kinds


JUNK = {
    "opening marks": "« ",
    "pairs": "«a» ",
    "straight marks": '" ',
    "dashes": "– ",
    "dashes and capitals": "– A. ",
    "says": ", sier Kari Vik",
    "says it": "– Ja, sier Kari Vik. ",
    "colons": "Vik: – A. ",
    "questions": "– Hva? ",
}


@pytest.mark.clock
@pytest.mark.parametrize("unit", JUNK.values(), ids=JUNK)
def test_time_grows_with_the_length(unit):
    text, people = unit * (SIZE // len(unit)), [(i, i + 8) for i in range(0, SIZE, 1000)]
    sentences = range(0, len(text), 50)
    said = Attributions(text, people, sentences)
    start = process_time()
    pieces = find(text, [Section(0, "paragraph", 0, len(text))], said, sentences)
    settle(text, pieces, [Section(0, "paragraph", 0, len(text))], said)
    assert process_time() - start < SECONDS


@pytest.mark.clock
@pytest.mark.parametrize("unit", ["– A", "– Hva?", "«A.", "– A, sier Kari Vik", "«A»"])
def test_time_grows_with_the_paragraphs(unit):
    blocks = [Section(i, "paragraph", i * 30, i * 30 + len(unit)) for i in range(SIZE // 30)]
    text = unit.ljust(30) * len(blocks)
    sentences = range(0, len(text), 30)
    start = process_time()
    said = Attributions(text, [], sentences)
    settle(text, find(text, blocks, said, sentences), blocks, said)
    assert process_time() - start < SECONDS


def test_unbalanced_marks_give_a_valid_record():
    assert record("«Vi er « få, sier Kari Vik.", "Vi »er» få“, sier «Vik.", '"').title == "Nytt fra bygda"
