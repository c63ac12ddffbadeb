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
        typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="The day of the text; today if not given."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the dates as JSON.")] = False,
) -> None:
    """Show what is read from a text as dates.

    Each has its value (EDTF), its first and last day, its precision and the rule that read it.
    """
    from pipeline.annotate.phrase import marked
    from pipeline.cli.phrases import print_json, print_table
    from pipeline.normalise.context import Context
    from pipeline.normalise.dates import normalise

    doc = marked(text)
    published = (on or datetime.now()).date()  # noqa: DTZ005 - a day in the reader's own time
    found = normalise(doc, Context(published=published, language=doc.lang_)).values
    if json:
        print_json(found)
        return
    pairs = sorted(((mention, date) for date in found for mention in date.mentions), key=lambda pair: pair[0].start)
    print_table(
        ("Text", "EDTF", "Start", "End", "Precision", "By"),
        ((m.text, date.edtf, date.start or "-", date.end or "-", date.precision, date.by) for m, date in pairs),
    )
