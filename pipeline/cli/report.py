"""`utdrag report`: one page about a records file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.cli.echo import echo, problem


def report(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="A records file, as `utdrag run` writes it.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "report.html"
    ),
    *,
    language: Annotated[Literal["nb", "en"], typer.Option("--language", help="The language of the page.")] = "nb",
) -> None:
    """Write one page about a records file.

    It shows articles over time, places, people, empty fields, warnings and rejects.

    Exit codes: 0 written, 1 the records cannot be read or the page cannot be written, 2 wrong usage.
    """
    from datetime import datetime

    from models.errors import UtdragError
    from pipeline.emit.names import same_file
    from pipeline.review.report import report as page

    if same_file(records, output):
        raise typer.BadParameter("it is the records file itself; name another", param_hint="--output")
    try:
        output.write_text(page(records, language, datetime.now().astimezone()), encoding="utf-8")
    except (UtdragError, OSError) as error:
        problem(error)
        raise typer.Exit(1) from error
    echo(f"{output} written", err=True)
