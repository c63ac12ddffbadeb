"""`utdrag export-reviewed`: take analysts' decisions out again."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from pipeline.cli.echo import counted, echo, problem


def export_reviewed(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="A records file, as `utdrag run` writes it.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The corrected records, one a line.")],
    *,
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="FOLDER", help="Also write answers for `utdrag evaluate` here.")
    ] = None,
    only_done: Annotated[bool, typer.Option("--only-done", help="Only articles marked as reviewed.")] = False,
) -> None:
    """Write the records with every decision applied.

    With --gold it also writes answers to measure the extractor against.

    Exit codes: 0 written, 3 written but some decisions no longer fit their record, 1 failure, 2 wrong usage.
    """
    from models.errors import UtdragError
    from pipeline.emit.names import same_file
    from pipeline.review.export import export

    if same_file(records, output):
        raise typer.BadParameter("it is the records file itself; name another", param_hint="--output")
    try:
        written = export(records, output, gold, only_done=only_done)
    except (UtdragError, OSError) as error:
        problem(error)
        raise typer.Exit(1) from error
    echo(
        f"{counted(written.records, 'record')} in {output}, {counted(written.decisions, 'decision')} applied", err=True
    )
    if gold:
        echo(f"{counted(written.answers, 'answer')} in {gold}", err=True)
    for stale in written.stale:
        echo(f"no longer fits: {stale.article} {stale.path} ({stale.reviewer})", err=True)
    if written.stale:
        raise typer.Exit(3)
