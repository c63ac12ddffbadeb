"""Text is cleaned of what nobody sees, and of nothing else."""

import pytest

from scrapers.text import clean, line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("syke\u00adhus", "sykehus"),
        ("a\u00a0b\u202fc\u2009d", "a b c d"),
        ("a\u200bb\ufeff", "ab"),
        ("a \r\n b\r\rc", "a\nb\nc"),
        ("\x00a\x07", "a"),
        ("– «Kárášjohka» – ½ m²", "– «Kárášjohka» – ½ m²"),
        ("  ", ""),
    ],
)
def test_white_space_is_one_space_and_invisible_letters_go(text, cleaned):
    assert clean(text) == cleaned


def test_a_line_has_no_breaks():
    assert line("a\n\nb\tc") == "a b c"
