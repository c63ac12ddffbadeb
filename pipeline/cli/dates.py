"""`utdrag dates`: what is read from a text as dates."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer


def dates(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A Norwegian sentence or text.", show_default=False)],
    *,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on", metavar="DATE", formats=["%Y-%m-%d"], help="The day the text was published; today if not given."
        ),
    ] = None,
) -> None:
    """Show each calendar expression of a text: its EDTF value, first and last day, precision and rule."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from pipeline.annotate import dates as marking
    from pipeline.annotate import sentences
    from pipeline.annotate.language import NORWEGIAN, language
    from pipeline.annotate.tokenizer import language as blank
    from pipeline.cli.terminal import plain
    from pipeline.normalise import dates as worth
    from pipeline.normalise.context import Context

    code = language(text)
    doc = blank(code if code in NORWEGIAN else NORWEGIAN[0])(text)
    doc = marking.annotate(sentences.annotate(doc))
    published = (on or datetime.now()).date()  # noqa: DTZ005 - a day in the reader's own time
    reading = worth.normalise(doc, Context(published=published, language=doc.lang_))
    table = Table(header_style="bold")
    for name in ("Text", "EDTF", "Start", "End", "Precision", "By"):
        table.add_column(name)
    pairs = ((mention, date) for date in reading.values for mention in date.mentions)
    for mention, date in sorted(pairs, key=lambda pair: pair[0].start):
        cells = (mention.text, date.edtf, date.start or "-", date.end or "-", date.precision, date.by)
        table.add_row(*(Text(plain(cell)) for cell in cells))
    Console(highlight=False).print(table)
