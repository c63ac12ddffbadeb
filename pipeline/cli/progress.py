"""How a run goes, told to a person at a terminal or to a program that reads lines of JSON."""

from __future__ import annotations

import json
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from pipeline.cli.echo import counted, plain_json, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from rich.console import Console

    from pipeline.batch.report import Report
    from pipeline.batch.tally import Tally

OFTEN = 2  # seconds between two lines of a log


@contextmanager
def watch(console: Console) -> Iterator[Callable[[], None]]:
    """A function that counts a record that was read, shown on a terminal while the block runs."""
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} records"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("read", total=None)
        yield lambda: progress.advance(task)


class Bar:
    """A bar on a terminal, nothing elsewhere: documents, how many a second, how many rejected, the time left."""

    def __init__(self, console: Console, total: Callable[[], int | None]) -> None:
        self._total = total
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.completed:.0f} documents"),
            TextColumn("{task.fields[rate]}"),
            TextColumn("[yellow]{task.fields[rejected]} rejected"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )

    def __enter__(self) -> Self:
        self._progress.start()
        self._task: TaskID = self._progress.add_task("run", total=None, rejected=0, rate="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def __call__(self, tally: Tally) -> None:
        """Show what is done."""
        speed = self._progress.tasks[0].speed
        rate = f"{speed:.1f} a second" if speed else ""
        done, rejected = tally.documents, tally.rejected
        self._progress.update(self._task, completed=done, total=self._total(), rejected=rejected, rate=rate)


class Log:
    """A line of JSON every few seconds."""

    def __init__(self, console: Console, total: Callable[[], int | None]) -> None:
        self._console = console
        self._total = total
        self._start = self._told = monotonic()
        self._before: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left open."""

    def __call__(self, tally: Tally) -> None:
        """Tell how far the run has come, where it is time to."""
        now = monotonic()
        if self._before is None:
            self._before = tally.documents
        if now - self._told < OFTEN:
            return
        self._told = now
        total, rate = self._total(), (tally.documents - self._before) / (now - self._start)
        event(
            self._console,
            "progress",
            documents=tally.documents,
            total=total,
            records=tally.records,
            rejected=tally.rejected,
            per_second=round(rate, 2),
            seconds=round(now - self._start),
            seconds_left=round((total - tally.documents) / rate) if total and rate else None,
        )


def event(console: Console, name: str, **fields: object) -> None:
    """Write a line of JSON: what it tells of, then what it tells."""
    line = json.dumps({"event": name, **fields}, ensure_ascii=False)
    told(console, plain_json(line))


def summary(report: Report, console: Console) -> None:
    """Tell a person what a run did, and what its output holds."""

    def line(text: str, style: str | None = None) -> None:
        told(console, text, style)

    def listed(counts: dict[str, int]) -> str:
        return ", ".join(f"{name} {count}" for name, count in counts.items())

    tally = report.tally
    if report.new:
        rate = f", {report.new / report.elapsed:.1f} a second" if report.elapsed else ""
        line(f"{counted(report.new, 'new document')} in {report.elapsed:.1f} seconds{rate}")
    elif not tally.documents:
        line(
            "no documents in these sources: of a folder, pages, texts and archives are read (.html, .txt, .zip …)",
            "yellow",
        )
    else:
        line("nothing new: every document of these sources was done before")
    if report.others:
        line(
            f"{counted(sum(report.others.values()), 'other file')} passed over: {listed(dict(report.others))}", "yellow"
        )
    line(f"{counted(tally.records, 'record')} in {report.output}")
    if tally.duplicates:
        line(f"{tally.duplicates} say the same as an earlier one: {report.report} tells which")
    if tally.warnings:
        line(f"warnings: {listed(dict(tally.warnings.most_common()))}")
    if report.new and tally.seconds:
        whole = tally.seconds.total()
        line("time: " + ", ".join(f"{name} {share / whole:.0%}" for name, share in tally.seconds.most_common()))
    if tally.rejected:
        line(
            f"{tally.rejected} rejected, with reasons in {report.rejects}: {listed(dict(tally.rejects))}",
            "yellow",
        )
