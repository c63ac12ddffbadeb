"""Tell whether a number of four digits is a year: what stands before it, what is counted behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.dates.surroundings import complete
from pipeline.lexicon.calendar.evidence import tells, tense
from pipeline.spans.dates import Interval, YearOf

if TYPE_CHECKING:
    from pipeline.annotate.dates.atoms import Atom
    from pipeline.annotate.dates.surroundings import Surroundings
    from pipeline.lexicon.calendar.lexer import Lexemes

STRONG = "iqfFcyvb"  # i, siden, fra, før, utgangen av, i løpet av, ut, mellom: a number behind them is a year
YEARS_ALONE = re.compile(r"4(?:(?:, | g | e |/)4){1,9}\.?")
ROW = 200  # characters of a table row on each side
WEAK = "traz~"  # til, for, av, med, rundt: a year, unless something is counted


def is_year(lexemes: Lexemes, atom: Atom, near: Surroundings, last: Atom | None) -> bool:
    """Whether the number is a year; `last` is the date before it."""
    if near.before in tells("reference") or near.kinds_after[:2] in (" %", " U", " @") or _counts(lexemes, atom):
        return False
    if isinstance(atom.node, Interval):
        between = near.kinds_before[-2:] == "b " and near.after not in tells("counted")  # mellom 2010 og 2020
        return complete(near) or between or near.kinds_before[-2:] == "i " or near.before in tells("year")
    if near.kinds_before[-2:-1] in STRONG and near.kinds_before[-1:] == " ":
        return near.after not in tells("counted")
    if near.before in tells("year"):
        return near.after not in tells("counted")
    year = atom.node.year if isinstance(atom.node, YearOf) else 0
    if not complete(near) or not 1500 <= year <= 2100:
        return False
    listed = last is not None and last.end >= atom.start - 3 and isinstance(last.node, (YearOf, Interval))
    if listed and lexemes.kinds[last.end if last else 0 : atom.start] in (" g ", ", ", " e ", "/"):
        return True
    if lexemes.text.startswith((" i parentes", " i parantes"), lexemes.ends[atom.end - 1]):
        return True
    if near.kinds_before[-1:] == "(" or near.kinds_before[-2:] == ": ":
        return near.kinds_after[:1] in (")", ",", "|", " ", ".", "", ";", "-")
    if near.begins:
        return tense(near.after) is not None or _alone(lexemes, atom)
    weak = near.kinds_before[-2:-1] in WEAK and near.kinds_before[-1:] == " "
    return weak or near.before in tells("year-weak") or _header(lexemes, atom)


def _alone(lexemes: Lexemes, atom: Atom) -> bool:
    """Whether years are all that the block has: "2022, 2023 og 2024"."""
    start = lexemes.kinds.rfind("|", max(0, atom.start - ROW), atom.start) + 1
    end = lexemes.kinds.find("|", start, start + ROW)
    return bool(YEARS_ALONE.fullmatch(lexemes.kinds[start : end if end >= 0 else start + ROW]))


def _counts(lexemes: Lexemes, atom: Atom) -> bool:
    """Whether the number is the low end of something counted: "fra 2000 til 2500 kroner"."""
    match = re.match(r"(?: t |-| - | g )[0-9] x", lexemes.kinds[atom.end : atom.end + 6])
    return bool(match) and lexemes.word(atom.end + match.end() - 1).lower() in tells("counted") if match else False


def _header(lexemes: Lexemes, atom: Atom) -> bool:
    """Whether the number is one of the years at the head of a table."""
    start = lexemes.starts[atom.start]
    before, behind = lexemes.text[max(0, start - ROW) : start], lexemes.text[start : start + ROW]
    row = before.rpartition("\n")[2] + behind.partition("\n")[0]
    cells = [cell.strip() for cell in row.split("\t")]
    numbers = [cell for cell in cells if any(char.isdigit() for char in cell)]
    return (
        len(cells) > 2
        and lexemes.word(atom.start) in cells
        and all(re.fullmatch(r"[12]\d{3}", cell) for cell in numbers)
    )
