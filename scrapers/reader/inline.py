"""The text of an element that runs in the line, without what the reader of the page does not see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString

from scrapers.html.elements import DROPPED, INLINE
from scrapers.html.names import is_hidden
from scrapers.reader.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import PageElement

    from models.release import BlockKind

NONE = Marks()
SPACES = re.compile(r"\s+")
APART: dict[str, str] = {"contact": "\n", "caption": " ", "byline": " "}  # what parts neighbours in such a block
RUNNING = INLINE | {"p", "li", "h1", "h2", "h3", "h4"}
RUN_TOGETHER = re.compile(r"[a-zæøå0-9.](?=[A-ZÆØÅ])")


def inline_text(element: Tag, kind: BlockKind = "paragraph", marks: Marks = NONE) -> str:
    r"""The text of an element, line breaks as "\n"; words are not run together, nor torn apart at inline tags.

    What `marks` drop is left out, what they keep is read.

    >>> from bs4 import BeautifulSoup
    >>> inline_text(BeautifulSoup("<p>Vest<b>land</b> og<br>Oslo <i>by</i></p>", "lxml").p)
    'Vestland og\nOslo by'
    """
    parts: list[str] = []
    stack: list[PageElement] = [*reversed(element.contents)]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name == "br":
                parts.append("\n")
            elif id(node) in marks.kept or not (id(node) in marks.dropped or is_dropped_inline(node)):
                parts.append(gap_before(node, kind, parts))
                block = node.name not in INLINE
                stack += [NavigableString(" ")] if block else []
                stack += reversed(node.contents)
                parts.append(" " if block else "")
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parts.append(SPACES.sub(" ", node))
    return "".join(parts)


def is_dropped_inline(element: Tag) -> bool:
    """Whether an element in running text is unseen, or a control; a button amid words is read as words."""
    if element.name == "button":
        return not _amid_words(element)
    return element.name in DROPPED or is_hidden(element)


def _amid_words(button: Tag) -> bool:
    beside = [one for one in (button.previous_sibling, button.next_sibling) if isinstance(one, NavigableString)]
    return any(str(one).strip() for one in beside)


def gap_before(element: Tag, kind: BlockKind, before: Sequence[str]) -> str:
    """What parts an inline element from the one before it, where no white space does: "Kari Vik" + "journalist"."""
    neighbour = element.previous_sibling
    end = next((part for part in reversed(before[-3:]) if part), "")
    if neighbour is None or not end or end[-1].isspace():
        return ""
    if not isinstance(neighbour, Tag) or neighbour.name == "br":
        return " " if kind == "caption" and _runs_together(end, element) else ""
    if kind in APART:
        return APART[kind]
    if element.parent is None or element.parent.name in RUNNING:
        return ""
    return " " if _runs_together(end, element) else ""


def _runs_together(before: str, element: Tag) -> bool:
    """Whether a small letter or full stop stands hard before an element that begins with a capital."""
    return RUN_TOGETHER.match(before[-1] + next(element.stripped_strings, "")[:1]) is not None
