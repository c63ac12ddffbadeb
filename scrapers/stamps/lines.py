"""Read the stamps of one line of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrapers.stamps.wording import CHANGED_AT, DAY, OTHER_DAY, PAGE, PUBLISHED, READING_TIME, STAMP, UNDATED, UPDATED
from scrapers.wording.lines import BYLINE, SENT
from scrapers.wording.names import is_name

_SEPARATORS = re.compile(r"[\s|/·•,;:()–-]+")
_PARTED = re.compile(r" [|/·•] ")
LONGEST_LINE = 140
LONGEST_REST = 50
LONGEST_NAMED = 80  # of a rest that is a name, as of Direktoratet for samfunnssikkerhet og beredskap
_ENDS = " |/·•,;:()–-\t"


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of one line in words, and what else the line holds ("Av Kari Vik"), "" where nothing."""

    published: str | None
    updated: str | None
    rest: str


def stamps(line: str, *, opening: bool = False) -> Stamps | None:
    """The stamps of a line that holds little else, None where it is no such line.

    `opening`: the line is among the first of a text, where a longer name may stand beside a stamp.

    >>> stamps("Publisert 07.05.2021 | Sist endra 10.05.2021")
    Stamps(published='07.05.2021', updated='10.05.2021', rest='')
    >>> stamps("29. august 2016 kl. 08:05 | Tekst: Rune S. Bø")
    Stamps(published='29. august 2016 kl. 08:05', updated=None, rest='Tekst: Rune S. Bø')
    >>> stamps("16.05.2023 kl. 05.55, sist endret kl. 14.20").updated
    '16.05.2023 kl. 14.20'
    >>> stamps("Oppdatert: i dag 10:15")
    Stamps(published=None, updated='i dag 10:15', rest='')
    >>> stamps("Innsatsen ble oppdatert 3. mai 2021, og da ble det bestemt at alle skulle få sitt eget kort i posten.") is None
    True
    >>> stamps("Pressemelding fra Vik kommune 3. mai 2021", opening=True).rest
    'Pressemelding fra Vik kommune'
    >>> stamps("Høringsfrist: 30.08.2026") is None
    True
    """
    if len(line) > LONGEST_LINE:
        return None
    line = PAGE.sub("", READING_TIME.sub("", line))
    if OTHER_DAY.match(line.strip(_ENDS)):
        return None
    updated = UPDATED.search(line)
    without = _cut(line, updated)
    labelled = PUBLISHED.search(without)
    published = labelled or STAMP.search(without)
    by = (labelled["by"] or "") if labelled else ""  # Publisert av Vik kommune 3. mai 2021
    rest = UNDATED.sub("", by + _cut(without, published))
    second = STAMP.search(rest) if published and not updated and not PUBLISHED.search(rest) else None
    rest = _cut(rest, second).strip(_ENDS)  # a second bare stamp is the update
    named = opening and len(rest) <= LONGEST_NAMED and (is_name(rest) or SENT.match(rest) is not None)
    if not (published or updated) or (len(rest) > LONGEST_REST and not (named or BYLINE.match(rest))):
        return None
    if published and not labelled and not updated and not (named or _is_bare(line, rest)):
        return None
    later = _words(updated, "updated") or (second["stamp"] if second else None)
    return Stamps(_words(published, "stamp"), later or _same_day(published, without), rest)


def _same_day(published: re.Match[str] | None, line: str) -> str | None:
    """An update of which a line tells the clock time alone, on the day of publication; None where it tells none."""
    at = CHANGED_AT.search(line)
    day = DAY.search(published["stamp"] or "") if published and at else None
    return f"{day[0]} {at['clock']}" if day and at else None


def _cut(line: str, found: re.Match[str] | None) -> str:
    return line[: found.start()] + line[found.end() :] if found else line


def _words(found: re.Match[str] | None, group: str) -> str | None:
    return (found[group] or found.groupdict().get("today")) if found else None


def _is_bare(line: str, rest: str) -> bool:
    """Whether a line with a stamp that no label announces holds little besides it."""
    if len(_SEPARATORS.sub(" ", rest).split()) <= (5 if "|" in line else 2) or BYLINE.match(rest) is not None:
        return True
    parts = _PARTED.split(rest)  # 3. juni 2018 / Kari Vik / Hage / 12 kommentarer
    return STAMP.match(line) is not None and len(parts) > 1 and all(len(part.split()) <= 3 for part in parts)
