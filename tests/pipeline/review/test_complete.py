"""A filled-in form becomes a value of the record, or says what is wrong."""

import pytest

from pipeline.review.complete import value
from pipeline.review.suggest import suggest


def place(record, words):
    at = record.text.index(words)
    return at, at + len(words)


@pytest.mark.parametrize(
    ("field", "words", "given", "expected"),
    [
        ("municipalities", "Molde", {"code": "1506 Molde"}, {"code": "1506", "name": "Molde", "historical": False}),
        ("municipalities", "Molde", {"code": "1502"}, {"code": "1502", "historical": True, "current_codes": ["1506"]}),
        ("counties", "Molde", {"code": "15"}, {"code": "15", "name": "Møre og Romsdal"}),
        ("organizations", "brua", {"name": " Brua AS "}, {"name": "Brua AS"}),
        ("dates", "12. mai", {"edtf": "2024-05"}, {"start": "2024-05-01", "end": "2024-05-31", "precision": "month"}),
        ("counts", "40", {"value": "1 234,5", "unit": "NOK", "kind": "money"}, {"value": 1234.5, "value_max": None}),
        (
            "counts",
            "40",
            {"value": "3", "value_max": "5", "unit": "bru", "kind": "count"},
            {"value": 3, "value_max": 5},
        ),
        ("quotes", "Det er stort", {"speaker": "Kari Vik", "text": "Det er stort"}, {"speaker": "Kari Vik"}),
    ],
)
def test_a_form_makes_a_value(made, field, words, given, expected):
    record = made.record()
    got = value(field, given, record, None, place(record, words))
    assert got | expected == got
    assert (got["by"], got["confidence"]) == ("reviewer", 1)


def test_a_role_stands_where_its_title_does(made):
    record = made.record()
    given = {"name": "Kari Vik", "roles": [{"title": "ordfører", "municipality": "1506 Molde"}]}
    role = value("people", given, record, None, place(record, "Kari Vik"))["roles"][0]
    assert (role["mention"]["text"], role["municipality"]) == ("Ordfører", "1506")


@pytest.mark.parametrize(
    ("field", "given", "reason"),
    [
        ("municipalities", {"code": "Molde"}, "no number of a place"),
        ("municipalities", {"code": "9999"}, "no place has the number"),
        ("dates", {"edtf": "2024-02-30"}, "day"),
        ("dates", {"edtf": "i går"}, "EDTF"),
        ("counts", {"value": "mange", "unit": "bru", "kind": "count"}, "no number"),
        ("organizations", {"name": "  "}, "name is empty"),
        ("weather", {}, "no kind of value"),
    ],
)
def test_a_wrong_form_says_what_is_wrong(made, field, given, reason):
    with pytest.raises(ValueError, match=reason):
        value(field, given, made.record(), None, (0, 5))


def test_a_new_value_needs_its_words(made):
    with pytest.raises(ValueError, match="select the words"):
        value("organizations", {"name": "Brua AS"}, made.record(), None, None)


@pytest.mark.parametrize(
    ("field", "words", "expected"),
    [
        ("municipalities", "Molde", {"code": "1506 Molde"}),
        ("municipalities", "Brua", {}),
        ("dates", "12. mai", {"edtf": "2024-05-12"}),
        ("people", "Kari Vik", {"name": "Kari Vik", "party": "", "roles": []}),
        ("quotes", "– Det er stort", {"speaker": "", "text": "Det er stort"}),
    ],
)
def test_selected_words_fill_the_form(made, field, words, expected):
    record = made.record()
    assert suggest(field, record, *place(record, words)) == expected


def test_a_selected_amount_fills_the_form(made):
    record = made.record()
    given = suggest("counts", record, *place(record, "40 millioner kroner"))
    assert (given["value"], given["unit"], given["kind"]) == (40000000, "NOK", "money")
