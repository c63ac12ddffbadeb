"""Rows come back from PostgreSQL's COPY as they were, whatever is in them, or are refused by name."""

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.load.copy_text import OPTIONS, copy_text

ODD = [
    "None",
    "\\None",
    "\\N",
    "\\.",
    "\\",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\\t",
    "a\tb",
    "None\n",
    "",
    " ",
    "ø–🎉",
    "\x01",
    "%s",
]
texts = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9)
rows_of_values = st.lists(st.tuples(texts, st.none() | texts, st.integers(-9, 9), st.booleans(), texts), max_size=4)


@pytest.fixture
def table(new_database):
    """A connection to a database with a table of every kind of value."""
    with psycopg.connect(new_database()) as connection:
        connection.execute("CREATE TABLE kinds (a text NOT NULL, b text, c integer, d boolean, e text NOT NULL)")
        yield connection


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows_of_values)
def test_rows_come_back(table, rows):
    with table.cursor() as cursor:
        with cursor.copy(f"COPY kinds FROM STDIN {OPTIONS}") as copy:
            copy.write(copy_text(rows))
        found = cursor.execute("DELETE FROM kinds RETURNING *").fetchall()
    assert sorted(map(repr, found)) == sorted(map(repr, rows))


def test_a_nul_is_refused():
    with pytest.raises(ValueError, match="NUL"):
        copy_text([("a",), ("b\0",)])
