"""From page to record: offsets always true, one document's defect stops it alone."""

import pytest

from models.errors import ParseError, ReleaseError
from models.page import Page
from models.record import Record
from pipeline import run

TEXT = (
    "Ny skole i Molde\n\nPublisert 30.09.2022\n\nRektor Kari Vik tar imot 400 elever mandag, sier ordføreren i Aukra.\n"
)


def page(text, uri="a.txt"):
    return Page(uri=uri, content=text.encode(), media_type="text/plain")


def test_a_page_gives_its_record():
    record = run.extract(page(TEXT))
    assert [place.code for place in record.municipalities] == ["1506", "1547"]
    assert record.published.isoformat() == "2022-09-30"
    assert {section.kind for section in record.sections} == {"title", "paragraph"}


@pytest.mark.parametrize(
    "text",
    [
        "Emoji 🎉🎉 i Molde\n\nKari Vik 👩‍👩‍👧 fikk 3 🎂 fredag.",
        "KOMMUNEN SIER NEI\n\nORDFØRER KARI VIK (AP) SIER NEI TIL 45 MILLIONER.",
        "Samisk\n\nÁile Máret Somby, ordfører i Guovdageaidnu/Kautokeino, åpnet 6. februar.",
        'Tom\n\n« « « – – – " " ( ( ( 1 1 1 mai mai mai',
        "A\n\n" + "Kari Vik, leder – " * 200,
        "Kommunerna\n\nKommunerna ska inte betala mer än de gör nu, säger ordföranden och är glad för det.",
    ],
)
def test_whatever_the_text_the_mentions_are_true(text):
    record = run.extract(page(text))
    for _, mention in record.mentions():
        assert record.text[mention.start : mention.end] == mention.text


def test_another_language_is_told():
    text = "The council\n\nThe council has not been able to find the money that was promised by the government."
    record = run.extract(page(text))
    assert record.language == "en"
    assert "not-norwegian" in record.warnings


def test_without_a_day_the_record_says_so():
    record = run.extract(page("Ny skole\n\nSkolen i Molde åpner mandag."))
    assert "no-publication-date" in record.warnings
    assert not record.dates
    assert record.municipalities[0].code == "1506"


def test_a_defect_of_ours_stops_its_document_alone(monkeypatch):
    def parse(one):
        if one.uri == "bad.txt":
            raise ZeroDivisionError("boom")
        raise ParseError(one.uri, "no headline")

    monkeypatch.setattr(run, "parse", parse)
    first, second = run.attempt(page("x", "bad.txt")), run.attempt(page("x", "other.txt"))
    assert isinstance(first, ReleaseError)
    assert first.reason == "internal error: ZeroDivisionError: boom"
    assert second.reason == "no headline"


def test_the_same_page_gives_the_same_record():
    one, two = run.extract(page(TEXT)), run.extract(page(TEXT))
    assert isinstance(one, Record)
    assert one == two
