"""Measure every element of a tree in one pass: its letters, those of links, what it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString

from scrapers.html.elements import DROPPED, HEADINGS, INLINE, OUTSIDE
from scrapers.html.names import means

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = 700  # letters up to which an element's text is kept


@dataclass(slots=True)
class Measure:
    """What one element holds, and what it stands in.

    `letters` of text, `linked` of them in links, `prose` outside links, menus and boxes that are named as no article.
    `text` is the text on one line, None where it is long. `blocks`: some element below is no inline element.
    `titled`: a heading below is a link. `opening`: the text of the heading that it begins with. `outside`: stands in a menu, footer, aside or such a box; `inside`: in an
    article or main element; `in_link`: in a link. `depth` is that of the tree.
    """

    depth: int = 0
    outside: bool = False
    inside: bool = False
    in_link: bool = False
    letters: int = 0
    linked: int = 0
    prose: int = 0
    blocks: bool = False
    titled: bool = False
    opening: str | None = None
    pieces: list[str] | None = field(default_factory=list)
    text: str | None = None

    @property
    def link_share(self) -> float:
        """The share of the letters that stand in links."""
        return self.linked / self.letters if self.letters else 0.0


def measures(root: Tag) -> dict[int, Measure]:
    """The measure of every element from `root` down, by the element's id()."""
    found = {id(root): Measure()}
    stack: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.children))]
    while stack:
        element, children = stack[-1]
        measure = found[id(element)]
        for child in children:
            if isinstance(child, Tag):
                found[id(child)] = _opened(child, measure)
                stack.append((child, iter(child.children)))
                break
            if isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                letters = len(" ".join(child.split()))
                measure.prose += 0 if measure.in_link else letters
                _take(measure, str(child), letters)
        else:
            stack.pop()
            _close(element, measure, found[id(stack[-1][0])] if stack else None)
    return found


def _opened(element: Tag, around: Measure) -> Measure:
    return Measure(
        depth=around.depth + 1,
        outside=around.outside or element.name in OUTSIDE or (bool(element.attrs) and _is_other(element)),
        inside=around.inside or element.name in {"article", "main"},
        in_link=around.in_link or (element.name == "a" and element.has_attr("href")),
    )


def _is_other(element: Tag) -> bool:
    return element.name not in {"html", "body", "main", "article"} and means(element, "other")


def _take(measure: Measure, text: str, letters: int) -> None:
    measure.letters += letters
    if measure.pieces is None:
        return
    if measure.letters > KEPT:
        measure.pieces = None
    elif text:
        measure.pieces.append(text)


def _close(element: Tag, measure: Measure, around: Measure | None) -> None:
    """Sum up an element whose children are done, and add it to the one around it."""
    text = "".join(measure.pieces) if measure.pieces is not None else None
    measure.text = " ".join(text.split()) if text is not None else None
    measure.pieces = None
    if element.name == "a" and element.has_attr("href"):
        measure.linked = measure.letters
    if around is None or element.name in DROPPED:
        return
    heading = element.name in HEADINGS and measure.letters > 0
    around.titled = around.titled or measure.titled or (heading and (measure.link_share > 0.9 or measure.in_link))
    if around.letters == 0:
        around.opening = measure.text if heading else measure.opening
    around.linked += measure.linked
    block = measure.blocks or element.name not in INLINE
    around.blocks = around.blocks or block
    if text is None:
        around.pieces = None
    _take(around, f" {text} " if block and text else text or "", measure.letters)
    if not measure.outside:
        around.prose += measure.prose
