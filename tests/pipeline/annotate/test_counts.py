"""Counts are found with their value and unit, and nothing else: rows of texts, in both written standards."""

import csv
import time
from pathlib import Path

import pytest

from models.record import Source
from models.release import Block, Release
from pipeline.annotate import annotate, dates, encoder, sentences
from pipeline.annotate import counts as marking
from pipeline.annotate.counts.heads import Head, Word, head
from pipeline.annotate.tokenizer import language
from pipeline.normalise.context import Context
from pipeline.normalise.counts import normalise

FIXTURE = Path(__file__).parents[3] / "fixtures" / "counts.csv"
SOURCE = Source(uri="a.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="generic")


def texts():
    """Each text of the fixture with its written standard and the counts in it; a row without a text goes on with the last."""
    found = []
    for row in csv.DictReader(FIXTURE.read_text(encoding="utf-8").splitlines()):
        if row["text"]:
            found.append((row["text"], row["language"], []))
        if row["mention"]:
            found[-1][2].append(tuple(row[name] for name in list(row)[2:]))
    return found


TEXTS = texts()


def shown(value):
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}"


def read(doc):
    return [
        (
            count.mention.text,
            shown(count.value),
            shown(count.value_max),
            count.unit,
            count.kind,
            count.qualifier or "",
        )
        for count in normalise(doc, Context(published=None, language=doc.lang_)).values
    ]


@pytest.fixture(scope="module")
def docs():
    made = (sentences.annotate(language(code)(text)) for text, code, _ in TEXTS)
    tagged = encoder.Encoder().pipe(made)
    read_texts = (marking.annotate(dates.annotate(doc)) for doc in tagged)
    return dict(zip(((text, code) for text, code, _ in TEXTS), read_texts, strict=True))


@pytest.mark.parametrize(
    ("text", "code", "counts"), TEXTS, ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_a_text_gives_its_counts(text, code, counts, docs):
    assert read(docs[text, code]) == counts


def test_the_fixture_is_large_and_even_handed():
    rows = sum(max(1, len(counts)) for _, _, counts in TEXTS)
    assert rows >= 400
    assert sum(not counts for _, _, counts in TEXTS) * 4 >= rows
    assert {code for _, code, _ in TEXTS} == {"nb", "nn"}


TABLES = [
    (["Kommune\tInnbyggere", "Eide\t3 412", "Averøy\t5 790"], [("3412", "innbygger"), ("5790", "innbygger")]),
    (["Mill. kroner\t2021\t2022", "Omsetning\t120,5\t131"], [("120500000", "NOK"), ("131000000", "NOK")]),
    (
        ["Nøkkeltall (mill. kr)\t3. kv. 2022\tEndring (%)", "Inntekter\t1 020\t16,7"],
        [("1020000000", "NOK"), ("16.7", "%")],
    ),
    (["Tiltak\tBeløp (1000 kr)", "Gangvei\t4 500"], [("4500000", "NOK")]),
    (["Parti\tAndel i prosent\tEndring", "Ap\t31,4\t2,1"], [("31.4", "%")]),
    (["Antall ansatte\t48", "Areal (m²)\t1 200"], [("48", "ansatt"), ("1200", "m²")]),
    (["Postnr\tSted", "6490\tEide"], []),
    (["Våler (Innlandet)\t4 900 000", "Steinkjer\t4 250 000"], []),
    (["År\tNr\tNavn", "2021\t14\tEide"], []),
]


@pytest.mark.parametrize(("rows", "counts"), TABLES, ids=lambda value: str(value[0])[:30] if value else "none")
def test_a_table_cell_takes_what_it_counts_from_its_header(rows, counts):
    blocks = (Block("title", "Tall for året"), *(Block("table_row", row) for row in rows))
    doc = annotate(Release(SOURCE, blocks, language="nb"))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == counts


def test_a_table_takes_its_magnitude_from_the_line_above_it():
    rows = ("Budsjett 2025\tForslag 2026", "Oppvekst\t231,4\t228,9")
    above = Block("paragraph", "Her er hovedtallene (mill. kroner):")
    doc = annotate(Release(SOURCE, (Block("title", "Budsjett"), above, *(Block("table_row", row) for row in rows))))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == [("231400000", "NOK"), ("228900000", "NOK")]


def test_a_number_is_no_name_even_where_it_is_taken_for_one():
    doc = dates.annotate(sentences.annotate(language("nb")("Vi hadde 60 kuer, nå har vi 22.")))
    doc.ents = [doc.char_span(28, 31, label="EVT")]
    assert [(text, unit) for text, _, _, unit, _, _ in read(marking.annotate(doc))] == [("60 kuer", "ku"), ("22", "ku")]


def test_a_noun_of_time_is_one_even_where_it_is_taken_for_a_verb():
    words = [Word("veke", 9, 13, "V"), Word("etter", 14, 19, "X")]
    assert head(words) == Head("veke", 13)
    assert head([Word("møtte", 9, 14, "V")]) is None


def test_a_heading_takes_its_noun_from_the_text_below():
    blocks = (
        Block("title", "Tre til sykehus"),
        Block("heading", "Vil ha 8 500"),
        Block("paragraph", "De krever 8 500 kroner."),
    )
    doc = annotate(Release(SOURCE, blocks, language="nb"))
    assert [(text, unit) for text, _, _, unit, _, _ in read(doc)] == [
        ("Tre", "person"),
        ("8 500", "NOK"),
        ("8 500 kroner", "NOK"),
    ]


@pytest.mark.clock
@pytest.mark.parametrize(
    "junk",
    [
        "1 ",
        "en og ",
        "en og en ",
        "1",
        "mot 3 ",
        "av de 4 ",
        "2, ",
        "X: 7\n\n",
        "Av 3 er 4. ",
        "Av 3 er 4.\n\n",
        "mange elever er 3 ",
        "over ",
        "100 000 ",
        "fra 2 til ",
    ],
)
def test_the_time_taken_grows_with_the_length(junk):
    def taken(size):
        doc = language("nb").make_doc(junk * (size // len(junk)))
        start = time.process_time()
        marking.annotate(doc)
        return time.process_time() - start

    short, long = max(taken(20_000), 0.02), taken(80_000)
    assert long < 12 * short


@pytest.mark.clock
def test_a_megabyte_of_digits_is_no_number_and_is_read_at_once():
    doc = language("nb").make_doc("7" * 1_000_000)
    start = time.process_time()
    assert read(marking.annotate(doc)) == []
    assert time.process_time() - start < 5
