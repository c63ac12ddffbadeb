"""Texts that are nothing but names of places are read in time that grows with their length."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from models.record import Source
from models.release import Block, Release
from pipeline.annotate import places, sections, sentences
from pipeline.annotate.tokenizer import language
from pipeline.lexicon.register import municipalities
from pipeline.normalise.context import Context
from pipeline.normalise.places import normalise

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = [unit.name for unit in municipalities()]
SIZE = 2_000  # names of the shorter text
GROWTH = 8  # four times the text may take this many times as long: linear is 4, quadratic 16
LEAST = 2.0  # seconds: what is quicker is not measured


def names(count: int) -> list[str]:
    return [NAMES[place % len(NAMES)] for place in range(count)]


TEXTS: dict[str, Callable[[int], list[str]]] = {
    "names in lines": names,
    "names in one sentence": lambda count: [", ".join(names(count))],
    "one ambiguous name": lambda count: ["Våler, " * count],
    "villages of two municipalities": lambda count: ["Hole i Våler, Os og " * (count // 3)],
}


@pytest.mark.clock
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_time_grows_with_the_number_of_names(text: Callable[[int], list[str]]) -> None:
    def seconds(count: int) -> float:
        blocks = (Block("title", "Nytt fra bygda"), *(Block("paragraph", one) for one in text(count)))
        source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
        given = Release(source, blocks, language="nb")
        doc = language("nb").make_doc(given.text)
        sections.annotate(doc, given)
        sentences.annotate(doc)
        start = process_time()
        normalise(places.annotate(doc), Context(published=None))
        return process_time() - start

    seconds(10)
    assert seconds(4 * SIZE) < max(GROWTH * seconds(SIZE), LEAST)
