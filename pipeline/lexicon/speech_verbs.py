"""The verbs that attribute speech ("sier", "seier", "fortalde"), in both written standards."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import rows

TABLE = "speech_verbs.csv"
STRENGTHS = ("speech", "manner")


@cache
def speech_verbs(*strengths: str) -> frozenset[str]:
    """The finite forms of the verbs of the given strengths (all where none is given).

    >>> "seier" in speech_verbs(), "smiler" in speech_verbs("speech"), "smiler" in speech_verbs("manner")
    (True, False, True)
    """
    wanted = strengths or STRENGTHS
    return frozenset(
        form for row in rows(TABLE) if row["strength"] in wanted for form in f"{row['present']} {row['past']}".split()
    )
