"""Tell the votes that are counted without their noun: "Styret stemte 5 mot 4", "vart vedteke med 21 mot 14"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.annotate.counts.meant import Meant
from pipeline.spans.counts import Counted

if TYPE_CHECKING:
    from pipeline.annotate.counts.meant import Alone

# stemte 5 | ble vedtatt med 21 | forslaget falt med 12
VOTED = re.compile(
    r"\b(?:(?:ned)?ste(?:mt|md)\w{0,4}|(?:ned)?røyst\w{0,6}|voter\w{1,6}|vedt(?:ok|ak\w{0,4}|att\w?|ek\w{1,3})"
    r"|forslag\w{0,5}|fr[ae]mlegg\w{0,5}|avstem(?:n|m)ing\w{0,2})\b[^.,;:\d]{0,40}[ ]$",
    re.IGNORECASE,
)
AGAINST = re.compile(r"[ ]mot[ ](\d{1,3})(?=[ ]?(?:[.,;:)\n]|$)|[ ](?:for|og|i|på|til|at|å|om|da|då|mens|medan)[ ])")
NOUNS = {"nb": "stemme", "nn": "røyst"}
MOST = 169  # members of the largest body that votes


def votes(case: Alone, left: str, right: str) -> Meant | None:
    """The votes that a number stands for before "mot" and another, None where nothing is voted on."""
    against = AGAINST.match(right)
    if against is None or not VOTED.search(left) or case.number.value > MOST or int(against[1]) > MOST:
        return None
    return Meant(Counted(Decimal(0), None, "count", unit=NOUNS[case.page.standard]), case.sentence)
