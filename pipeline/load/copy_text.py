"""Write rows as PostgreSQL's COPY reads them as text: tabs between values, a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.load.rows import Row

NULL = "None"  # what COPY is told to read as no value: as Python writes it, which takes no time
OPTIONS = f"(ENCODING 'UTF8', NULL '{NULL}')"
ESCAPES = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}


def copy_text(rows: Sequence[Row]) -> bytes:
    """The rows of one table in UTF-8, to be read with OPTIONS; each value by its `str`. ValueError where one holds a NUL."""
    if not rows:
        return b""
    line = "\t".join(["%s"] * len(rows[0])) + "\n"
    text = "".join([line % row for row in rows])
    if not _is_plain(text, rows):
        text = "".join([line % tuple(map(_escaped, row)) for row in rows])
    data = text.encode()
    if b"\0" in data:
        raise ValueError("a text with a NUL character, which PostgreSQL cannot hold")
    return data


def _is_plain(text: str, rows: Sequence[Row]) -> bool:
    """Whether no value holds what COPY would take for something else."""
    return not (
        text.count("\n") > len(rows)
        or "\\" in text
        or "\r" in text
        or text.count("\t") > len(rows) * (len(rows[0]) - 1)
        or (NULL in text and any(NULL in row for row in rows))
    )


def _escaped(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value == NULL:
        return f"\\{NULL}"
    for character, escape in ESCAPES.items():
        if character in value:
            value = value.replace(character, escape)
    return value
