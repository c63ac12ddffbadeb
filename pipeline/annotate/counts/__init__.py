"""Mark the counts of a document: every number with what it counts or measures.

The numbers of the text are found once. Those in dates, among contacts, in phone numbers and behind labels fall out.
What is left is read in this order: the unit or noun beside the number, the header of its table column, and, where it
stands alone, what the words around it say it shares with the counts before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.blocked import Blocked, is_labelled
from pipeline.annotate.counts.elided import alone
from pipeline.annotate.counts.frames import frames
from pipeline.annotate.counts.heads import head, words_after
from pipeline.annotate.counts.kinds import kinds_in
from pipeline.annotate.counts.meant import Alone, Meant, as_meant
from pipeline.annotate.counts.neighbours import like_the_last, like_the_next
from pipeline.annotate.counts.reading import Page, Site, beside, with_qualifier
from pipeline.annotate.counts.tables import cells, in_cell
from pipeline.lexicon.numbers import find
from pipeline.lexicon.units import kind_of
from pipeline.spans import COUNTS, full_text, mark, sections
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from pipeline.lexicon.numbers import Number

BOTH = re.compile(r"(?<![\w-])begge(?:[ ](?:de|dei|disse|desse|to))?(?=[ ])", re.IGNORECASE)
TWO = Decimal(2)
SENTENCE = 400  # characters of a sentence that are looked at beside a number


def annotate(doc: Doc) -> Doc:
    """Mark each count in `doc.spans["counts"]`, labelled with its rule, with a `Counted` as its facts."""
    page = _page(doc)
    for site in sorted(_sites(doc, page), key=lambda site: site.start):
        mark(doc, COUNTS, site.start, site.end, by=site.by, facts=site.counted)
    return doc


def _page(doc: Doc) -> Page:
    starts = tuple(start for start, opens in doc.to_array(["IDX", "SENT_START"]).tolist() if opens == 1) or (0,)
    standard = "nn" if doc.lang_ == "nn" else "nb"
    text = full_text(doc)
    return Page(text, standard, starts, kinds_in(doc, len(text), standard), tuple(sections(doc)))


def _sites(doc: Doc, page: Page) -> list[Site]:
    numbers = list(_countable(doc, page))
    sites: dict[int, Site] = {}
    for place, number in enumerate(numbers):
        site = None if number.share else beside(page, number, _sentence(page, number.start))
        if site:
            sites[place] = like_the_last(page, sites.get(place - 1), site)
    for place, number in enumerate(numbers[:-1]):
        alike = like_the_next(page, number, sites.get(place + 1)) if not number.share else None
        if alike:
            sites[place] = with_qualifier(page, alike, _sentence(page, number.start))
    taken = _in_tables(page, numbers, sites) | _in_nouns(numbers, sites)
    _alone(page, numbers, sites, taken)
    return [*sites.values(), *_both(page, sites)]


def _countable(doc: Doc, page: Page) -> Iterator[Number]:
    """The numbers that may be counts."""
    blocked = Blocked(doc, page)
    before, before_labelled = None, False
    for number in find(page.text):
        labelled = is_labelled(page.text, number, before, before_labelled=before_labelled)
        if not labelled and number not in blocked:
            yield number
        before, before_labelled = number, labelled


def _in_tables(page: Page, numbers: list[Number], sites: dict[int, Site]) -> set[int]:
    """Add the counts of table cells; what comes back are the places of all numbers in table rows."""
    taken: set[int] = set()
    starts = [number.start for number in numbers]
    for start, end, column in cells(page):
        for place in range(bisect_right(starts, start - 1), bisect_right(starts, end - 1)):
            taken.add(place)
            number = numbers[place]
            if column is None:
                sites.pop(place, None)
                continue
            if place not in sites and page.text[start:end].strip() == page.text[number.start : number.end]:
                sites[place] = in_cell(number, column)
    return taken


def _in_nouns(numbers: list[Number], sites: dict[int, Site]) -> set[int]:
    """The places of the numbers that are but the noun of the one before: "planta 120 tre"."""
    following = [(place + 1, site.end) for place, site in sites.items() if place + 1 < len(numbers)]
    return {place for place, end in following if numbers[place].start < end}


def _alone(page: Page, numbers: list[Number], sites: dict[int, Site], taken: set[int]) -> None:
    """Add the counts of the numbers that stand alone, in the order of the text."""
    many = deque(frames(page))
    meant: list[Meant] = []
    for place, number in enumerate(numbers):
        sentence = bisect_right(page.sentences, number.start) - 1
        while many and many[0][0] < number.start:
            meant.append(many.popleft()[1])
        if place not in sites and place not in taken:
            site = alone(Alone(page, numbers, place, sites, meant, sentence))
            if site:
                sites[place] = site
        if place in sites:
            meant.append(as_meant(sites[place], sentence, page.text))


def _both(page: Page, sites: dict[int, Site]) -> Iterator[Site]:
    """Begge kommunene: two, only with a noun."""
    for match in BOTH.finditer(page.text) if "begge" in page.text.lower() else ():
        noun = head(words_after(page.text, match.end(), page.kinds))
        if (
            noun
            and noun.noun.lower() not in ("deler", "delar", "to")
            and not any(site.start < noun.end and match.start() < site.end for site in sites.values())
        ):
            counted = Counted(TWO, None, kind_of(noun.noun, page.standard), noun=noun.noun)
            yield Site(match.start(), noun.end, "both", counted)


def _sentence(page: Page, start: int) -> str:
    place = bisect_right(page.sentences, start)
    end = page.sentences[place] if place < len(page.sentences) else len(page.text)
    begin = page.sentences[place - 1] if place else 0
    return page.text[max(begin, start - SENTENCE) : min(end, start + SENTENCE)]
