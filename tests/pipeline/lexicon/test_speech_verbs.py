"""The table of speech verbs is whole."""

from __future__ import annotations

import pytest

from pipeline.lexicon.speech_verbs import STRENGTHS, TABLE, speech_verbs
from pipeline.lexicon.tables import rows


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: f"{row['lemma']}-{row['standards']}")
def test_every_row_is_whole(row: dict[str, str]) -> None:
    assert all(value for header, value in row.items() if header != "particle")
    assert row["strength"] in STRENGTHS
    assert set(row["standards"].split()) <= {"nb", "nn"}


@pytest.mark.parametrize("form", ["sier", "seier", "sa", "fortel", "fortalde", "skreiv", "meiner", "påpeker"])
def test_both_standards_are_there(form: str) -> None:
    assert form in speech_verbs("speech")
