"""Leave out the lists of other articles, and the comments, that follow a heading in the article's own element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrapers.html.elements import HEADINGS
from scrapers.wording.lines import COMMENTS, heads_others

if TYPE_CHECKING:
    from bs4 import Tag

    from scrapers.reader.scene import Scene

PROSE = 120  # letters from which a paragraph with few links belongs to the article again
FEW_LINKS = 0.2


@dataclass(slots=True)
class Others:
    """What was met among an element's children: the level of a heading of other articles, or that comments began."""

    scene: Scene
    level: str | None = None
    comments: bool = False

    def leave_out(self, child: Tag) -> bool:
        """Whether a child belongs to a list of other articles or to comments; to be asked in reading order."""
        if id(child) in self.scene.around:
            self.level, self.comments = None, False
            return False
        measure = self.scene.measure(child)
        if child.name in HEADINGS and measure.text:
            self.comments = self.comments or COMMENTS.fullmatch(measure.text) is not None
            if heads_others(measure.text, measure.link_share):
                self.level = child.name
            elif self.level and child.name <= self.level:
                self.level = None
        elif self.level and child.name == "p" and measure.letters > PROSE and measure.link_share < FEW_LINKS:
            self.level = None
        return self.comments or self.level is not None
