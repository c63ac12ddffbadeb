"""`utdrag run`: documents in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

REJECTED = 3  # the exit code where some documents were rejected


def run(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, archives and addresses.", show_default=False),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The records file; rejects go beside it.")] = Path(
        "records.jsonl"
    ),
    *,
    max_size: Annotated[int, typer.Option("--max-size", min=1, help="Reject documents over this many MB.")] = 20,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and private networks too.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read documents and write a record for each, as one line of JSON.

    A document that cannot be read becomes a line of OUTPUT.rejects.jsonl with the reason, and the run goes on.

    Exit codes: 0 every document gave a record, 3 some were rejected, 2 wrong usage, 1 failure.
    """
    from collections import Counter

    from rich.console import Console

    from models.errors import ReleaseError
    from pipeline.cli.progress import watch
    from pipeline.emit.jsonl import JsonLines
    from pipeline.run import extract_many
    from scrapers.fetch.manners import Manners
    from scrapers.sources import pages

    manners = Manners(allow_private=allow_private)
    console = Console(stderr=True, quiet=quiet)
    warnings: Counter[str] = Counter()
    try:
        with JsonLines(output) as sink, watch(console) as seen:
            for result in extract_many(pages(sources, max_bytes=max_size * 1_000_000, manners=manners)):
                if isinstance(result, ReleaseError):
                    sink.reject(result)
                else:
                    sink.write(result)
                    warnings.update(code.partition(":")[0] for code in result.warnings)
                seen(rejected=isinstance(result, ReleaseError))
    except OSError as error:
        console.quiet = False
        console.print(f"utdrag: cannot write {output}: {error.strerror or error}", style="red", markup=False)
        raise typer.Exit(1) from error
    records, rejects = sink.records, sink.rejects
    console.print(f"{records.count} records in {records.path}", markup=False, highlight=False)
    if warnings:
        told = ", ".join(f"{code} {count}" for code, count in warnings.most_common())
        console.print(f"warnings: {told}", markup=False, highlight=False)
    if rejects.count:
        console.print(
            f"{rejects.count} rejected, with reasons in {rejects.path}", style="yellow", markup=False, highlight=False
        )
        raise typer.Exit(REJECTED)
