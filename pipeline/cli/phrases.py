"""What the commands that read a phrase share: how they print what was found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pipeline.cli.echo import echo, echo_json, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel


ROOM = 12  # columns of the terminal that the text needs beside values that stay on one line


def print_json(values: Iterable[BaseModel]) -> None:
    """Print values as a JSON list."""
    echo_json(json.dumps([value.model_dump(mode="json") for value in values], ensure_ascii=False, indent=1))


def print_table(headers: Sequence[str], table_rows: Iterable[Sequence[str]]) -> None:
    """Print a table, what is too long for its column folded and never cut, or that nothing was found."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[Text(plain(cell)) for cell in row] for row in table_rows]
    if not cells:
        echo("nothing found")
        return
    table = Table(box=SIMPLE_HEAD, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
    console = Console(highlight=False)
    widths = [
        max(len(name), *(cell.cell_len for cell in column)) for name, *column in zip(headers, *cells, strict=True)
    ]
    whole = console.width - sum(widths[1:]) - len(widths) >= ROOM
    for at, name in enumerate(headers):
        table.add_column(name, overflow="fold", width=widths[at] if at and whole else None)
    for row in cells:
        table.add_row(*row)
    console.print(table)
