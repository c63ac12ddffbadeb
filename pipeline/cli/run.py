"""`utdrag run`: documents in, records out."""

from __future__ import annotations

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from pipeline.cli.echo import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from rich.console import Console

    from pipeline.batch.engine import Watch
    from pipeline.batch.report import Report
    from pipeline.batch.settings import Settings

FAILED = 1
REJECTED = 3  # the exit code where some documents were rejected
INTERRUPTED = 130


class Engine(StrEnum):
    """What does the work."""

    local = "local"
    ray = "ray"


class Telling(StrEnum):
    """How a run tells how it goes."""

    text = "text"
    json = "json"


class Work(NamedTuple):
    """A run that is ready to be begun: how its documents are counted, and the run itself."""

    counting: Callable[[], AbstractContextManager[Callable[[], int | None]]]
    run: Callable[[Watch], Report]


def run(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, archives and addresses.", show_default=False),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The records file (.jsonl, .jsonl.gz, .jsonl.zst, .parquet); a folder with ray.",
        ),
    ] = "records.jsonl",
    *,
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-j", metavar="N", min=1, help="Processes at work.", show_default="one a core"),
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="Reject a document that takes more seconds.")
    ] = 60,
    max_memory: Annotated[
        int, typer.Option(metavar="MB", min=50, help="Reject a document that needs more MB of memory.")
    ] = 2000,
    max_size: Annotated[
        int, typer.Option("--max-size", metavar="MB", min=1, help="Reject documents over this many MB.")
    ] = 20,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and private networks too.")
    ] = False,
    drop_duplicates: Annotated[
        bool, typer.Option("--drop-duplicates", help="Leave out a text that an earlier record has.")
    ] = False,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", metavar="SHARE", min=0, max=1, help="Leave out values that are less sure."),
    ] = 0,
    fast: Annotated[bool, typer.Option("--fast", help="Read faster, somewhat less accurately.")] = False,
    retry_rejects: Annotated[bool, typer.Option("--retry-rejects", help="Try again what was rejected.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start anew: throw away what an earlier run wrote.")] = False,
    chunk: Annotated[int, typer.Option(metavar="N", min=1, help="Documents between two points to go on from.")] = 50,
    engine: Annotated[Engine, typer.Option(help="This machine, or a Ray cluster.")] = Engine.local,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="HOST:PORT", help="With --engine ray, the cluster's address.", show_default="one on this machine"
        ),
    ] = None,
    log: Annotated[Telling, typer.Option(help="Tell how it goes as text, or as lines of JSON.")] = Telling.text,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read documents and write a record for each.

    The records file has one line of JSON for each document, or one row (.parquet).

    However a run ends, the same command goes on where it was: the output holds each document once. A document that
    cannot be read, kills its process or takes too much becomes a line of OUTPUT.rejects.jsonl with the reason.

    Exit codes: 0 every document gave a record, 3 some were rejected, 2 wrong usage, 1 failure, 130 interrupted.
    """
    from rich.console import Console

    from pipeline.batch.limits import Limits
    from pipeline.batch.settings import Settings, cores
    from scrapers.fetch.manners import Manners

    settings = Settings(
        workers=workers or cores(),
        limits=Limits(seconds=timeout, memory=max_memory),
        max_bytes=max_size * 1_000_000,
        manners=Manners(allow_private=allow_private),
        drop_duplicates=drop_duplicates,
        min_confidence=min_confidence,
        fast=fast,
        retry_rejects=retry_rejects,
        fresh=fresh,
        chunk=chunk,
    )
    if engine is Engine.ray:
        work = _on_cluster(sources, output, settings, address)
    else:
        work = _here(sources, Path(output), settings)
    report = _run(work, output, Console(stderr=True, quiet=quiet), log)
    if report.tally.rejected:
        raise typer.Exit(REJECTED)


def _here(sources: list[str], output: Path, settings: Settings) -> Work:
    from pipeline.batch.counting import countable, counting
    from pipeline.batch.run import run as batch

    def count() -> AbstractContextManager[Callable[[], int | None]]:
        return counting(sources, settings.max_bytes) if countable(sources) else nullcontext(_unknown)

    return Work(count, lambda watch: batch(sources, output, settings, watch))


def _on_cluster(sources: list[str], output: str, settings: Settings, address: str | None) -> Work:
    try:
        from pipeline.batch.cluster import run as batch
    except ImportError as error:
        raise typer.BadParameter(f"--engine ray needs an extra: pip install 'utdrag[ray]' ({error})") from error
    return Work(lambda: nullcontext(_unknown), lambda watch: batch(sources, output, settings, address, watch))


def _unknown() -> None:
    """The number of documents where it is not counted."""


def _run(work: Work, output: str, console: Console, log: Telling) -> Report:
    import signal
    import sqlite3

    from models.errors import RunError
    from pipeline.cli.progress import Bar, Log, event, summary

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop by the system is a stop by Ctrl-C
    as_json = log is Telling.json
    teller: type[Log | Bar] = Log if as_json else Bar
    try:
        count = work.counting() if as_json or console.is_terminal else nullcontext(_unknown)
        with count as total, teller(console, total) as watch:
            report = work.run(watch)
    except (RunError, OSError, sqlite3.Error, KeyboardInterrupt) as error:
        code, message = _ending(error, output)
        console.quiet = False
        if as_json:
            event(console, "error", message=message)
        else:
            told(console, f"utdrag: {message}", "red")
        raise typer.Exit(code) from error
    if as_json:
        event(console, "finished", **report.fields())
    else:
        summary(report, console)
    return report


def _ending(error: BaseException, output: str) -> tuple[int, str]:
    """The exit code of a run that did not come to its end, and what is told of it."""
    import sqlite3

    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED, f"interrupted; what stands in {output} is whole, and the same command goes on from there"
    if isinstance(error, sqlite3.Error):
        return FAILED, f"the state beside {output} is broken ({error}); --fresh starts anew"
    if isinstance(error, OSError):
        return FAILED, f"cannot write {output}: {error.strerror or error}"
    return FAILED, str(error)
