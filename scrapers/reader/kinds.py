"""Tell what kind of block an element makes of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapers.html.elements import HEADINGS, ITEMS
from scrapers.html.names import means
from scrapers.wording.lines import FACTS

if TYPE_CHECKING:
    from bs4 import Tag

    from models.release import BlockKind
    from scrapers.reader.scene import Scene

LARGEST: dict[BlockKind, int] = {"caption": 2000, "fact_box": 6000, "contact": 4000, "byline": 400, "quote": 1500}
KEEPS = frozenset({"caption", "fact_box", "contact", "quote", "byline"})  # kinds that hold for all that stands inside
WHOLE_PAGE = frozenset({"main", "article", "body", "html"})
BOXES = frozenset({"div", "section", "aside", "details", "li", "td", "table"})


def kind_of(element: Tag, outer: BlockKind, scene: Scene) -> BlockKind:
    """The kind of an element's blocks, inside blocks of the kind `outer`."""
    marked = scene.marks.kinds.get(id(element))
    if marked:
        return marked
    if outer in KEEPS or id(element) in scene.around:
        return outer
    if element.attrs and (named := _named(element, scene)):
        return named
    if element.name in {"figcaption", "caption"}:
        return "caption"
    if element.name in HEADINGS:
        return "heading"
    if element.name in ITEMS:
        return "list_item"
    measure = scene.measure(element)
    if (
        element.name in BOXES
        and measure.opening
        and FACTS.match(measure.opening)
        and measure.letters < LARGEST["fact_box"]
    ):
        return "fact_box"
    return "quote" if element.name == "blockquote" else outer


def _named(element: Tag, scene: Scene) -> BlockKind | None:
    if element.name in WHOLE_PAGE:
        return None
    letters = scene.measure(element).letters
    for kind, most in LARGEST.items():
        if letters <= most and means(element, kind):
            return kind
    return None
