"""Read the rows of a table; tell a table of values from one that lays out a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.release import CELL_GAP
from scrapers.reader.inline import inline_text
from scrapers.text import line

if TYPE_CHECKING:
    from bs4 import Tag

    from scrapers.reader.scene import Scene

LONGEST_CELL = 300  # letters of a cell beyond which a table lays out the page
LAID_OUT = ["table", "h1", "h2", "h3", "article", "main"]


def row(element: Tag, scene: Scene) -> str | None:
    r"""The cells of a `tr` parted by a tab; None where it has one cell, or lays out the page."""
    cells = element.find_all(["td", "th"], recursive=False)
    if len(cells) < 2 or any(_lays_out(cell, scene) for cell in cells):
        return None
    texts = [line(inline_text(cell)) for cell in cells]
    return CELL_GAP.join(texts) if any(texts) else None


def _lays_out(cell: Tag, scene: Scene) -> bool:
    if id(cell) in scene.around or scene.measure(cell).letters > LONGEST_CELL:
        return True
    return scene.measure(cell).blocks and cell.find(LAID_OUT) is not None
