"""What annotate hands on with the mark of a count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from models.record import CountKind, Qualifier


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts: the `noun` in the form of the text, or the `unit` as the record writes it."""

    value: Decimal
    value_max: Decimal | None
    kind: CountKind
    noun: str | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
