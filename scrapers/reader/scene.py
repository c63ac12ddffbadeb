"""What every step of reading a page needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

    from scrapers.html.measures import Measure
    from scrapers.reader.marks import Marks


@dataclass(frozen=True, slots=True)
class Scene:
    """The element of the article, its headline, what the layout marks, the measures, and what must not be left out.

    `around` are the elements by id() that the headline or the marked body stands in; `prose` is the letters of the
    article's element outside links.
    """

    root: Tag
    heading: Tag | None
    marks: Marks
    measured: dict[int, Measure]
    around: frozenset[int]
    prose: int

    @classmethod
    def of(cls, root: Tag, heading: Tag | None, marks: Marks, measured: dict[int, Measure]) -> Scene:
        """The scene of an article's element."""
        kept = [element for element in (heading, marks.body) if element is not None]
        around = frozenset(id(one) for element in kept for one in [element, *element.parents]) | {id(root)}
        measure = measured[id(root)]
        return cls(root, heading, marks, measured, around, max(measure.prose, measure.letters - measure.linked, 1))

    def measure(self, element: Tag) -> Measure:
        """The measure of an element of the page."""
        return self.measured[id(element)]
