"""Find the element that holds the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from scrapers.html.measures import Measure

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from scrapers.reader.marks import Marks

CLIMB = 0.5  # the article is the smallest element around the headline that holds this share of the page's prose
NOTHING = Measure()


def article_root(tree: BeautifulSoup, heading: Tag | None, marks: Marks, measured: dict[int, Measure]) -> Tag:
    """The smallest element around the headline with the marked body, or else with most of the page's prose."""
    body = tree.body or tree
    if heading is None:
        named = marks.body or tree.find(["article", "main"])
        return named if isinstance(named, Tag) else body
    wanted = set(map(id, [marks.body, *marks.body.parents])) if marks.body else set()
    total = measured.get(id(body), NOTHING).prose
    for around in heading.parents:
        if around is body or not isinstance(around, Tag):
            break
        if around.name == "header":
            continue
        if id(around) in wanted if wanted else measured[id(around)].prose >= CLIMB * total:
            return around
    return body
