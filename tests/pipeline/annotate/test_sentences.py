"""Where sentences begin, in both written standards."""

import time

import pytest

from pipeline.annotate import sentences
from pipeline.annotate.tokenizer import language

ROWS = [
    ("Vi møtes 12. november. Da blir det kake.", 2),
    ("Han er 2. nestleder i laget. Hun leder det.", 2),
    ("Det kostet ca. 40 mill. kroner. Nå er det slutt.", 2),
    ("Dr. Kari Vik og St. Olavs hospital bygger. Lars M. Lunner er glad.", 2),
    ("Vi må sjå på skule, barnehage m.m. Kommunestyret avgjer.", 2),
    ("– Vi gleder oss! Dette blir bra, sier hun.", 2),
    ("«Dette går ikke.» Han ristet på hodet.", 2),
    ("Hva nå? Ingen vet. «Kanskje i mai», sier han.", 3),
    ("Prisen er 3.5 prosent. 40 stemte for.", 2),
    ("Avtalen gjelder ut 2025. Deretter vurderes den på nytt.", 2),
    ("Saka er omtalt i pkt. 4 og kap. 3 jf. § 5 nr. 2 i lova.", 1),
    ("Ho flytta til Oslo i 1998 … Der vart ho.", 2),
    ("1. Vedtak om budsjett\n– Punkt to", 2),
    ("Møtet starter kl. 18.00. Velkommen!", 2),
]


def split(text):
    return list(sentences.annotate(language("nb")(text)).sents)


@pytest.mark.parametrize(("text", "count"), ROWS, ids=[row[0][:30] for row in ROWS])
def test_a_sentence_ends_where_a_reader_ends_it(text, count):
    assert len(split(text)) == count, [sentence.text for sentence in split(text)]


def test_a_block_ends_a_sentence_without_a_full_stop():
    assert [sentence.text.strip() for sentence in split("Ny skole\n\nSkolen åpner mandag")] == [
        "Ny skole",
        "Skolen åpner mandag",
    ]


@pytest.mark.clock
@pytest.mark.parametrize("junk", [". ", "« ", "1. ", "\n", ".", "A. "])
def test_junk_costs_linear_time(junk):
    text = junk * (300_000 // len(junk))
    started = time.process_time()
    sum(1 for _ in sentences.BOUNDARY.finditer(text))
    assert time.process_time() - started < 3
