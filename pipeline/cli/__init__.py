"""The commands: `utdrag COMMAND`, one module each, listed in COMMANDS.

The modules import what is heavy (spaCy, tables, models) inside the command, so that `--help` answers at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.cli.counts import counts
from pipeline.cli.dates import dates
from pipeline.cli.echo import plain
from pipeline.cli.evaluate import evaluate
from pipeline.cli.export_reviewed import export_reviewed
from pipeline.cli.fetch import fetch
from pipeline.cli.load import load
from pipeline.cli.places import places
from pipeline.cli.publishers import publishers
from pipeline.cli.report import report
from pipeline.cli.review import review
from pipeline.cli.run import run
from pipeline.cli.schema import schema
from pipeline.cli.show import show

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: tuple[Callable[..., None], ...] = (
    run,
    fetch,
    show,
    load,
    review,
    export_reviewed,
    report,
    evaluate,
    schema,
    places,
    dates,
    counts,
    publishers,
)

USAGE: Any = typer.BadParameter.__mro__[1]  # every error of a command line; typer does not name it


class Commands(TyperGroup):
    """The commands; what is wrong with a command line is told in words that drive no terminal."""

    def invoke(self, ctx: Any) -> Any:
        """Do what the command line asks for."""
        try:
            return super().invoke(ctx)
        except USAGE as error:
            error.message = plain(error.message)
            raise


app = typer.Typer(
    cls=Commands,
    name="utdrag",
    help="Turn Norwegian press releases and news articles into structured, traceable records.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # help as plain text: paragraphs are filled, and a log of the night stays readable
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command()(command)


def _version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"utdrag {version('utdrag')}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda value: _version(wanted=value), is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Turn Norwegian press releases and news articles into structured, traceable records."""
