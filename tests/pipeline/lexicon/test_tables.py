"""The tables of words: no row stands twice, and a word has one row where the table says one thing of it."""

from collections import Counter
from pathlib import Path

import pytest

from pipeline.lexicon import tables
from pipeline.lexicon.tables import rows

FOLDER = Path(tables.__file__).parent
TABLES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.csv"))
SEVERAL_ROWS = {  # tables that may say several things of one word
    "calendar/evidence.csv",
    "count_words.csv",
    "name_blockers.csv",
    "place_words.csv",
    "speech_verbs.csv",
    "speech_words.csv",
}


def _twice(keys):
    return [key for key, times in Counter(keys).items() if times > 1]


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name):
    assert _twice(tuple(row.values()) for row in rows(name)) == []


@pytest.mark.parametrize("name", [one for one in TABLES if one not in SEVERAL_ROWS and not one.startswith("kommuner/")])
def test_a_word_has_one_row(name):
    assert _twice(next(iter(row.values())) for row in rows(name)) == []
