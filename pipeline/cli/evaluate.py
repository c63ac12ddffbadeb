"""`utdrag evaluate`: score records against answers."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.echo import counted, echo, echo_json, problem

if TYPE_CHECKING:
    from pipeline.evaluate.score import Score


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of answers (NAME.json).", show_default=False)],
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="A records file, as `utdrag run` writes it.", show_default=False)
    ],
    *,
    errors: Annotated[bool, typer.Option("--errors", help="List each miss and each false find.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score records against answers.

    It prints precision, recall and F1 of each field; `date_values` and `count_values` ask for the value alone, wherever it stands.

    Exit codes: 0 scored, 1 the answers or the records cannot be read, 2 wrong usage.
    """
    from models.errors import UtdragError
    from pipeline.emit.read import read_records
    from pipeline.evaluate.answers import read_cases
    from pipeline.evaluate.score import score

    try:
        result = score(read_cases(gold), read_records(records))
    except UtdragError as error:
        problem(error)
        raise typer.Exit(1) from error
    if errors:
        for miss in result.errors:
            echo(f"{miss.stem}\t{miss.field}\t{miss.kind}\t{miss.item}")
    if json:
        echo_json(_json(result))
    else:
        _print(result)


def _json(result: Score) -> str:
    import json

    table = {
        name: {
            "precision": round(row.precision, 4),
            "recall": round(row.recall, 4),
            "f1": round(row.f1, 4),
            "hit": row.hit,
            "missed": row.missed,
            "false": row.false,
        }
        for name, row in result.fields.items()
    }
    return json.dumps(table, indent=1)


def _print(result: Score) -> None:
    echo(f"{counted(result.cases, 'case')}, {counted(result.records, 'record')}")
    echo(f"{'field':15} {'P':>7} {'R':>7} {'F1':>7} {'hit':>5} {'miss':>5} {'false':>5}")
    for name, row in result.fields.items():
        figures = f"{row.precision:7.3f} {row.recall:7.3f} {row.f1:7.3f}"
        echo(f"{name:15} {figures} {row.hit:5} {row.missed:5} {row.false:5}")
