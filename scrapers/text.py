"""Clean text: one kind of space, no invisible characters."""

from __future__ import annotations

import re

INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
SPACES = re.compile(r"[^\S\n]+")
AROUND_BREAK = re.compile(r" ?\n ?")
BREAKS = re.compile(r"\n{2,}")


def clean(text: str) -> str:
    r"""The text with every run of horizontal space as one space, and soft hyphens and other invisibles dropped.

    >>> clean("syke\u00adpleiere:\u00a01\u202f200 \n\n  til\tsammen ")
    'sykepleiere: 1 200\ntil sammen'
    """
    text = SPACES.sub(" ", INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return BREAKS.sub("\n", AROUND_BREAK.sub("\n", text)).strip()


def line(text: str) -> str:
    """The text cleaned, on one line."""
    return clean(text).replace("\n", " ")
