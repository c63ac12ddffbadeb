"""Read the stamps of one line of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrapers.stamps.wording import OTHER_DAY, PUBLISHED, STAMP, UNDATED, UPDATED
from scrapers.wording.lines import BYLINE

_SEPARATORS = re.compile(r"[\s|/·•,;:()–-]+")
LONGEST_LINE = 140
LONGEST_REST = 50
_ENDS = " |/·•,;:()–-\t"


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of one line in words, and what else the line holds ("Av Kari Vik"), "" where nothing."""

    published: str | None
    updated: str | None
    rest: str


def stamps(line: str) -> Stamps | None:
    """The stamps of a line that holds little else, None where it is no such line.

    >>> stamps("Publisert 07.05.2021 | Sist endra 10.05.2021")
    Stamps(published='07.05.2021', updated='10.05.2021', rest='')
    >>> stamps("29. august 2016 kl. 08:05 | Tekst: Rune S. Bø")
    Stamps(published='29. august 2016 kl. 08:05', updated=None, rest='Tekst: Rune S. Bø')
    >>> stamps("Oppdatert: i dag 10:15")
    Stamps(published=None, updated='i dag 10:15', rest='')
    >>> stamps("Innsatsen ble oppdatert 3. mai 2021, og da ble det bestemt at alle skulle få sitt eget kort i posten.") is None
    True
    >>> stamps("Høringsfrist: 30.08.2026") is None
    True
    """
    if len(line) > LONGEST_LINE or OTHER_DAY.match(line.strip(_ENDS)):
        return None
    updated = UPDATED.search(line)
    without = _cut(line, updated)
    labelled = PUBLISHED.search(without)
    published = labelled or STAMP.search(without)
    rest = UNDATED.sub("", _cut(without, published))
    second = STAMP.search(rest) if published and not updated and not PUBLISHED.search(rest) else None
    rest = _cut(rest, second).strip(_ENDS)  # a second bare stamp is the update
    if not (published or updated) or (len(rest) > LONGEST_REST and not BYLINE.match(rest)):
        return None
    if published and not labelled and not updated and not _is_bare(line, rest):
        return None
    return Stamps(_words(published, "stamp"), _words(updated, "updated") or (second["stamp"] if second else None), rest)


def _cut(line: str, found: re.Match[str] | None) -> str:
    return line[: found.start()] + line[found.end() :] if found else line


def _words(found: re.Match[str] | None, group: str) -> str | None:
    return (found[group] or found.groupdict().get("today")) if found else None


def _is_bare(line: str, rest: str) -> bool:
    """Whether a line with a stamp that no label announces holds little besides it."""
    return len(_SEPARATORS.sub(" ", rest).split()) <= (5 if "|" in line else 2) or BYLINE.match(rest) is not None
