"""Tell what is no part of the article: by what it is, by its names, by its links, by its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.html.elements import DROPPED, HEADINGS, ROLES
from scrapers.html.measures import KEPT
from scrapers.html.names import TABLE, is_hidden, names_of, words_in
from scrapers.reader.inline import is_dropped_inline
from scrapers.stamps.lines import stamps
from scrapers.wording.lines import MACHINE, heads_others, is_furniture
from scrapers.wording.tables import words

if TYPE_CHECKING:
    from bs4 import Tag

    from models.release import BlockKind
    from scrapers.html.measures import Measure
    from scrapers.reader.scene import Scene

OTHER, FURNITURE = words(TABLE, "other"), words(TABLE, "furniture")
ARTICLE, LINKS = words(TABLE, "article"), words(TABLE, "links")
KEPT_NAMES = words(TABLE, "lead") | words(TABLE, "weak_lead")
STATE = re.compile(r"(?:^|[-_])(?:has|have|no|with|without|uten|utan|har|med|is|enable|enabled|disabled|hide|show)[-_]")
READ = frozenset({"div", "aside", "p", "section", "li", "em", "strong", "span", "a", "small"})
BOXES = frozenset({"div", "section", "aside", "article", "details", "ul", "ol", "li", "figure"})
TEASERS = frozenset({"article", "div", "li", "section", "a", "figure"})
MANY_LINKS = 0.3
ALL_LINKS = 0.9
HEADLINE_LENGTH = 25  # letters of a link on an average from which a list of links is one of other articles
WHOLE = 0.5  # share of the article's letters from which an element is not left out for a weak name
SHORT_NOTE = 200
LONGEST_FORM = 800


def is_left_out(element: Tag, kind: BlockKind, scene: Scene) -> bool:
    """Whether an element is no part of the article; `kind` is that of the blocks around it."""
    key = id(element)
    if key in scene.marks.dropped:
        return True
    if key in scene.around or key in scene.marks.kinds or key in scene.marks.leads:
        return False
    if element.name in DROPPED and key not in scene.marks.kept and not _signs(element, scene.measure(element)):
        return not (element.name == "button" and (kind == "fact_box" or not is_dropped_inline(element)))
    if is_hidden(element) or element.get("role") in ROLES:
        return True
    measure = scene.measure(element)
    if element.name == "form" and measure.letters < LONGEST_FORM:
        return True
    if kind in {"contact", "fact_box"}:
        return _is_worded(element, measure)
    return _is_named(element, measure, scene) or _is_linked(element, measure) or _is_worded(element, measure)


def _signs(element: Tag, measure: Measure) -> bool:
    """Whether a footer is the article's own, with no more than its stamps and who wrote it."""
    own = element.name == "footer" and measure.inside and measure.text is not None
    return own and stamps(measure.text or "") is not None


def _is_named(element: Tag, measure: Measure, scene: Scene) -> bool:
    """Whether an element's names say that it is no article."""
    if not element.attrs:
        return False
    names = [name for name in names_of(element) if not STATE.search(name)]
    found = [words_in(name) for name in names]
    share = (measure.letters - measure.linked) / scene.prose
    if any(one & OTHER and not one & KEPT_NAMES for one in found):
        return not (share > WHOLE and any(one & ARTICLE for one in found))
    if share >= WHOLE or any(one <= ARTICLE or one & KEPT_NAMES for one in found if one):
        return False
    return any(one & FURNITURE and not one & ARTICLE for one in found)


def _is_linked(element: Tag, measure: Measure) -> bool:
    """Whether an element shows other articles: their headlines, or a list of links."""
    found = words_in(" ".join(names_of(element)))
    if element.name == "aside" and measure.link_share > MANY_LINKS:
        return True
    if found & LINKS and measure.link_share > MANY_LINKS:
        return True
    if measure.titled and measure.letters <= KEPT and element.name in TEASERS:
        return True
    if element.name in {"ul", "ol", "div", "section", "p"} and measure.link_share > ALL_LINKS:
        links = [link for link in element.find_all("a", href=True, limit=40) if not _is_contact(link)]
        paragraph = element.name == "p" and len(links) > 0
        return paragraph or (len(links) > 1 and measure.linked / len(links) >= HEADLINE_LENGTH)
    return False


def _is_contact(link: Tag) -> bool:
    return str(link["href"]).startswith(("mailto:", "tel:"))


def _is_worded(element: Tag, measure: Measure) -> bool:
    """Whether an element's own words say that it is no article."""
    if element.name in BOXES and measure.opening and heads_others(measure.opening, measure.link_share):
        return True
    text = measure.text
    if not text:
        return False
    if element.name in READ and is_furniture(text, measure.link_share):
        return True
    if not MACHINE.search(text):
        return False
    return element.name in BOXES or (element.name not in HEADINGS and len(text) < SHORT_NOTE)
