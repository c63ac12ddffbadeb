"""How sure a rule is before its confidence is calibrated: `confidence/FIELD.csv`, a row a rule."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import rows


@cache
def prior(field: str, by: str) -> float:
    """The share of a rule's finds that are right, by the record's field and the rule's name.

    KeyError where the table has no row for the rule: every rule needs one.
    """
    return {row["by"]: float(row["confidence"]) for row in rows(f"confidence/{field}.csv")}[by]
