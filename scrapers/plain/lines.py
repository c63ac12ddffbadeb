"""Tell what a line of plain text is: furniture, caption, list item, heading or paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.wording.lines import CREDIT, FROM_LEFT, HEADING, TRAIL, is_furniture

if TYPE_CHECKING:
    from models.release import BlockKind

BULLET = re.compile(r"(?:[•·*▪◦‣]|\d{1,2}\))\s+")
ITEM = re.compile(r"[^:]{1,60}: \S")  # Bergen: 410
LISTED = re.compile(  # Elverum  34,1 (35,0)
    r"[^\d\s|>»›/:]{1,40}(?: [^\d\s|>»›/:]{1,40}){0,6}\s{2,9}[–-]?\d[\d., ]{0,20}(?:%|\([\d., ]{1,20}\))?"
)
LONGEST_HEADING = 80
LONGEST_CAPTION = 400
LONGEST_FURNITURE = 200
LONGEST_CRUMB = 40
LONGEST_HEADLINE = 120
CRUMBS = re.compile(r"\s{2,}|\s?[|>»›]\s?|\s[/:]\s")
DASHED = re.compile(r"\s[-–]\s")  # Omsetning - Kontroll - Priser - Om laget
PAIR = re.compile(r"[A-ZÆØÅ][a-zæøå-]{2,20}(?:, [a-zæøå]{3,20})? (?:og|&) [a-zæøå]{3,20}")  # Vitskap og natur
ENDS = '.!?:;,»”"'
SPEECH = '–-—«"'


def ends_article(text: str) -> bool:
    """Whether a line heads a list of other articles, behind which no article text follows."""
    return HEADING.match(text) is not None and len(text) < LONGEST_HEADING and ":" not in text


def is_furniture_line(raw: str, text: str) -> bool:
    """Whether a line is page furniture: by its words, or as a line of links. `raw` is the line with its own spaces."""
    if len(text) >= LONGEST_FURNITURE:
        return False
    if is_furniture(text, 1.0 if len(text) < LONGEST_HEADING and text[-1] not in ".!?" else 0.0):
        return True
    crumbs = _crumbs(raw)
    return len(crumbs) >= 4 or (len(crumbs) >= 2 and TRAIL.fullmatch(raw.strip()) is not None)


def is_label(text: str) -> bool:
    """Whether a line may be what stands above a headline: a section's name, "MINNEORD", "Ukerapport 15/2010".

    >>> is_label("Laurdagspraten"), is_label("UKAS PORTRETT NR. 3"), is_label("Brann i en låve")
    (True, True, False)
    >>> is_label("Politi – Trafikk")
    True
    """
    count = sum(word.isalnum() or len(word) > 1 for word in text.split())
    return text[-1] not in ENDS and (count <= 2 or (count <= 4 and text.isupper()))


def is_headline(text: str) -> bool:
    """Whether a line may be the headline under such a label: some words, and no full stop."""
    return len(text.split()) >= 3 and len(text) <= LONGEST_HEADLINE and text[-1] not in ".:;,"


def _crumbs(raw: str) -> list[str]:
    """The parts of a line of links: "Forsiden > Presse > Pressemeldinger"; [] where a part is too long for one."""
    if LISTED.fullmatch(raw.strip()):
        return []
    dashed = DASHED.split(raw.strip())
    parts = dashed if len(dashed) >= 4 else [part for part in CRUMBS.split(raw.strip()) if part]
    return parts if all(len(part) <= LONGEST_CRUMB and part[-1] not in ".!?" for part in parts) else []


def body_kind(text: str, before: BlockKind, *, alone: bool, last: bool) -> BlockKind:
    """The kind of a line of the body; `alone` in its group, or the `last` line of it; `before` is the block before."""
    if FROM_LEFT.match(text) or (CREDIT.search(text) and len(text) < LONGEST_CAPTION):
        return "caption"
    if BULLET.match(text):
        return "list_item"
    short = len(text) <= LONGEST_HEADING and text[-1] not in ENDS and text[0] not in SPEECH
    if short and ITEM.match(text) and (alone or not last or before == "list_item"):
        return "list_item"
    return "heading" if short and (alone or not last) else "paragraph"
