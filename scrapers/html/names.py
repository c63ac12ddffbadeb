"""What an element's names say of it: class, id, itemprop, role and test names, taken apart into words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from scrapers.wording.tables import words

if TYPE_CHECKING:
    from bs4 import Tag

_PART = re.compile(r"[a-zæøå]+|[A-ZÆØÅ]+(?![a-zæøå])|[A-ZÆØÅ][a-zæøå]+|\d+")
_ATTRIBUTES = ("class", "id", "itemprop", "data-testid", "data-test-tag", "role")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-?only|screen-?reader(?:-text|-only)?|navds-sr-only)(?:$|[\s_-])"
)
TABLE = "element_names.csv"


def names_of(element: Tag) -> tuple[str, ...]:
    """An element's names as written: its classes, id, itemprop, role and test names."""
    names: list[str] = []
    for attribute in _ATTRIBUTES:
        value = element.get(attribute)
        names += value if isinstance(value, list) else value.split() if value else []
    return tuple(names)


def words_of(element: Tag) -> frozenset[str]:
    """The words of an element's names, in small letters, each name's parts parted.

    >>> from bs4 import BeautifulSoup
    >>> sorted(words_of(BeautifulSoup('<p class="nr-intro articleLead" id="x_1">', "lxml").p))
    ['1', 'article', 'intro', 'lead', 'nr', 'x']
    """
    return words_in(" ".join(names_of(element)))


@lru_cache(maxsize=8192)
def words_in(names: str) -> frozenset[str]:
    """The words of names, in small letters; a name in one piece counts whole too ("lead-text", "leadtext")."""
    parts = {part.lower() for part in _PART.findall(names)}
    return frozenset(parts)


def means(element: Tag, *meanings: str) -> bool:
    """Whether one of an element's words has one of the meanings of the table of element names."""
    found = words_of(element)
    return any(found & words(TABLE, meaning) for meaning in meanings)


def is_hidden(element: Tag) -> bool:
    """Whether a reader does not see an element; a fact box may be folded together, and is read."""
    style = element.get("style")
    if not (element.has_attr("hidden") or (style and _HIDDEN.search(str(style))) or _is_unseen(element)):
        return False
    return not means(element, "fact_box")


def _is_unseen(element: Tag) -> bool:
    classes = element.get("class")
    return bool(classes) and any(_UNSEEN.search(name) for name in classes or ())
