"""Read the count that shares the noun of the one beside it: "76 sårbare arter og 12 rødlistede", "tre gule og to røde kort"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.counts.reading import Site
from pipeline.lexicon.nouns import EXCEPTIONS
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.reading import Page
    from pipeline.lexicon.numbers import Number

ADJECTIVE_AND = re.compile(r"[ ]([a-zæøå]{2,30})[ ](?:og|eller)[ ]")  # tre gule og to røde kort


def like_the_last(page: Page, last: Site | None, site: Site) -> Site:
    """The count, of the last one's noun where its own is but an adjective: "76 sårbare arter og 12 rødlistede"."""
    noun = site.counted.noun
    if last is None or noun is None or last.by != "noun-adjective" or page.text[last.end : site.start] != " og ":
        return site
    start = site.end - len(noun)
    if noun.lower() in EXCEPTIONS or page.kinds(noun, start, site.end)[0] != "A":
        return site
    counted = replace(site.counted, noun=last.counted.noun, kind=last.counted.kind)
    end = start - 1 if page.text[start - 1] == " " else start
    return replace(site, end=end, by="elided-coordinated", counted=counted)


def like_the_next(page: Page, number: Number, following: Site | None) -> Site | None:
    """The count of a number with an adjective alone, of the noun behind the next: "tre gule og to røde kort"."""
    if following is None or following.by != "noun-adjective" or following.start <= number.end:
        return None
    found = ADJECTIVE_AND.fullmatch(page.text, number.end, following.start)
    if found is None or found[1] in EXCEPTIONS or page.kinds(found[1], *found.span(1))[0] != "A":
        return None
    counted = Counted(number.value, number.value_max, following.counted.kind, noun=following.counted.noun)
    return Site(number.start, found.end(1), "elided-coordinated", counted)
