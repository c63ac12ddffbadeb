"""What a role is in is a municipality with its number, or a body as it is written."""

from __future__ import annotations

import pytest

from models.record import CountyName, Mention, Municipality
from pipeline.normalise.people.belonging import Bodies, Body

TEXT = "Hustadvika kommune, Hustavika, Moldes ordfører, Vik IL, Moss' leder, Moldestad skole"
HUSTADVIKA, MOLDE = Body("Hustadvika", "1579"), Body("Molde", "1506")


def municipality(name: str, code: str, start: int, text: str) -> Municipality:
    return Municipality(
        code=code,
        name=name,
        county=CountyName(code="15", name="Møre og Romsdal"),
        historical=False,
        current_codes=(code,),
        mentions=(Mention(start=start, end=start + len(text), text=text),),
        confidence=1,
        by="test",
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hustadvika kommune", HUSTADVIKA),
        ("Hustadvika", HUSTADVIKA),
        ("Hustavika", HUSTADVIKA),
        ("Moldes", MOLDE),
        ("Vik IL", Body("Vik IL")),
        ("Moss", Body("Moss")),
        ("Moldestad skole", Body("Moldestad skole")),
    ],
)
def test_the_body_that_words_name(words: str, expected: Body) -> None:
    known = [
        municipality("Hustadvika", "1579", 0, "Hustadvika kommune"),
        municipality("Molde", "1506", TEXT.index("Moldes"), "Moldes"),
    ]
    start = TEXT.index(words)
    assert Bodies(TEXT, known).body((start, start + len(words))) == expected
