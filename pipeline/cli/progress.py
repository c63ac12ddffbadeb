"""How a run goes, told to a person at a terminal or to a program that reads lines of JSON."""

from __future__ import annotations

import json
from time import monotonic
from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from models.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from rich.console import Console

    from pipeline.batch.outcome import Outcome
    from pipeline.batch.tally import Tally

OFTEN = 2  # seconds between two lines of a log


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
        self._rejected = 0

    def __enter__(self) -> Self:
        self._progress.start()
        self._task: TaskID = self._progress.add_task("run", total=None, rejected=0, rate="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def passed(self) -> None:
        """Count a document that was done before."""
        self._progress.advance(self._task)

    def seen(self, outcome: Outcome) -> None:
        """Count a document."""
        self._rejected += isinstance(outcome, ReleaseError)
        speed = self._progress.tasks[0].speed
        rate = f"{speed:.1f} a second" if speed else ""
        self._progress.update(self._task, advance=1, rejected=self._rejected, rate=rate)

    def kept(self, tally: Tally) -> None:  # noqa: ARG002 - the bar has seen each document
        """See whether the documents have been counted."""
        self._progress.update(self._task, total=self._total())


class Log:
    """A line of JSON every few seconds."""

    def __init__(self, console: Console, total: Callable[[], int | None]) -> None:
        self._console = console
        self._total = total
        self._start = self._told = monotonic()
        self._passed = self._seen = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left open."""

    def passed(self) -> None:
        """Count a document that was done before."""
        self._passed += 1

    def seen(self, outcome: Outcome) -> None:  # noqa: ARG002 - what it is stands in the tally
        """Count a document."""
        self._seen += 1

    def kept(self, tally: Tally) -> None:
        """Tell how far the run has come, where it is time to."""
        now = monotonic()
        if now - self._told >= OFTEN:
            self._told = now
            rate, total = self._seen / (now - self._start), self._total()
            event(
                self._console,
                "progress",
                total=total,
                documents=tally.documents,
                records=tally.records,
                rejected=tally.rejected,
                passed_over=self._passed,
                per_second=round(rate, 2),
                elapsed=round(now - self._start),
                left=None if total is None else round((total - self._passed - self._seen) / rate),
            )


def event(console: Console, name: str, **fields: object) -> None:
    """Write a line of JSON: what it tells of, then what it tells."""
    line = json.dumps({"event": name, **fields}, ensure_ascii=False)
    console.print(line, markup=False, highlight=False, soft_wrap=True, emoji=False)
