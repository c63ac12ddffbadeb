"""What a layout's selectors find on one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scrapers.text import line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import BeautifulSoup, Tag

    from models.release import BlockKind
    from scrapers.layout import Layout, Selectors


@dataclass(frozen=True, slots=True)
class Marks:
    """The elements that a layout names, by id(); empty for the page of no known publisher."""

    title: Tag | None = None
    body: Tag | None = None
    leads: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    kinds: Mapping[int, BlockKind] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: BeautifulSoup, layout: Layout) -> Marks:
        """The marks of a layout on a tree."""
        return cls(
            title=_first(tree, layout.title),
            body=_first(tree, layout.body),
            leads=_all(tree, layout.lead),
            dropped=_all(tree, layout.drop),
            kept=_all(tree, layout.keep),
            kinds={
                id(one): kind for kind, several in layout.kinds.items() for css in several for one in tree.select(css)
            },
        )


def _all(tree: BeautifulSoup, selectors: Selectors) -> frozenset[int]:
    return frozenset(id(element) for css in selectors for element in tree.select(css))


def _first(tree: BeautifulSoup, selectors: Selectors) -> Tag | None:
    return next((found for css in selectors if (found := tree.select_one(css)) and line(found.get_text())), None)


def values(tree: BeautifulSoup, selectors: Selectors) -> list[str]:
    """What the elements of the selectors say: `datetime` or `content`, else their text; the first of each selector."""
    found = [element for css in selectors if (element := tree.select_one(css))]
    texts = [line(str(one.get("datetime") or one.get("content") or one.get_text(" "))) for one in found]
    return [text for text in texts if text]
