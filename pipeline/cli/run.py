"""`utdrag run`: documents in, records out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from rich.console import Console

    from pipeline.batch.report import Report
    from pipeline.batch.settings import Settings

FAILED = 1
REJECTED = 3  # the exit code where some documents were rejected
INTERRUPTED = 130


class Telling(StrEnum):
    """How a run tells how it goes."""

    text = "text"
    json = "json"


def run(  # noqa: PLR0913 - an option each
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders and archives.", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The records file (.jsonl, .jsonl.gz, .jsonl.zst).")
    ] = Path("records.jsonl"),
    *,
    workers: Annotated[
        int | None, typer.Option("--workers", "-j", min=1, help="Processes at work.", show_default="the cores")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Reject a document that takes more seconds.")] = 60,
    max_memory: Annotated[int, typer.Option(min=50, help="Reject a document that needs more MB of memory.")] = 2000,
    max_size: Annotated[int, typer.Option("--max-size", min=1, help="Reject documents over this many MB.")] = 20,
    drop_duplicates: Annotated[
        bool, typer.Option("--drop-duplicates", help="Leave out a text that an earlier record has.")
    ] = False,
    retry_rejects: Annotated[bool, typer.Option("--retry-rejects", help="Try again what was rejected.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start anew: throw away what an earlier run wrote.")] = False,
    chunk: Annotated[int, typer.Option(min=1, help="Documents between two points to go on from.")] = 50,
    log: Annotated[Telling, typer.Option(help="Tell how it goes as text, or as lines of JSON.")] = Telling.text,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read documents and write a record for each, as one line of JSON.

    However a run ends, the same command goes on where it was: the output holds each document once. A document that
    cannot be read, kills its process or takes too much becomes a line of OUTPUT.rejects.jsonl with the reason.

    Exit codes: 0 every document gave a record, 3 some were rejected, 2 wrong usage, 1 failure, 130 interrupted.
    """
    from rich.console import Console

    from pipeline.batch.limits import Limits
    from pipeline.batch.settings import Settings, cores

    settings = Settings(
        workers=workers or cores(),
        limits=Limits(seconds=timeout, memory=max_memory),
        max_bytes=max_size * 1_000_000,
        drop_duplicates=drop_duplicates,
        retry_rejects=retry_rejects,
        fresh=fresh,
        chunk=chunk,
    )
    report = _run(sources, output, settings, Console(stderr=True, quiet=quiet), log)
    if report.tally.rejected:
        raise typer.Exit(REJECTED)


def _run(sources: list[str], output: Path, settings: Settings, console: Console, log: Telling) -> Report:
    import signal
    from contextlib import nullcontext

    from models.errors import RunError
    from pipeline.batch.counting import counting
    from pipeline.batch.run import run as batch
    from pipeline.cli.progress import Bar, Log, event

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop by the system is a stop by Ctrl-C
    as_json = log is Telling.json
    teller: type[Log | Bar] = Log if as_json else Bar
    count: AbstractContextManager[Callable[[], int | None]] = (
        counting(sources, settings.max_bytes) if as_json or console.is_terminal else nullcontext(lambda: None)
    )
    try:
        with count as total, teller(console, total) as watch:
            report = batch(sources, output, settings, watch)
    except (RunError, OSError, KeyboardInterrupt) as error:
        code, message = _ending(error, output)
        console.quiet = False
        if as_json:
            event(console, "error", message=message)
        else:
            console.print(f"utdrag: {message}", style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(code) from error
    if as_json:
        event(console, "finished", **report.fields())
    else:
        _summary(report, console)
    return report


def _ending(error: BaseException, output: Path) -> tuple[int, str]:
    """The exit code of a run that did not come to its end, and what is told of it."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED, f"interrupted; what stands in {output} is whole, and the same command goes on from there"
    if isinstance(error, OSError):
        return FAILED, f"cannot write {output}: {error.strerror or error}"
    return FAILED, str(error)


def _summary(report: Report, console: Console) -> None:
    from pipeline.emit.names import rejects_path, report_path

    def line(text: str, style: str | None = None) -> None:
        console.print(text, markup=False, highlight=False, soft_wrap=True, style=style)

    def told(counts: dict[str, int]) -> str:
        return ", ".join(f"{name} {count}" for name, count in counts.items())

    tally = report.tally
    if report.new:
        rate = f", {report.new / report.elapsed:.1f} a second" if report.elapsed else ""
        line(f"{report.new} documents in {report.elapsed:.1f} seconds{rate}")
    else:
        line("nothing new: every document of these sources was done before")
    line(f"{tally.records} records in {report.output}")
    if tally.duplicates:
        line(f"{tally.duplicates} say the same as an earlier one: {report_path(report.output)} tells which")
    if tally.warnings:
        line(f"warnings: {told(dict(tally.warnings.most_common()))}")
    if report.new and tally.seconds:
        whole = tally.seconds.total()
        line("time: " + ", ".join(f"{name} {share / whole:.0%}" for name, share in tally.seconds.most_common()))
    if tally.rejected:
        line(
            f"{tally.rejected} rejected, with reasons in {rejects_path(report.output)}: {told(dict(tally.rejects))}",
            "yellow",
        )
