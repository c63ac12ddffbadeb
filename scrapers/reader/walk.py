"""Walk through an article's element and cut it into pieces, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString

from scrapers.html.elements import HEADINGS, INLINE
from scrapers.html.names import means
from scrapers.reader.furniture import is_left_out
from scrapers.reader.inline import SPACES, gap_before, inline_text, is_dropped_inline
from scrapers.reader.kinds import kind_of
from scrapers.reader.others import Others
from scrapers.reader.rows import row
from scrapers.text import clean, line
from scrapers.wording.lines import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.release import BlockKind
    from scrapers.reader.scene import Scene

SLACK = 5  # letters
DEEPEST = 150  # levels of blocks below which text is read without its form
PRESS = re.compile(r"(?:Presse|Medie)kontakt|Kontaktperson")  # no box that a site has under all its pages
GAP = re.compile(r"\n{2,}")
LISTS = frozenset({"ul", "ol", "dl", "table"})
BOXES = frozenset({"div", "section", "header", "article"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of text with what its element says of it.

    `above`: it stands above the headline. `lead` is 2 where the element is named as a lead, 1 where it may be one.
    `bold`: all in bold or italics. `box` is the id() of the element that the piece's element stands in; `stamped`: a stamp follows it.
    """

    kind: BlockKind
    text: str
    above: bool
    lead: int = 0
    bold: bool = False
    box: int = 0
    stamped: bool = False


@dataclass(slots=True)
class _Walk:
    scene: Scene
    started: bool
    pieces: list[Piece] = field(default_factory=list)

    def children(self, element: Tag, kind: BlockKind, lead: int, depth: int) -> None:
        """Add the pieces of an element's children."""
        parts: list[str] = []
        others = Others(self.scene)
        facts = False
        for child in element.children:
            if isinstance(child, NavigableString):
                if not isinstance(child, PreformattedString):
                    parts.append(SPACES.sub(" ", child))
            elif isinstance(child, Tag):
                if child.name == "br":
                    parts.append("\n")
                elif self._runs_in(child, kind):
                    parts += [gap_before(child, kind, parts), self._inline(child, kind)]
                else:
                    self._flush(parts, element, kind, lead)
                    if others.leave_out(child):
                        continue
                    heads_facts = child.name in HEADINGS and FACTS.match(line(child.get_text(" "))) is not None
                    inner = "fact_box" if heads_facts or (facts and child.name in LISTS) else kind
                    self._enter(child, inner, lead, depth + 1)
                    facts = heads_facts
        self._flush(parts, element, kind, lead)

    def _runs_in(self, child: Tag, kind: BlockKind) -> bool:
        if child is self.scene.heading or id(child) in self.scene.marks.kinds or id(child) in self.scene.marks.leads:
            return False
        control = child.name == "button" and (id(child) in self.scene.marks.kept or not is_dropped_inline(child))
        inline = child.name in INLINE or control
        if not inline or self.scene.measure(child).blocks:
            return False
        in_box = child.parent is not None and child.parent.name in BOXES
        return not (kind == "paragraph" and in_box and means(child, "byline"))

    def _inline(self, child: Tag, kind: BlockKind) -> str:
        if is_left_out(child, kind, self.scene):
            return ""
        text = inline_text(child, kind, self.scene.marks)
        return f" {text} " if kind == "caption" and means(child, "credit") else text

    def _enter(self, child: Tag, kind: BlockKind, lead: int, depth: int) -> None:
        if child is self.scene.heading:
            self.started = True
            return
        if is_left_out(child, kind, self.scene):
            return
        lead = max(lead, self._lead(child))
        if child.name == "tr" and self.started and (cells := row(child, self.scene)):
            self._add(Piece("fact_box" if kind == "fact_box" else "table_row", cells, above=not self.started))
            return
        inner = kind_of(child, kind, self.scene)
        if depth > DEEPEST or (inner == "byline" and _is_one_line(child)):
            self._piece(clean(inline_text(child, inner, self.scene.marks)), child, inner, lead)
        else:
            self.children(child, inner, lead, depth)

    def _lead(self, element: Tag) -> int:
        if id(element) in self.scene.marks.leads:
            return 3
        if id(element) in self.scene.around or not element.attrs:
            return 0
        return 2 if means(element, "lead") else 1 if means(element, "weak_lead") else 0

    def _flush(self, parts: list[str], element: Tag, kind: BlockKind, lead: int) -> None:
        text = "".join(parts)
        parts.clear()
        for piece in GAP.split(re.sub(r" *\n *", "\n", text)):
            if cleaned := clean(piece):
                self._piece(cleaned, element, kind, lead)

    def _piece(self, text: str, element: Tag, kind: BlockKind, lead: int) -> None:
        box = element.parent
        bold = self.scene.measure(element).letters <= len(text) + SLACK and _is_set_apart(element, text)
        self._add(Piece(kind, text, not self.started, lead, bold=bold, box=id(box)))

    def _add(self, piece: Piece) -> None:
        if piece.text:
            self.pieces.append(piece)


def walk(scene: Scene) -> list[Piece]:
    """The pieces of the article's element in reading order, those above the headline included."""
    one = _Walk(scene, started=scene.heading is None)
    one.children(scene.root, "paragraph", 0, 0)
    for element in _beside(scene):
        kind = "contact" if _is_for_press(element, scene) else kind_of(element, "paragraph", scene)
        if kind in {"contact", "fact_box"} and not is_left_out(element, "paragraph", scene):
            one.children(element, kind, 0, 0)
    return one.pieces


def _beside(scene: Scene) -> Iterator[Tag]:
    """The elements that follow the article's own inside the page's main element, else those of contacts for the press."""
    around = scene.root
    if around.find_parent("main") is None and around.name != "main":
        following = (one for one in around.find_next_siblings() if isinstance(one, Tag))
        yield from (one for one in following if _is_for_press(one, scene))
        return
    while around.name not in {"main", "body"} and around.parent is not None:
        yield from (one for one in around.find_next_siblings() if isinstance(one, Tag))
        around = around.parent


def _is_for_press(element: Tag, scene: Scene) -> bool:
    return PRESS.match(scene.measure(element).opening or "") is not None


def _is_one_line(byline: Tag) -> bool:
    """Whether a by-line tells of one person, whose name and title may stand in elements of their own."""
    return sum(isinstance(child, Tag) and means(child, "byline") for child in byline.children) < 2


def _is_set_apart(element: Tag, text: str) -> bool:
    return any(
        line(strong.get_text("")) == line(text) for strong in element.find_all(["b", "strong", "i", "em"], limit=3)
    )
