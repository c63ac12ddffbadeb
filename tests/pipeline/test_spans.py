"""Marks: exact characters, order, and what is handed on with them."""

import pytest
import spacy

from pipeline.spans import COUNTS, DATES, extent, facts, mark, marks, mention, overlaps, text_of


@pytest.fixture
def doc():
    return spacy.blank("nb")("NRK-journalist Kari møtte 40 fredag.")


def test_a_mark_keeps_its_exact_characters(doc):
    span = mark(doc, DATES, 0, 3, by="x")
    assert (text_of(span), span.text) == ("NRK", "NRK-journalist")
    assert mention(span).model_dump() == {"start": 0, "end": 3, "text": "NRK"}


def test_marks_come_in_the_order_of_the_text_the_longer_first(doc):
    for start, end in ((26, 28), (0, 3), (0, 14)):
        mark(doc, COUNTS, start, end, by="x")
    assert [extent(span) for span in marks(doc, COUNTS)] == [(0, 14), (0, 3), (26, 28)]


def test_facts_stay_with_their_mark_and_group(doc):
    dated = mark(doc, DATES, 26, 28, by="x", facts="date")
    counted = mark(doc, COUNTS, 26, 28, by="x")
    assert (facts(dated, DATES), facts(counted, COUNTS)) == ("date", None)


def test_overlap_is_of_characters(doc):
    mark(doc, DATES, 0, 3, by="x")
    assert overlaps(doc, DATES, 2, 9)
    assert not overlaps(doc, DATES, 3, 9)
    assert not overlaps(doc, COUNTS, 0, 3)


def test_a_mark_outside_the_text_is_refused(doc):
    with pytest.raises(ValueError, match="no text at"):
        mark(doc, DATES, 500, 510, by="x")
