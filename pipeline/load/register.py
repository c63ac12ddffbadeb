"""The rows of the tables of the register."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pipeline.lexicon.register import counties, heirs, municipalities
from pipeline.lexicon.tables import rows as lexicon_rows

if TYPE_CHECKING:
    from pipeline.lexicon.register import Unit
    from pipeline.load.rows import Rows


def register_rows() -> Rows:
    """The rows of each table of the register, in the order of its key."""
    places = municipalities()
    codes = sorted({unit.code for unit in places})
    changes = lexicon_rows("kommuner/endringer.csv")
    return {
        "municipalities": [(unit.code, unit.name, unit.county_code, *_period(unit)) for unit in places],
        "counties": [(unit.code, unit.name, *_period(unit)) for unit in counties()],
        "municipality_changes": [(row["date"], row["from_code"], row["to_code"], row["share_note"]) for row in changes],
        "municipality_heirs": [(code, heir) for code in codes for heir in heirs(code)],
    }


def _period(unit: Unit) -> tuple[str, str | None]:
    return unit.valid_from.isoformat(), unit.valid_to.isoformat() if unit.valid_to else None


def edition(rows: Rows) -> str:
    """What tells one state of the register from another."""
    return sha256(repr(rows).encode()).hexdigest()
