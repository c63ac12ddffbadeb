"""`utdrag fetch`: pages from the web into an archive, from which records can be made as often as one likes."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.echo import told

if TYPE_CHECKING:
    from collections import Counter

    from rich.console import Console
    from rich.progress import Progress

    from models.errors import ReleaseError
    from scrapers.fetch.archive import WebArchive
    from scrapers.fetch.manners import Manners

INTERRUPTED = 130
ENDING = ".warc.gz"
FAILED = 1
REJECTED = 3  # the exit code where some pages could not be had


def fetch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Addresses of pages, feeds and sitemaps, or files of them: a feed, a sitemap, an address a line.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help=f"The archive ({ENDING}); pages are added to one that exists."
        ),
    ],
    *,
    delay: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Seconds between two requests to a host, at least.")
    ] = 1.0,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="Seconds that a server may take for a page.")
    ] = 60.0,
    max_size: Annotated[
        int, typer.Option("--max-size", metavar="MB", min=1, help="Reject pages over this many MB.")
    ] = 20,
    contact: Annotated[
        str, typer.Option(metavar="WHO", help="Who asks, told to servers: an address or a web page.")
    ] = "",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and private networks too.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Fetch pages into a web archive that `utdrag run` reads.

    robots.txt is kept, a host is asked one thing at a time, and what the archive holds is fetched again only where it
    has changed. A page that cannot be had becomes a line of OUTPUT.rejects.jsonl with the reason, and the rest goes on.

    Exit codes: 0 every page is in the archive, 3 some could not be had, 2 wrong usage, 1 failure, 130 interrupted.
    """
    import sqlite3

    from rich.console import Console

    from scrapers.fetch.archive import WebArchive
    from scrapers.fetch.manners import Manners
    from scrapers.fetch.records import BrokenError

    if not output.name.endswith(ENDING):
        raise typer.BadParameter(f"the archive's name must end with {ENDING}", param_hint="--output")
    console = Console(stderr=True, quiet=quiet)
    manners = Manners(delay=delay, deadline=timeout, contact=contact, allow_private=allow_private)
    try:
        with WebArchive(output) as archive:
            counts = _fetch(sources, archive, manners, max_size * 1_000_000, console)
    except KeyboardInterrupt:
        told(console, f"interrupted; {output} keeps what was fetched, and the same command goes on", "yellow")
        raise typer.Exit(INTERRUPTED) from None
    except (OSError, BrokenError, sqlite3.Error) as error:
        console.quiet = False
        told(console, f"utdrag: {_problem(output, error)}", "red")
        raise typer.Exit(FAILED) from error
    if counts["rejected"]:
        raise typer.Exit(REJECTED)


def _fetch(sources: list[str], archive: WebArchive, manners: Manners, max_bytes: int, console: Console) -> Counter[str]:
    """How many pages were new, unchanged and rejected."""
    from collections import Counter

    from scrapers.fetch.archive import gather
    from scrapers.sources import answers
    from scrapers.sources.web import Web

    counts = Counter({"new": 0, "unchanged": 0, "rejected": 0})
    rejects = archive.path.with_name(archive.path.name.removesuffix(ENDING) + ".rejects.jsonl")
    rejects.unlink(missing_ok=True)
    if archive.lost:
        told(console, f"{archive.path} ended in half a record; its last {archive.lost} bytes are cut off", "yellow")
    with Web(manners, max_bytes=max_bytes, known=archive) as web, _progress(console) as progress:
        task = progress.add_task("", total=None, counts=counts)
        for outcome in gather(answers(sources, web), archive, max_bytes):
            counts[outcome if isinstance(outcome, str) else "rejected"] += 1
            if not isinstance(outcome, str):
                _reject(rejects, outcome)
            progress.update(task, advance=1, counts=counts)
    told(
        console,
        f"{counts['new']} new {'page' if counts['new'] == 1 else 'pages'} in {archive.path}, {counts['unchanged']} unchanged",
    )
    if counts["rejected"]:
        told(console, f"{counts['rejected']} rejected, with reasons in {rejects}", "yellow")
    return counts


def _reject(path: Path, error: ReleaseError) -> None:
    from pipeline.emit.rejects import reject_line

    with path.open("a", encoding="utf-8") as file:
        file.write(reject_line(error) + "\n")


def _progress(console: Console) -> Progress:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[counts][new]} new, {task.fields[counts][unchanged]} unchanged"),
        TextColumn("[yellow]{task.fields[counts][rejected]} rejected"),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _problem(output: Path, error: Exception) -> str:
    """What went wrong with an archive, in words for a person."""
    import sqlite3

    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return f"{output} is being written by another fetch"
    if isinstance(error, sqlite3.Error):
        return f"{output}.cache cannot be used ({error}); delete it, and it is made anew from the archive"
    if isinstance(error, OSError):
        return f"cannot write {output}: {error.strerror or error}"
    return f"{output} is no web archive that can be added to, and is left as it is: {error}"
