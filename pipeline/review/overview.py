"""An overview of a records file: one pass over the records, everything that the report shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic_core import from_json

from pipeline.lexicon.register import counties
from pipeline.review.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.record import Record

FIELDS = ("lead", "published", "publisher", *(kind.field for kind in KINDS))
DOUBTFUL = 0.8  # a value below this confidence is worth a look


@dataclass(slots=True)
class Sure:
    """How sure the values of a kind are: how many, the sum of their confidences, how many are doubtful."""

    count: int = 0
    total: float = 0.0
    doubtful: int = 0

    @property
    def mean(self) -> float:
        """The mean confidence; 0 where there is no value."""
        return self.total / self.count if self.count else 0.0


@dataclass(slots=True)
class Overview:
    """Counts over all records; a name counts once an article."""

    articles: int = 0
    months: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    empty: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    municipalities: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # code, name, county
    counties: Counter[str] = field(default_factory=Counter)  # number of today's county
    people: Counter[str] = field(default_factory=Counter)
    titles: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    organizations: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    sure: dict[str, Sure] = field(default_factory=lambda: {kind.field: Sure() for kind in KINDS})
    rejects: Counter[str] = field(default_factory=Counter)


def overview(records: Iterable[Record], rejects: Path | None = None) -> Overview:
    """The counts over the records, and over the reasons in a rejects file where one is given and exists."""
    seen = Overview()
    for record in records:
        _count_article(seen, record)
        _count_values(seen, record)
    if rejects is not None and rejects.exists():
        with rejects.open(encoding="utf-8", errors="replace") as lines:
            seen.rejects.update(_reason(line) for line in lines if line.strip())
    return seen


def _count_article(seen: Overview, record: Record) -> None:
    publisher = record.publisher or ""
    seen.articles += 1
    seen.months[record.published.isoformat()[:7] if record.published else ""] += 1
    seen.languages[record.language] += 1
    seen.publishers[publisher] += 1
    seen.empty[publisher].update(name for name in FIELDS if not getattr(record, name))
    seen.warnings.update({code.partition(":")[0] for code in record.warnings})


def _count_values(seen: Overview, record: Record) -> None:
    seen.municipalities.update({(one.code, one.name, one.county.name) for one in record.municipalities})
    seen.counties.update({code[:2] for one in record.municipalities for code in one.current_codes} | _today(record))
    seen.organizations.update({one.name for one in record.organizations})
    for person in {one.name: one for one in record.people}.values():
        seen.people[person.name] += 1
        seen.titles[person.name].update(role.title for role in person.roles)
    for name, sure in seen.sure.items():
        for value in getattr(record, name):
            sure.count += 1
            sure.total += value.confidence
            sure.doubtful += value.confidence < DOUBTFUL


def _today(record: Record) -> set[str]:
    """The counties of the record that exist today."""
    now = {unit.code for unit in counties() if unit.valid_to is None}
    return {one.code for one in record.counties} & now


def _reason(line: str) -> str:
    try:
        return str(from_json(line)["reason"])
    except (ValueError, KeyError, TypeError):
        return line.strip()[:200]
