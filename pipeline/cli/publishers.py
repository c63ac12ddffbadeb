"""`utdrag publishers`: whose pages are known."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.echo import echo_json


def publishers(
    *, json: Annotated[bool, typer.Option("--json", help="Print a JSON array, one object a publisher.")] = False
) -> None:
    """List the publishers whose pages are known.

    They are asked in this order: the first that knows a page reads it; `generic` and `plain` read all others. The name is the record's source.scraper.
    """
    from json import dumps

    from rich.console import Console
    from rich.table import Table

    from scrapers.publishers import PUBLISHERS

    found = [
        {"name": one.name, "title": one.title, "hosts": list(one.hosts), "signs": list(one.signs)} for one in PUBLISHERS
    ]
    if json:
        echo_json(dumps(found, ensure_ascii=False, indent=1))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("NAME", "READS", "KNOWN BY"):
        table.add_column(name, overflow="fold")
    for one in PUBLISHERS:
        by = [*one.hosts, *one.signs, *([f"address with {one.path.pattern}"] if one.path.pattern else [])]
        table.add_row(one.name, one.title, ", ".join(by) or "-")
    Console(highlight=False, markup=False).print(table)
