"""`utdrag review`: look through records in a browser, and correct them."""

from __future__ import annotations

import getpass
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated, Literal

import typer

from pipeline.cli.echo import problem


def review(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="A records file, as `utdrag run` writes it.", show_default=False)
    ],
    *,
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="FOLDER", help="Answers to show each record's differences from.")
    ] = None,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8765,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to answer on; only this machine by default.")
    ] = ("127.0.0.1"),
    reviewer: Annotated[
        str | None,
        typer.Option("--reviewer", metavar="NAME", help="Whose decisions these are; your user name if not given."),
    ] = None,
    language: Annotated[Literal["nb", "en"], typer.Option("--language", help="The language of the page.")] = "nb",
    read_only: Annotated[bool, typer.Option("--read-only", help="Show, but take no decisions.")] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
) -> None:
    """Open a page to look through records and correct them.

    The page is on this machine. Every value is seen in its sentence, and accepted, rejected or corrected.
    Decisions are kept in RECORDS.patches.jsonl beside the records, which are never changed; `utdrag export-reviewed`
    applies them. End with Ctrl-C.

    Exit codes: 0 ended, 1 the records cannot be read or the port is taken, 2 wrong usage.
    """
    from rich.console import Console

    from models.errors import UtdragError
    from pipeline.cli.progress import watch
    from pipeline.review.app import Desk
    from pipeline.review.gold import Gold
    from pipeline.review.index import Index
    from pipeline.review.marks import mark_all
    from pipeline.review.patches import PatchFile, patches_path
    from pipeline.review.serve import serve

    console = Console(stderr=True)
    try:
        index = Index(records)
        with watch(console) as advance:
            for _ in index.make():
                advance()
        desk = Desk(
            index,
            PatchFile(patches_path(records)),
            reviewer or getpass.getuser(),
            language,
            read_only=read_only,
            gold=Gold(gold) if gold else None,
        )
        mark_all(desk.index, desk.patches)
        serve(desk, host, port, browser=browser)
    except (UtdragError, OSError) as error:
        problem(error)
        raise typer.Exit(1) from error
