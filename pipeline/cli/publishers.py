"""`utdrag publishers`: whose pages are known."""

from __future__ import annotations

from typing import Annotated

import typer


def publishers(
    *, json: Annotated[bool, typer.Option("--json", help="Print a JSON array, one object a publisher.")] = False
) -> None:
    """List the publishers whose pages are known, in the order in which they are asked.

    The first that knows a page reads it; `generic` and `plain` read all others. The name is the record's source.scraper.
    """
    from json import dumps

    from rich.console import Console
    from rich.table import Table

    from scrapers.publishers import PUBLISHERS

    found = [
        {"name": one.name, "title": one.title, "hosts": list(one.hosts), "signs": list(one.signs)} for one in PUBLISHERS
    ]
    if json:
        typer.echo(dumps(found, ensure_ascii=False, indent=1))
        return
    table = Table("NAME", "READS", "KNOWN BY", box=None, header_style="bold", pad_edge=False)
    for one in PUBLISHERS:
        by = [*one.hosts, *one.signs, *([f"address with {one.path.pattern}"] if one.path.pattern else [])]
        table.add_row(one.name, one.title, ", ".join(by) or "-")
    Console(highlight=False).print(table)
