"""Tell the numbers that count people without naming them: "tre omkom", "fire til sykehus"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.heads import words_after
from pipeline.annotate.counts.meant import RECENT, Meant
from pipeline.lexicon.nouns import singular
from pipeline.lexicon.tables import column
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

ENDINGS = tuple(sorted(column("counted_people.csv", "ending")))
VERBS = column("person_verbs.csv", "verb")
TO_HOSPITAL = re.compile(r"[ ](?:til|på|i)[ ](?:sykehus|sjukehus|legevakt|arresten|fengsel)(?!\w)")
ROOM_FOR = re.compile(r"\bplass til[ ]$")
PERSON = Counted(Decimal(0), None, "count", unit="person")
BACK = 8  # sentences back that the people may have been named in
WORDS = 5  # words behind the number that may be the verb that is said of people


def people(case: Alone) -> Meant | None:
    """The people that the number counts, by their noun or else as persons; None where nothing says that it does."""
    text, end = case.page.text, case.number.end
    room = ROOM_FOR.search(text[max(0, case.number.start - 12) : case.number.start])
    if not room and not TO_HOSPITAL.match(text, end) and not _said_of_people(case):
        return None
    for meant in reversed(case.meant[-RECENT:]):
        if case.sentence - meant.sentence > BACK:
            break
        if meant.counted.value >= case.number.value and _are_people(meant, case.page.standard):
            return meant
    return Meant(PERSON, case.sentence)


def _said_of_people(case: Alone) -> bool:
    words = words_after(case.page.text, case.number.end, case.page.kinds, WORDS)
    for word in words:
        if word.text.lower() in VERBS:
            return True
        if word.kinds[0] not in "VDA" and not word.is_role("skip"):
            return False
    return False


def _are_people(meant: Meant, standard: str) -> bool:
    noun = meant.counted.noun
    return meant.counted.kind == "count" and noun is not None and singular(noun, standard).endswith(ENDINGS)
