"""`utdrag places`: look up a municipality or county over time."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.lexicon.register import Unit


def places(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, Sami and Kven ones too, or a number.", show_default=False)
    ],
    *,
    on: Annotated[
        datetime | None,
        typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="Only what was in force on this day."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the periods as JSON.")] = False,
) -> None:
    """Look up a municipality or county: its numbers and names over time, and what it is today.

    Exit codes: 0 found, 1 no place of that name or number, 2 wrong usage.
    """
    from pipeline.lexicon.register import counties, municipalities, named

    found = list(named(name)) or [unit for unit in (*municipalities(), *counties()) if unit.code == name]
    if on:
        found = [unit for unit in found if unit.in_force(on.date())]
    if not found:
        typer.echo(f"utdrag: no municipality or county {name!r}{f' on {on.date()}' if on else ''}", err=True)
        raise typer.Exit(1)
    rows = [_row(unit) for unit in found]
    if json:
        import json as lib

        typer.echo(lib.dumps(rows, ensure_ascii=False, indent=1))
        return
    from pipeline.cli.phrases import print_table

    print_table(tuple(rows[0]), (tuple(row.values()) for row in rows))


def _row(unit: Unit) -> dict[str, str]:
    from pipeline.lexicon.register import county_name, heirs, today

    own = unit.level == "county"
    return {
        "level": unit.level,
        "code": unit.code,
        "name": unit.name,
        "county": unit.name if own else county_name(unit.county_code, unit.valid_from),
        "from": unit.valid_from.isoformat(),
        "to": unit.valid_to.isoformat() if unit.valid_to else "in force",
        "today": "-" if own else ", ".join(f"{code} {today(code)}" for code in heirs(unit.code)),
    }
