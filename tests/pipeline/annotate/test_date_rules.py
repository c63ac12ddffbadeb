"""Looking for the rules of dates run by run finds what looking through the whole text does."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from pipeline.annotate.dates.rules import RULES, matches
from pipeline.lexicon.calendar.lexer import lex

if TYPE_CHECKING:
    import re

TEXTS = (
    "Fra lørdag 28. juni til søndag 17. august, onsdag 3. mai i fjor kl. 18, innen utgangen av uke 36.",
    "Onsdag den 15. | 3. mai; 4.5. % tysdagen",
    "2022-09-30T14:00 og 2023-W42, første tirsdag i oktober, for tre år siden, 12.–14.11.2023",
)
LETTERS = "".join(sorted({kind for rule in RULES for kind in rule.needs})) + "x;|% .,:/-()12459gtuiad"


def whole(kinds: str) -> list[str]:
    return sorted(_said(rule.name, match) for rule in RULES for match in rule.pattern.finditer(kinds))


def _said(name: str, match: re.Match[str]) -> str:
    return f"{name} {match.span()} {match.groups()}"


def test_runs_hide_no_match_and_make_none() -> None:
    chance = Random(0)  # noqa: S311 - the same texts each time
    drawn = ("".join(chance.choices(LETTERS, k=chance.randint(1, 60))) for _ in range(1000))
    for kinds in (*(lex(text).kinds for text in TEXTS), *drawn):
        assert sorted(_said(rule.name, match) for rule, match in matches(kinds)) == whole(kinds)
