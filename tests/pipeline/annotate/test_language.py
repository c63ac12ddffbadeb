"""Which language a text is in."""

import pytest

from pipeline.annotate.language import language

ROWS = [
    ("nb", "Ordføreren sier at kommunen ikke har råd til flere stillinger i år."),
    ("nn", "Ordføraren seier at kommunen ikkje har råd til fleire stillingar i år."),
    ("nb", "Kommunestyret vedtok budsjettet mandag kveld. De fikk flertall for forslaget sitt."),
    ("nn", "Kommunestyret vedtok budsjettet måndag kveld. Dei fekk fleirtal for framlegget sitt."),
    ("nn", "Elevane kjem frå heile fylket, og fleire av dei bur på hybel."),
    ("nb", "Elevene kommer fra hele fylket, og flere av dem bor på hybel."),
    ("sv", "Kommunen har inte råd med fler tjänster, säger han och pekar på att det är dyrt för alla."),
    (
        "da",
        "Kommunen har ikke råd til flere stillinger, siger borgmesteren, og det bliver dyrt efter jul, hvad nogle ikke ved.",
    ),
    ("en", "The council has not been able to find the money that was promised by the government."),
    ("se", "Sámediggi lea mearridan ahte dat mii lea dehálaš ferte vuoruhuvvot, ja dat lea buorre."),
    ("und", "1 2 3 4"),
    ("und", ""),
]


@pytest.mark.parametrize(("code", "text"), ROWS, ids=[f"{code}-{text[:12]}" for code, text in ROWS])
def test_the_words_tell_the_language(code, text):
    assert language(text) == code


def test_the_words_overrule_what_the_page_declares():
    assert language("Ordføraren seier at kommunen ikkje har råd.", declared="nb-NO") == "nn"


def test_the_page_decides_where_no_word_tells():
    assert language("Kontakt: 51 50 70 90", declared="no") == "nb"
