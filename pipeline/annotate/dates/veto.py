"""Leave out what is no date: names, counts that look like years, recurring days, "vår" that is "our"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.dates.surroundings import around, complete
from pipeline.annotate.dates.years import is_year
from pipeline.lexicon.calendar.evidence import tells, tense
from pipeline.spans.dates import (
    Day,
    Decade,
    Edge,
    Interval,
    Month,
    Season,
    Shift,
    Timed,
    Weekday,
    Weekend,
    YearOf,
)

if TYPE_CHECKING:
    from pipeline.annotate.dates.atoms import Atom
    from pipeline.annotate.dates.surroundings import Surroundings
    from pipeline.lexicon.calendar.lexer import Lexemes

SEASONAL = "tfqFyvbc"
SPRING = 21
DONE = ("ble", "blei", "vart")  # auxiliaries of the passive in the past
BOTH = re.compile(r" g [FG]")  # to uker før og etter
ROUND_THE_CLOCK = (24, 7)
LATEST = ("senest", "seinast", "snarest", "den")
AGED = 5  # words: how near before "i 50-årene" the person stands
DATELINE = re.compile(r"\(?C(?:[ /-]C){0,3}(?:, | \(C\) ?| )?\(?(?:d )?")  # OSLO (NTB) 3. mai: | (Bodø, 26. april 2024)
HOURS_BEHIND = re.compile(r",?:? ?(?:f )?(?:K|[12][.:-])")


def kept(lexemes: Lexemes, atoms: list[Atom]) -> list[Atom]:
    """The atoms that are dates."""
    found: list[Atom] = []
    again = -1  # where the last recurring day ended: "hver mandag og onsdag"
    for atom in atoms:
        near = around(lexemes, atom)
        gap = lexemes.kinds[again : atom.start] if again >= 0 else None
        listed = gap in (" g ", ", ", "-", " t ") or (gap in (" f ", " ") and _spans_months(atom))
        near_by = {near.before, near.before_that} & tells("recurring")
        recurring = bool(near_by) and not near.begins and atom.rule != "this-season"  # hver uke i vinter
        if listed or (recurring and atom.rule != "day-month"):
            again = atom.end
        elif near.alone or _is_date(lexemes, atom, near, found[-1] if found else None):
            found.append(atom)
    return found


def _spans_months(atom: Atom) -> bool:
    """Whether the atom tells in which part of each year: "hver fredag fra mai til august"."""
    first = atom.node.first if isinstance(atom.node, Interval) else None
    return isinstance(first, (Month, Season)) and first.year is None


def _is_date(lexemes: Lexemes, atom: Atom, near: Surroundings, last: Atom | None) -> bool:
    stamped = {near.before, f"{near.before_that} {near.before}"} & tells("stamp")
    if _dateline(lexemes, atom) or (stamped and near.before_that not in DONE):  # loven ble endret i fjor
        return False
    node = atom.node
    if near.after in tells("yearly") and isinstance(node, (Day, Month, Season)) and node.year is None:
        return False
    if isinstance(node, YearOf) or (isinstance(node, Interval) and isinstance(node.first, YearOf)):
        return is_year(lexemes, atom, near, last)
    if isinstance(node, (Day, Interval)) and atom.rule.startswith("numeric"):
        return _is_numeric(lexemes, atom, near)
    if isinstance(node, Month):
        return node.year is not None or lexemes.word(atom.start)[0].islower() or near.kinds_after[:1] == ":"
    if isinstance(node, Season):
        return _is_season(atom, node, near)
    if atom.rule == "relative-day" and lexemes.word(atom.start).partition(" ")[2][:2].istitle():
        return False  # i Dag og Tid
    if isinstance(node, Shift):
        return _is_stretch(lexemes, atom, near)
    return _is_day(lexemes, atom, near)


def _is_day(lexemes: Lexemes, atom: Atom, near: Surroundings) -> bool:
    node = atom.node
    if isinstance(node, Weekend):
        return near.kinds_before[-2:] not in ("o ", "u ")
    if isinstance(node, Decade):
        return not _aged(lexemes, atom)
    if isinstance(node, Edge) and isinstance(node.of, Shift):
        return node.of.unit != "day"
    if isinstance(node, Interval) and isinstance(node.first, Weekday):
        return not HOURS_BEHIND.match(near.kinds_after) and not _opening_hours(lexemes, atom)
    inner = node.day if isinstance(node, Timed) else node
    if isinstance(inner, Weekday) and atom.rule == "weekday":
        return _is_weekday(lexemes, atom, near)
    if atom.rule == "weekday-beside" and near.kinds_before[-2:] != "j ":
        return complete(near) or lexemes.kinds[atom.start] in "jp"
    if atom.rule == "day-month" and isinstance(inner, Day):
        short = lexemes.kinds[atom.start : atom.end].rstrip(". 4")[-1:] == "m"
        return not (short and near.kinds_after[1:2] == "C" and lexemes.word(atom.end - 1)[0].isupper())
    greeted = near.before in tells("greeting") and near.before_that != "for"  # stenger for godt julaften
    return not (atom.rule == "holiday" and (greeted or near.kinds_after[:2] == " C"))


def _is_weekday(lexemes: Lexemes, atom: Atom, near: Surroundings) -> bool:
    if near.kinds_before[-2:] in ("O ", "L ", "o ") or near.before in tells("indefinite"):
        return False
    if near.before_that in tells("indefinite") and near.before in tells("ordinary"):  # en vanlig lørdag
        return False
    name = lexemes.word(atom.start)[0].isupper() and lexemes.kinds[atom.start] == "W"
    if name and not near.begins:
        return isinstance(atom.node, Timed)
    return not (name and near.kinds_after[:2] == " C" and atom.end - atom.start == 1)


def _aged(lexemes: Lexemes, atom: Atom) -> bool:
    """Whether the years are those of a life: "en mann i 50-årene", "i tjueåra"."""
    if not lexemes.word(atom.end - 1).lower().endswith(("åra", "årene", "åri")) or lexemes.kinds[atom.start] == "4":
        return False
    before = lexemes.text[max(0, lexemes.starts[atom.start] - 60) : lexemes.starts[atom.start]]
    words = re.findall(r"\w+", before.lower())[-AGED:]
    anyone = len(words) > 2 and words[-1] == "i" and words[-3] in tells("indefinite")  # ein sogning i 40-åra
    return anyone or bool(tells("person") & set(words))


def _opening_hours(lexemes: Lexemes, atom: Atom) -> bool:
    start = lexemes.starts[atom.start]
    block = lexemes.text[max(0, start - 120) : start].rpartition("\n")[2]
    return bool(tells("hours") & set(re.findall(r"\w+", block.lower())))


def _is_numeric(lexemes: Lexemes, atom: Atom, near: Surroundings) -> bool:
    start = lexemes.starts[atom.start]
    if near.before in tells("reference") or "§" in lexemes.text[max(0, start - 3) : start]:
        return False
    node = atom.node
    if atom.rule == "numeric" or isinstance(node, Interval) or lexemes.kinds[atom.start] in "Ww":
        return True
    if "/" in lexemes.kinds[atom.start : atom.end]:
        return isinstance(node, Day) and _is_stroked(node, near)
    padded = all(len(lexemes.word(place)) == 2 for place in range(atom.start, atom.end) if lexemes.kinds[place] == "1")
    dotted = "." in lexemes.kinds[atom.start : atom.end]
    return dotted and (
        padded or near.kinds_before[-2:] in ("t ", "f ", "d ", "F ", "q ") or near.before in tells("coming")
    )


def _is_stroked(node: Day, near: Surroundings) -> bool:
    """Whether figures like 12/4, behind a verb or a deadline, are a day: no fraction is so large."""
    verb = tense(near.before) in ("past", "present") and near.before not in DONE  # ble 12/3
    led = verb or near.before in (*tells("coming"), *LATEST)
    small = node.month is not None and node.day <= node.month
    return led and not small and (node.day, node.month) != ROUND_THE_CLOCK and near.after != "av"


def _is_season(atom: Atom, node: Season, near: Surroundings) -> bool:
    if atom.rule == "this-season":
        return node.season != SPRING or complete(near)
    if node.year is not None or node.pick is not None:
        return True
    if node.after:
        return complete(near)
    return (
        near.kinds_before[-2:] == "~ "
        or (near.kinds_before[-2:-1] in SEASONAL and near.kinds_before[-1:] == " ")
        or near.before in tells("season")
    )


def _is_stretch(lexemes: Lexemes, atom: Atom, near: Surroundings) -> bool:
    node = atom.node
    if atom.rule == "stretch":
        return isinstance(node, Shift) and node.unit != "day" and near.kinds_before[-2:] in ("v ", "y ")
    if atom.rule == "beside" and near.kinds_before[-2:] == "o ":  # om kvelden før
        return False
    if atom.rule == "beside" or (atom.rule == "later" and lexemes.kinds[atom.end - 1] == "F"):
        ends = complete(near) or (
            near.after not in ("at", "enn") and tense(near.before) is not None
        )  # ble året etter lensmann
        return ends and near.after not in tells("conjunction") - {"og"}
    if atom.rule == "later":
        return near.after != "enn" and not BOTH.match(near.kinds_after)
    if atom.rule == "ahead":
        return (
            near.before not in tells("request")
            and near.kinds_after[:2] != " z"
            and near.after not in ("gamle", "gammel", "gammal")
        )
    if atom.rule == "ago":
        return near.kinds_after[:2] != " 4"
    return True


def _dateline(lexemes: Lexemes, atom: Atom) -> bool:
    """Whether the place and day of writing open the block: "Oslo, 3. mai 2024:"."""
    start = lexemes.kinds.rfind("|", max(0, atom.start - 12), atom.start) + 1
    if start == 0 and atom.start > 12:
        return False
    head = lexemes.kinds[start : atom.start]
    if not DATELINE.fullmatch(head) or not (set(head) & {",", "("}):
        return False
    if head.startswith("(") and lexemes.kinds[atom.end : atom.end + 2] == ") ":
        return True
    return lexemes.kinds[atom.end : atom.end + 1] in (":", "|", "") or lexemes.kinds[atom.end : atom.end + 2] in (
        " -",
        ")",
        ". ",
        ".|",
        "):",
    )
