"""`utdrag show`: look at one record, or at a file of them."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from pipeline.cli.echo import echo_json, problem


def show(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A document (.txt, .html), or a records file.", show_default=False),
    ],
    *,
    fast: Annotated[bool, typer.Option("--fast", help="Read as `utdrag run --fast` does.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the record as JSON instead.")] = False,
) -> None:
    """Show the record of a document, or a table of records.

    A document is shown as its values by kind, and its text with the mentions coloured. A records file, as `utdrag run` writes it, is shown as a table, a row a record.

    Exit codes: 0 shown, 1 the document gives no record, 2 wrong usage.
    """
    from rich.console import Console

    from models.errors import UtdragError
    from pipeline.cli.terminal import record_view, records_table
    from pipeline.emit.formats import is_records

    console = Console(highlight=False)
    try:
        if is_records(file):
            from pipeline.emit.read import read_records

            console.print(records_table(read_records(file), console.width))
            return
        from pipeline.run import extract
        from scrapers.pages import read

        record = extract(read(file), fast=fast)
    except UtdragError as error:
        problem(error)
        raise typer.Exit(1) from error
    if json:
        echo_json(record.model_dump_json(indent=2))
    else:
        console.print(record_view(record))
