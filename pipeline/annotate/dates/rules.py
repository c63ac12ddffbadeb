"""Look for the patterns of all rules, each only in the runs of kinds that hold what it needs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.annotate.dates.clocks import RULES_OF_CLOCKS
from pipeline.annotate.dates.days import RULES_OF_DAYS
from pipeline.annotate.dates.distance import RULES_OF_DISTANCE
from pipeline.annotate.dates.figures import RULES_OF_FIGURES
from pipeline.annotate.dates.relative import RULES_OF_RELATIVES
from pipeline.annotate.dates.rows import RULES_OF_ROWS
from pipeline.annotate.dates.stretches import RULES_OF_STRETCHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.dates.atoms import Rule

RULES = (
    *RULES_OF_DAYS,
    *RULES_OF_FIGURES,
    *RULES_OF_ROWS,
    *RULES_OF_STRETCHES,
    *RULES_OF_RELATIVES,
    *RULES_OF_DISTANCE,
    *RULES_OF_CLOCKS,
)
NEEDED = frozenset[str]().union(*(rule.needs for rule in RULES))
# Most of a text are words that no calendar expression has, so that no match goes beyond a run without them; what the
# patterns look at behind a match may.
RUN = re.compile(r"[^x;|%]+")
AHEAD = 8  # kinds behind a match that a pattern looks at, at most


def matches(kinds: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Each match of each rule in a text's kinds, from run to run in the order of the rules."""
    for run in RUN.finditer(kinds):
        held = NEEDED.intersection(run[0])
        if not held:
            continue
        start, end = run.span()
        for rule in _with(held):
            for match in rule.pattern.finditer(kinds, start, end + AHEAD):
                if match.start() >= end:
                    break  # in the next run, to which its turn comes
                yield rule, match


@lru_cache(maxsize=1 << 12)
def _with(held: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that need one of the kinds."""
    return tuple(rule for rule in RULES if not rule.needs.isdisjoint(held))
