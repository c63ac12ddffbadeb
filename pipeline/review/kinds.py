"""The kinds of value that an analyst sees and corrects, in the order of the page, with the fields of their forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from models.record import CountKind, Qualifier


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a form: its name in the record, whether it must be filled, and what may be chosen."""

    name: str
    required: bool = False
    choices: tuple[str, ...] = ()
    suggestions: str = ""  # the id of a list of suggestions on the page
    long: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: the record's field, the fields of its form, and those of its parts (a person's roles)."""

    field: str
    entries: tuple[Entry, ...]
    parts: str = ""
    part_entries: tuple[Entry, ...] = ()


KINDS = (
    Kind("municipalities", (Entry("code", required=True, suggestions="known-municipalities"),)),
    Kind("counties", (Entry("code", required=True, suggestions="known-counties"),)),
    Kind("organizations", (Entry("name", required=True),)),
    Kind(
        "people",
        (Entry("name", required=True), Entry("party")),
        "roles",
        (
            Entry("title", required=True),
            Entry("organization"),
            Entry("municipality", suggestions="known-municipalities"),
        ),
    ),
    Kind("dates", (Entry("edtf", required=True),)),
    Kind(
        "counts",
        (
            Entry("value", required=True),
            Entry("value_max"),
            Entry("unit", required=True),
            Entry("kind", required=True, choices=get_args(CountKind)),
            Entry("qualifier", choices=("", *get_args(Qualifier))),
        ),
    ),
    Kind(
        "quotes",
        (Entry("speaker", required=True, suggestions="known-people"), Entry("text", required=True, long=True)),
    ),
)
BY_FIELD = {kind.field: kind for kind in KINDS}
SCALARS = ("title", "lead", "published", "updated", "publisher", "language")
