"""`utdrag counts`: what is read from a text as numbers with units."""

from __future__ import annotations

from typing import Annotated

import typer


def counts(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A Norwegian sentence or text.", show_default=False)],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Show what is read from a text as counts.

    Each has its value or range, unit, kind, qualifier and the rule that read it.
    """
    from pipeline.annotate.phrase import marked
    from pipeline.cli.phrases import print_json, print_table
    from pipeline.normalise.context import Context
    from pipeline.normalise.counts import normalise

    doc = marked(text)
    found = normalise(doc, Context(published=None, language=doc.lang_)).values
    if json:
        print_json(found)
        return
    print_table(
        ("Text", "Value", "To", "Unit", "Kind", "Qualifier", "By"),
        (
            (
                count.mention.text,
                f"{count.value:f}",
                "-" if count.value_max is None else f"{count.value_max:f}",
                count.unit,
                count.kind,
                count.qualifier or "-",
                count.by,
            )
            for count in found
        ),
    )
