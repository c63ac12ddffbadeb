"""EDTF values: precision and bounds."""

import pytest
from edtf import parse_edtf

from models.edtf import bounds, precision

FORMS = [
    ("2022-09-30T14:00", "minute", "2022-09-30T14:00", "2022-09-30T14:00"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("2023-02", "month", "2023-02-01", "2023-02-28"),
    ("2022", "year", "2022-01-01", "2022-12-31"),
    ("199X", "decade", "1990-01-01", "1999-12-31"),
    ("18XX", "century", "1800-01-01", "1899-12-31"),
    ("2022-21", "season", "2022-03-01", "2022-05-31"),
    ("2023-24", "season", "2023-12-01", "2024-02-29"),
    ("2022-36", "quarter", "2022-10-01", "2022-12-31"),
    ("2022-40", "half", "2022-01-01", "2022-06-30"),
    ("2022-09-12/2022-09-18", "week", "2022-09-12", "2022-09-18"),
    ("2022-09-13/2022-09-19", "interval", "2022-09-13", "2022-09-19"),
    ("2019/2023", "interval", "2019-01-01", "2023-12-31"),
    ("2024-01-01/..", "interval", "2024-01-01", None),
    ("../2024-01-01", "interval", None, "2024-01-01"),
    ("2024-06-19T17:00/2024-06-19T20:00", "interval", "2024-06-19T17:00", "2024-06-19T20:00"),
]
NO_FORMS = ["", "2022-13", "2022-02-30", "2022-25", "../..", "fredag", "2022-09-30T25:00", "2024/2023", "2XXX", "18X"]


@pytest.mark.parametrize(("edtf", "precise", "start", "end"), FORMS)
def test_a_value_has_a_precision_and_a_first_and_last_day(edtf, precise, start, end):
    assert precision(edtf) == precise
    assert bounds(edtf) == (start, end)


@pytest.mark.parametrize("edtf", NO_FORMS)
def test_what_is_no_value_is_refused(edtf):
    with pytest.raises(ValueError, match=r".+"):
        bounds(edtf)


@pytest.mark.parametrize("edtf", [row[0] for row in FORMS])
def test_every_form_is_edtf(edtf):
    """The library reads clock times with seconds only, and no interval of two of them: each end is given to it."""
    for value in edtf.split("/") if "T" in edtf else [edtf]:
        assert parse_edtf(f"{value}:00" if "T" in value else value)
