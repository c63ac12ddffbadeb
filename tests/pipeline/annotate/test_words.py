"""Rows of words: whatever the text, each word stands where the row says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.organizations.words import WORD
from pipeline.annotate.people.words import SIGN
from pipeline.annotate.words import Row

TEXTS = st.text(st.one_of(st.sampled_from("Aab.-‑'’&/ \t\n\r\u00a0\u20281«St"), st.characters()), max_size=60)


@pytest.mark.parametrize(("pattern", "signs"), [(WORD, "\n\t"), (SIGN, "\n")])
@given(text=TEXTS)
def test_every_word_stands_where_the_row_says(pattern, signs, text):
    row, before = Row(text, pattern, signs), 0
    for at in range(len(row)):
        word = row[at]
        assert text[word.start : word.end] == word.text == row.at(at)
        gap = text[before : word.start]
        assert not gap.strip()
        assert not set(gap) & set(signs)
        assert word.spaced == (gap == " ")
        before = word.end
    assert not text[before:].strip()
    assert not set(text[before:]) & set(signs)
