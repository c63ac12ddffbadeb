"""Bytes become the right letters: UTF-8 first, then declared, then detected; mojibake in the file is undone."""

import pytest

from models.errors import ReadError
from models.page import Page
from scrapers.decode import decode

TEXT = "Ærlig talt: Åse på Røst får én gås – «og så?» sier hun."
PLAIN = "Blåbærsyltetøy på brødskiva, sier Pål. Nå er det høst, og bærene må plukkes før frosten kommer."


def _read(content, **headers):
    return decode(Page("a.html", content, "text/html", headers={"content-type": headers.get("of", "")}))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (TEXT.encode(), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        (PLAIN.encode("latin-1"), PLAIN),
        (b'<meta charset="utf-8">' + TEXT.encode("cp1252"), '<meta charset="utf-8">' + TEXT),
        (b'<meta charset="iso-8859-1">' + TEXT.encode(), '<meta charset="iso-8859-1">' + TEXT),
        (b'<meta charset="iso-8859-1">' + TEXT.encode("cp1252"), '<meta charset="iso-8859-1">' + TEXT),
        (b"<meta charset=iso-8859-10>" + "Kárášjohka".encode("iso-8859-10"), "<meta charset=iso-8859-10>Kárášjohka"),
        (b"<meta charset=finnes-ikke>" + PLAIN.encode("cp1252"), "<meta charset=finnes-ikke>" + PLAIN),
        (TEXT.encode().decode("latin-1").encode(), TEXT),
        ("Kautokeino: čáhci ja boazu, sátni ja giella".encode(), "Kautokeino: čáhci ja boazu, sátni ja giella"),
        ("Ã er en bokstav på portugisisk".encode(), "Ã er en bokstav på portugisisk"),
    ],
)
def test_bytes_become_the_right_letters(content, text):
    assert _read(content) == text


def test_what_the_server_declares_counts_where_the_page_declares_nothing():
    assert _read("Čáhci".encode("iso-8859-10"), of="text/html; charset=iso-8859-10") == "Čáhci"


def test_a_stray_byte_in_utf8_spoils_one_letter_alone():
    content = (PLAIN * 3).encode() + b"\xe5" + PLAIN.encode()
    assert _read(content) == PLAIN * 3 + "\ufffd" + PLAIN


def test_a_letter_cut_at_the_end_spoils_nothing_else():
    assert _read(PLAIN.encode() + "ø".encode()[:1]).startswith(PLAIN)


def test_bytes_that_are_no_text_are_refused_by_name():
    with pytest.raises(ReadError, match=r"a\.html: the file is binary"):
        _read(bytes(range(256)) * 10)
