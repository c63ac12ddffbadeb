"""`utdrag load`: records into a database."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.echo import counted, plain, problem, told

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

REJECTED = 3  # the exit code where some lines were rejected


def load(
    records: Annotated[
        list[Path],
        typer.Argument(metavar="RECORDS...", help="Records files, as `utdrag run` writes them.", show_default=False),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="URL", help="sqlite:///FILE, postgresql://…, duckdb:///FILE, or a folder for Parquet."
        ),
    ] = "sqlite:///records.db",
    *,
    batch: Annotated[
        int, typer.Option("--batch", metavar="N", min=1, max=100_000, help="Records kept together or not at all.")
    ] = 1_000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Load records into tables of a database.

    The tables are those of SQLite, PostgreSQL, DuckDB, or a folder of Parquet files (`utdrag schema --tables`).

    Loading the same again changes nothing; a changed record takes the place of the earlier one. A line that is no
    valid record goes to RECORDS.load-rejects.jsonl with its number and the reason, and the load goes on.

    Exit codes: 0 everything is loaded, 3 some lines were rejected, 2 wrong usage, 1 failure.
    """
    from rich.console import Console

    from models.errors import UtdragError
    from pipeline.load.loading import load as load_files
    from pipeline.load.rejects import rejects_path
    from pipeline.load.targets import AddressError, store_of

    console = Console(stderr=True, quiet=quiet)
    try:
        store = store_of(to)
        with _watch(console, records) as seen:
            tally = load_files(records, store, size=batch, seen=seen)
    except AddressError as error:
        raise typer.BadParameter(plain(str(error)), param_hint="--to") from error
    except (UtdragError, OSError) as error:
        problem(error)
        raise typer.Exit(1) from error
    total = sum(tally.values()) - tally["rejected"]
    parts = ", ".join(f"{tally[part]} {part}" for part in ("new", "replaced", "unchanged"))
    told(console, f"{counted(total, 'record')} in {store.shown}: {parts}")
    if tally["rejected"]:
        files = ", ".join(str(path) for path in map(rejects_path, records) if path.exists())
        told(console, f"{counted(tally['rejected'], 'line')} rejected, with reasons in {files}", "yellow")
        raise typer.Exit(REJECTED)


@contextmanager
def _watch(console: Console, records: Sequence[Path]) -> Iterator[Callable[[Counter[str]], None]]:
    """Show on a terminal how many lines are done, how many a second, and how long is left, while the block runs."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        TextColumn("{task.completed:.0f} records"),
        TextColumn("[yellow]{task.fields[rejected]} rejected"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        total = _lines(records) if console.is_terminal else None
        task = progress.add_task("load", total=total, rejected=0, rate="")

        def seen(done: Counter[str]) -> None:
            state = progress.tasks[0]
            rejected = state.fields["rejected"] + done["rejected"]
            rate = f"{state.speed:.0f} a second" if state.speed else ""
            progress.update(task, advance=sum(done.values()), rejected=rejected, rate=rate)

        yield seen


def _lines(records: Sequence[Path]) -> int | None:
    """How many lines the files have; None where one of them would have to be unpacked to be counted."""
    if any(path.suffix != ".jsonl" or not path.is_file() for path in records):
        return None
    count = 0
    for path in records:
        with path.open("rb") as file:
            count += sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    return count
