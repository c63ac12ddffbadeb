"""What a date is counted from where it is one that the text named before."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.annotate import dates as marking
from pipeline.annotate.sentences import annotate as split
from pipeline.annotate.tokenizer import language
from pipeline.normalise import dates as worth
from pipeline.normalise.context import Context


@pytest.mark.parametrize(
    ("text", "on", "found"),
    [
        ("Han tok eksamen i 1964 og ble året etter lensmannsbetjent.", "2024-02-25", ["1964", "1965"]),
        (
            "Skolen brant ned 11. november 1978, og høsten etter tok elevene til i brakker.",
            "2024-06-03",
            ["1978-11-11", "1979-23"],
        ),
        (
            "Hvis planen godkjennes før 1. september, kan byggingen starte våren etter.",
            "2024-06-03",
            ["2024-09-01", "2025-21"],
        ),
        ("Sommeren 2022 mistet de mye. Nemnda ga tillatelse 3. juli.", "2023-08-19", ["2022-22", "2022-07-03"]),
        ("Møtet mandag ble avlyst, og befaringen torsdag uken før også.", "2023-09-20", ["2023-09-18", "2023-09-14"]),
        ("Han visste året etter at det var over.", "2024-02-25", []),
        (
            "Prisene økte i andre kvartal. Andre kvartal i fjor var svakere. Det er flere enn i samme kvartal året før.",
            "2024-08-20",
            ["2024-34", "2023-34", "2023-34"],
        ),
        (
            "Klubben arrangerer NM i 2026. Året etter går turen til Sogndal, der konkurransene avvikles 2.–5. juli.",
            "2025-05-01",
            ["2026", "2027", "2027-07-02/2027-07-05"],
        ),
    ],
)
def test_a_date_is_counted_from_the_one_before(text: str, on: str, found: list[str]) -> None:
    doc = marking.annotate(split(language("nb")(text)))
    reading = worth.normalise(doc, Context(published=date.fromisoformat(on)))
    told = sorted((mention.start, value.edtf) for value in reading.values for mention in value.mentions)
    assert [edtf for _, edtf in told] == found
