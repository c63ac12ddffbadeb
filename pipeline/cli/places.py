"""`utdrag places`: look up a municipality or county over time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.echo import echo, echo_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.lexicon.register import Unit


def places(
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="A name, Sami and Kven ones too, or a number.", show_default=False),
    ],
    *,
    on: Annotated[
        datetime | None,
        typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="Only what was in force on this day."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the periods as JSON.")] = False,
) -> None:
    """Look up a municipality or county over time.

    It shows its numbers, from the first day to the last, and what it is today.

    Exit codes: 0 found, 1 no place of that name or number, or none on the day, 2 wrong usage.
    """
    from pipeline.lexicon.lookup import look_up

    query = " ".join(name)
    units = look_up(query)
    found = [unit for unit in units if on is None or unit.in_force(on.date())]
    if not found:
        echo(f"utdrag: {_missing(query, units, on)}", err=True)
        raise typer.Exit(1)
    rows = [_row(unit) for unit in found]
    if json:
        import json as lib

        echo_json(lib.dumps(rows, ensure_ascii=False, indent=1))
        return
    from pipeline.cli.phrases import print_table

    print_table(("code", "name", "from", "to", "made of", "today"), [_cells(row) for row in rows])


def _missing(query: str, units: Sequence[Unit], on: datetime | None) -> str:
    """Why nothing was found, and what may have been meant."""
    from pipeline.lexicon.lookup import suggestions

    if units and on:
        periods = "; ".join(_period(unit) for unit in units)
        return f"no municipality or county {query!r} on {on.date()} ({periods})"
    near = suggestions(query)
    return f"no municipality or county {query!r}" + (f"; did you mean {' or '.join(near)}?" if near else "")


def _period(unit: Unit) -> str:
    row = _row(unit)
    return f"{unit.code} {unit.name} from {row['from']}" + (f" to {row['to']}" if row["to"] else "")


def _row(unit: Unit) -> dict[str, Any]:
    from pipeline.lexicon.lookup import origins
    from pipeline.lexicon.register import county_name, heirs, today

    county = unit.level == "county"
    return {
        "level": unit.level,
        "code": unit.code,
        "name": unit.name,
        "county": {"code": unit.county_code, "name": county_name(unit.county_code, unit.valid_from)},
        "from": unit.valid_from.isoformat(),
        "to": (unit.valid_to - timedelta(days=1)).isoformat() if unit.valid_to else None,
        "made_of": [] if county else [{"code": one.code, "name": one.name} for one in origins(unit)],
        "today": [] if county else [{"code": code, "name": today(code)} for code in heirs(unit.code)],
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    kind = "county" if row["level"] == "county" else row["county"]["name"]
    many = [", ".join(f"{one['code']} {one['name']}" for one in row[key]) for key in ("made_of", "today")]
    return (row["code"], f"{row['name']} ({kind})", row["from"], row["to"] or "in force", *many)
