"""`utdrag export-reviewed`: take analysts' decisions out again."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer


def export_reviewed(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="A records file, as `utdrag run` writes it.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The corrected records, one a line.")],
    *,
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="FOLDER", help="Also write answers for `utdrag evaluate` here.")
    ] = None,
    only_done: Annotated[bool, typer.Option("--only-done", help="Only articles marked as reviewed.")] = False,
) -> None:
    """Write the records with every decision applied, and answers to measure the extractor against.

    Exit codes: 0 written, 3 written but some decisions no longer fit their record, 1 failure, 2 wrong usage.
    """
    from models.errors import UtdragError
    from pipeline.review.export import export

    try:
        told = export(records, output, gold, only_done=only_done)
    except (UtdragError, OSError) as error:
        typer.echo(f"utdrag: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{told.records} records in {output}, {told.decisions} decisions applied", err=True)
    if gold:
        typer.echo(f"{told.answers} answers in {gold}", err=True)
    for stale in told.stale:
        typer.echo(f"no longer fits: {stale.article} {stale.path} ({stale.reviewer})", err=True)
    if told.stale:
        raise typer.Exit(3)
