"""A progress line for long work, on a terminal only."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console


class Seen(Protocol):
    """Told of each document that is done."""

    def __call__(self, *, rejected: bool) -> None:
        """Count a document."""


@contextmanager
def watch(console: Console) -> Iterator[Seen]:
    """Show how many documents are done and rejected, and how many a second, while the block runs."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} documents"),
        TextColumn("[yellow]{task.fields[rejected]} rejected"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("run", total=None, rejected=0, rate="")
        rejects = 0

        def seen(*, rejected: bool) -> None:
            nonlocal rejects
            rejects += rejected
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, rejected=rejects, rate=f"{speed:.0f} a second" if speed else "")

        yield seen
