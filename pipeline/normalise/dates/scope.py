"""What an expression is resolved against: the day of the article, the lean of the sentence, the dates named before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from models.edtf import bounds, precision
from pipeline.spans.dates import Lean

SIZES = ("minute", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Named:
    """A date that the text has named: its value, and the number of the sentence it stands in."""

    edtf: str
    sentence: int
    year_told: bool  # the text told the year, or a year by its distance


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression is resolved against; `named` are the dates before it, the last one first."""

    published: date | None
    lean: Lean = Lean.NEAR
    sentence: int = 0
    named: tuple[Named, ...] = ()

    def at(self, lean: Lean, sentence: int) -> Scope:
        """The scope for an expression of a sentence."""
        return replace(self, lean=lean, sentence=sentence)

    def after(self, edtf: str, *, year_told: bool) -> Scope:
        """The scope once a date has been named."""
        return replace(self, named=(Named(edtf, self.sentence, year_told), *self.named[:8]))

    def in_sentence(self) -> Scope:
        """The scope with the dates of its own sentence alone."""
        return replace(self, named=tuple(date_ for date_ in self.named if date_.sentence == self.sentence))

    def anchor(self, unit: str, *, back: bool = False) -> date | None:
        """The day that "etter" and "samme" count from: the last date named that is as fine as the unit.

        What is counted back ("helga før") is counted from its first day, else from its last.
        """
        wide = SIZES.index(unit) if unit in SIZES else 2
        for date_ in self.named:
            start, end = bounds(date_.edtf)
            fine = precision(date_.edtf)
            size = SIZES.index(fine) if fine in SIZES else (1 if _of_days(date_.edtf) else 7)
            if size <= wide and (end or start):
                day = (start or end) if back else (end or start)
                return date.fromisoformat((day or "")[:10])
        return self.published if unit == "year" else None

    def named_as(self, unit: str) -> date | None:
        """The first day of the latest quarter or half that the text named: "samme kvartal i fjor" is like that one."""
        if unit not in ("quarter", "half"):
            return None
        starts = [bounds(date_.edtf)[0] or "" for date_ in self.named if precision(date_.edtf) == unit]
        return date.fromisoformat(max(starts)[:10]) if starts else None

    def told_year(self) -> int | None:
        """The year that the text told in this sentence or the one before, where it is another than the article's."""
        last = self.named[0] if self.named else None
        if last is None or not last.year_told or self.sentence - last.sentence > 1 or self.published is None:
            return None
        year, whole = int(last.edtf[:4]), len(last.edtf) == len("2022")
        if whole:  # "Neste år? Spør meg igjen 1. mai"
            near = year == self.published.year + 1 or last.sentence == self.sentence
            return year if near and year > self.published.year and self.lean is not Lean.PAST else None
        return year if year < self.published.year and self.lean is Lean.PAST else None


def _of_days(edtf: str) -> bool:
    return "/" in edtf and len(edtf.partition("/")[0]) >= len("2022-09-30")
