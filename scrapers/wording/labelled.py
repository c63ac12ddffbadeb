"""Read the labelled lines of a header: "Utsteder: Vik Laks ASA", "Emne: Ny skole", "Til: Mediene"."""

from __future__ import annotations

import re
from typing import NamedTuple

from scrapers.wording.names import is_body, issues_itself, sender
from scrapers.wording.tables import words

LINE = re.compile(r"(?P<label>[A-ZÆØÅa-zæøå][A-ZÆØÅa-zæøå -]{1,16}):\s?(?P<value>\S[^\n]{0,200})")
ADDRESSED = re.compile(r"(?P<name>[^<>@]{2,80}) <[^<>@]{1,60}@(?P<domain>[^<>@]{3,60})>")  # Vik Vel <post@vikvel.no>
MEANINGS = ("sender", "title", "other")


class Labelled(NamedTuple):
    """What the value of a labelled line is, "sender", "title" or "other", and the value."""

    meaning: str
    value: str


def labelled(text: str) -> Labelled | None:
    """The line's value and what it is; None where its label is none of a header.

    >>> labelled("Emne: Ny skole"), labelled("Ny skole: Alle får plass")
    (Labelled(meaning='title', value='Ny skole'), None)
    """
    found = LINE.fullmatch(text)
    label = found["label"].lower() if found else ""
    meaning = next((meaning for meaning in MEANINGS if label in words("header_labels.csv", meaning)), None)
    return Labelled(meaning, found["value"].strip()) if found and meaning else None


def labelled_sender(value: str) -> str | None:
    """The body behind a sender's label; None for a person with a mail address, and for what is no name.

    >>> labelled_sender("Vik Laks ASA"), labelled_sender("Havforum Sør <post@havforum.no>")
    ('Vik Laks ASA', 'Havforum Sør')
    >>> labelled_sender("Kari Vik <kari@vikvel.no>") is None
    True
    """
    found = ADDRESSED.fullmatch(value)
    name = sender(found["name"].strip('" ')) if found else sender(value)
    if found is None or name is None or is_body(name) or issues_itself(name):
        return name
    plain = [word.lower() for word in name.split() if len(word) > 3]
    return name if any(word in found["domain"].lower() for word in plain) else None
