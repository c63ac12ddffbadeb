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
    (["By\tAntall streikende", "Hamar\t310"], [("310", "streikende")]),
    (["Fylke\tTallet på elever i alt", "Vestland\t2 310"], [("2310", "elev")]),
    (["Post\tEgenkapital", "2024\t650 000"], [("650000", "NOK")]),
    (["Postnr\tSted", "6490\tEide"], []),
    (["Våler (Innlandet)\t4 900 000", "Steinkjer\t4 250 000"], []),
    (["År\tNr\tNavn", "2021\t14\tEide"], []),
    (["Område\tPris per m² (kroner)\tPris pr. m²", "Eide\t91 200\t1 300"], [("91200", "NOK"), ("1300", "NOK")]),
    (["Land\tDrepte per 1000 innbyggere", "Norge\t12,5"], [("12.5", "drept")]),
    (["Dato\tSted\tLedige billetter", "5. mai\tVolda\t12"], [("12", "billett")]),
    (["Dato\tLedige", "5. mai\t12"], [("12", "ledig")]),
    (["Hovedtall (mill. kr)\tInntekter", "Eide\t1 102"], [("1102000000", "NOK")]),
    (["Parti\tStemmer\tMandat", "Bygdelista\t312\t2"], [("312", "stemme"), ("2", "mandat")]),
    (
        ["Sted\tKjøretøy 2023\tKjøretøy 2024", "Sandvikstunnelen\t34 120\t35 010"],
        [("34120", "kjøretøy"), ("35010", "kjøretøy")],
    ),
    (["Tall\t2023\t2024", "Cruiseskip\t331\t340", "EBITDA\t212\t187"], [("331", "cruiseskip"), ("340", "cruiseskip")]),
    (["Lag\tMål\tKamper", "Åsane\t29-40\t27"], [("27", "kamp")]),
    (["Avdeling\tVentetid (dager)", "Auge\t72"], [("72", "dag")]),
    (["Måned\tMars 2024", "Nes\t81"], []),
    (
        ["(Beløp i mill. kroner)\t2024\tNr", "Omsetning\t412\t7", "Volum (tonn)\t5 420\t8", "Kunder\t31\t9"],
        [("412000000", "NOK"), ("5420", "t"), ("31000000", "NOK")],
    ),
    (
        ["Fag\t2023\t2024", "Søkere\tKontrakter", "Bygg\t540\t410"],
        [("540", "søker"), ("410", "kontrakt")],
    ),
    (["Navn\tK\tV\tT", "Eid\t22\t16\t3"], []),
    (["(Mill. kroner)\t2024", "Resultat\t61", "Nr\t7"], [("61000000", "NOK")]),
    (["Navn\tAntall mål\tBesøkende i helgen", "Eid\t22\t310"], [("22", "mål"), ("310", "besøkende")]),
    (["Navn\tVolum (t)", "Eid\t22"], [("22", "t")]),
    (["Navn\t2023", "Finland\t22", "Bragernes\t1 440"], []),
    (["Navn\tHverdager\tBesøkende", "Skien\t8–18\t120", "Postnummer\t3701\t3902"], [("120", "besøkende")]),
    (["2015\tInnbyggere", "Hareid\t4 827\t5 150"], [("5150", "innbygger")]),
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


CAPTIONS = [
    ("Nye lærekontrakter i kommunene", "Bergen\t1 102\t1 178", [("1102", "lærekontrakt"), ("1178", "lærekontrakt")]),
    ("Antall søkere per fylke", "Bergen\t102\t178", [("102", "søker"), ("178", "søker")]),
    ("Hovedtall (mill. kroner)", "Inntekter\t1 102\t1 178", [("1102000000", "NOK"), ("1178000000", "NOK")]),
    ("Hovedtall (mill. kroner)", "Ansatte\t102\t178", [("102", "ansatt"), ("178", "ansatt")]),
    ("Slik fordeler funnene seg (prosent):", "Byggeplasser\t14\t13", [("14", "%"), ("13", "%")]),
    ("Hovedtall (mill. kroner)", "Barnehager\t102\t178", [("102000000", "NOK"), ("178000000", "NOK")]),
    ("Beløp i mill. kroner", "Helse\t102\t178", [("102000000", "NOK"), ("178000000", "NOK")]),
    ("Alle tall i 1000 kroner", "Helse\t102\t178", [("102000", "NOK"), ("178000", "NOK")]),
    ("Gjennomsnittlig ventetid (dager)", "Ortopedi\t81\t66", [("81", "dag"), ("66", "dag")]),
    ("Antall anmeldelser", "Narkotikasaker\t102\t178", [("102", "anmeldelse"), ("178", "anmeldelse")]),
    ("Fødte etter kommune", "Bergen\t102\t178", [("102", "født"), ("178", "født")]),
    ("Barn i barnehage per år", "Bergen\t102\t178", [("102", "barn"), ("178", "barn")]),
    ("Oppdrag mellom klokka 18 og 06", "Vold\t102\t178", [("102", "oppdrag"), ("178", "oppdrag")]),
    ("Folketall", "Bergen\t102\t178", [("102", "innbygger"), ("178", "innbygger")]),
    ("Skolene i Bergen", "Bergen\t102\t178", []),
    ("Navn med vekst", "Bergen\t102\t178", []),
    ("Elever i Bergen får nå nye bøker på skolen.", "Bergen\t102\t178", []),
    ("Viktige resultater for kommunene", "Bergen\t1 102\t1 178", []),
    ("Her er tallene for kommunene", "Bergen\t1 102\t1 178", []),
]


LISTS = [
    (("Nordstranda skule: 340", "Hyen skule: 61"), [("712", "elev"), ("340", "elev"), ("61", "elev")]),
    (
        ("– 12 barn fra Moss", "– 9 fra Os", "– 17 fra Vik"),
        [("712", "elev"), ("12", "barn"), ("9", "barn"), ("17", "barn")],
    ),
    (("– 12 barn fra Moss", "– 9 på torsdag"), [("712", "elev"), ("12", "barn")]),
]


@pytest.mark.parametrize(("lines", "counts"), LISTS, ids=lambda value: value[0] if isinstance(value[0], str) else "")
def test_the_lines_of_a_list_go_on_with_what_was_counted_above(lines, counts):
    blocks = (
        Block("paragraph", "De 712 elevene kom sammen til skolestart."),
        *(Block("list_item", line) for line in lines),
    )
    doc = annotate(Release(SOURCE, (Block("title", "Skolestart"), *blocks), language="nb"))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == counts


NOTES = [
    ("Tallene viser antall serveringssteder.", [("60", "serveringssted"), ("12", "serveringssted")]),
    ("Antall fødsler. Kilde: Helse Førde.", [("60", "fødsel"), ("12", "fødsel")]),
    ("Alle beløp i 1 000 kroner.", [("60000", "NOK"), ("12000", "NOK")]),
    ("Kilde: Mattilsynet", []),
    ("Mattilsynet gir støtte i kroner: det er nytt", []),
]


@pytest.mark.parametrize(("below", "counts"), NOTES, ids=lambda value: value[:30] if isinstance(value, str) else "")
def test_a_table_takes_what_it_counts_from_the_note_below_it(below, counts):
    table = (Block("table_row", "By\tBlidt\tSur"), Block("table_row", "Oslo\t60\t12"), Block("paragraph", below))
    doc = annotate(Release(SOURCE, (Block("title", "Smilefjes"), *table), language="nb"))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == counts


def test_columns_that_tell_something_else_take_nothing_from_the_caption():
    rows = ("Felt\tAntall\tFerdig", "Vik\t220\t12", "Os\t180\t14")
    blocks = (Block("caption", "Boliger etter felt"), *(Block("table_row", row) for row in rows))
    doc = annotate(Release(SOURCE, (Block("title", "Fornebu"), *blocks), language="nb"))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == [("220", "bolig"), ("180", "bolig")]


@pytest.mark.parametrize(("above", "row", "counts"), CAPTIONS, ids=lambda value: value[:30] if value else "none")
def test_columns_of_years_take_what_they_count_from_the_caption(above, row, counts):
    blocks = (
        Block("title", "Tall"),
        Block("caption", above),
        Block("table_row", "Navn\t2024\t2025"),
        Block("table_row", row),
    )
    doc = annotate(Release(SOURCE, blocks, language="nb"))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == counts


LISTS = [
    (
        "Slik fordeler funna seg (prosent):",
        "nn",
        ["Fiskeri og oppdrett: 54", "Byggjeplassar: 14"],
        [("54", "%"), ("14", "%")],
    ),
    (
        "Slik fordeler studentane seg:",
        "nn",
        ["Lærarutdanning: 452 (383 i fjor)", "Media og journalistikk: 301"],
        [("452", "student"), ("383", "student"), ("301", "student")],
    ),
    (
        "Dette er tilboda",
        "nn",
        ["Helsefag: 540 kontraktar", "Byggfag: 495 kontraktar", "Elektro og datateknologi: 438"],
        [("540", "kontrakt"), ("495", "kontrakt"), ("438", "kontrakt")],
    ),
    ("Dette er tilboda", "nn", ["Lengd: 540 meter", "Elektro og datateknologi: 438"], [("540", "m")]),
    (
        "Nøkkeltall (i millioner kroner, 2021 i parentes)",
        "nb",
        [
            "Driftsinntekter 1 360 (987)",
            "Resultat før skatt 355 (1 264)",
            "Ansatte 120",
            "Slaktet volum (tonn) 14 200 (11 900)",
        ],
        [
            ("1360000000", "NOK"),
            ("987000000", "NOK"),
            ("355000000", "NOK"),
            ("1264000000", "NOK"),
            ("120", "ansatt"),
            ("14200", "t"),
            ("11900", "t"),
        ],
    ),
    (
        "Nye takster (gamle i parentes)",
        "nb",
        ["Bil: 118 kr (98)", "Slaktet volum: 4 800 tonn (5 950)", "Høyde: 120 meter (2)", "14 stengninger (9 i fjor)"],
        [
            ("118", "NOK"),
            ("98", "NOK"),
            ("4800", "t"),
            ("5950", "t"),
            ("120", "m"),
            ("14", "stengning"),
            ("9", "stengning"),
        ],
    ),
    (
        "Uttaket rammer disse kommunene:",
        "nb",
        ["Fredrikstad: 210 medlemmer", "Ringsaker: 120", "Kristiansand: 85"],
        [("210", "medlem"), ("120", "medlem"), ("85", "medlem")],
    ),
    ("Fakta", "nb", ["Undersøkelser i 2020", "11 230", "Etasje", "3"], [("11230", "undersøkelse")]),
    ("Fakta", "nb", ["Undersøkelser i 2020: 11 230", "Rom 12", "Peter: 3"], [("11230", "undersøkelse")]),
]


@pytest.mark.parametrize(("above", "code", "lines", "counts"), LISTS, ids=lambda value: str(value)[:30])
def test_a_line_of_a_list_takes_what_it_counts_from_label_heading_or_the_lines_above(above, code, lines, counts):
    blocks = (Block("title", "Tall"), Block("heading", above), *(Block("fact_box", line) for line in lines))
    doc = annotate(Release(SOURCE, blocks, language=code))
    assert [(value, unit) for _, value, _, unit, _, _ in read(doc)] == counts


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


def test_a_heading_takes_its_noun_from_the_whole_that_its_number_is_a_part_of_below():
    blocks = (
        Block("title", "Verftet varsler kutt"),
        Block("paragraph", "De har 80 sveisere."),
        Block("heading", "Permitterer 112"),
        Block("paragraph", "Verftet permitterer 112 av 340 ansatte."),
    )
    doc = annotate(Release(SOURCE, blocks, language="nb"))
    assert [(text, unit) for text, _, _, unit, _, _ in read(doc)] == [
        ("80 sveisere", "sveiser"),
        ("112", "ansatt"),
        ("340 ansatte", "ansatt"),
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
