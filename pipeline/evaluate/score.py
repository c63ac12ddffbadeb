"""Precision, recall and F1 of records against answers, field by field.

A record belongs to the case whose stem is the stem of its `source.uri`; a case without a record counts as all missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal

from pipeline.evaluate.items import FIELDS, Items, answer_items, record_items

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Hashable, Iterable, Sequence

    from models.record import Record
    from pipeline.evaluate.answers import Case

ENOUGH = 2  # a quote is found where the shorter text is at least one half of the longer


@dataclass(frozen=True, slots=True)
class Miss:
    """One item that was missed, or found falsely."""

    stem: str
    field: str
    kind: Literal["missed", "false"]
    item: Hashable


@dataclass(slots=True)
class FieldScore:
    """How many items of a field were found, missed and found falsely."""

    hit: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """The share of the finds that are right; 1 where nothing was found."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of the items that were found; 1 where there are none."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing found."""
        total = 2 * self.hit + self.false + self.missed
        return 2 * self.hit / total if total else 1.0


@dataclass(slots=True)
class Score:
    """The score of a set of cases."""

    cases: int = 0
    records: int = 0
    fields: dict[str, FieldScore] = field(default_factory=lambda: {name: FieldScore() for name in FIELDS})
    errors: list[Miss] = field(default_factory=list)


def score(cases: Sequence[Case], records: Iterable[Record]) -> Score:
    """The score of the records against the cases. Records that belong to no case are left out."""
    found = {_stem(record.source.uri): record for record in records}
    total = Score(cases=len(cases), records=sum(case.stem in found for case in cases))
    for case in cases:
        got = record_items(found[case.stem]) if case.stem in found else Items().need
        items = answer_items(case.answer)
        for name in FIELDS:
            _add(total, case.stem, name, items, got[name])
    return total


def _stem(uri: str) -> str:
    return PurePath(re.split(r"!|::", uri)[-1]).stem


def _add(total: Score, stem: str, name: str, items: Items, got: Counter[Hashable]) -> None:
    need, may = items.need[name], items.may[name]
    lost, extra = need - got, got - need - may
    if name == "quotes":
        hits = _matches(need, got)
        missed, false = need.total() - hits, max(0, got.total() - hits - _matches(may, got))
        extra = got - need
    else:
        hits, missed, false = (need & got).total(), lost.total(), extra.total()
    row = total.fields[name]
    row.hit += hits
    row.missed += missed
    row.false += false
    if missed or false:
        total.errors += [Miss(stem, name, "missed", item) for item in lost]
        total.errors += [Miss(stem, name, "false", item) for item in extra]


def _matches(need: Counter[Hashable], got: Counter[Hashable]) -> int:
    """How many quotes are found: the same speaker, and one text within the other, at least half as long."""
    rest = list(got.elements())
    hits = 0
    for wanted in need.elements():
        for other in rest:
            if same_quote(wanted, other):
                rest.remove(other)
                hits += 1
                break
    return hits


def same_quote(wanted: Any, other: Any) -> bool:
    """Whether two quotes are one: the same speaker, and one text within the other, at least half as long."""
    (speaker, text), (other_speaker, other_text) = wanted, other
    short, long = sorted((text, other_text), key=len)
    return bool(speaker == other_speaker and short and short in long and len(short) * ENOUGH >= len(long))
