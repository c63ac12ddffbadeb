"""Print what strangers wrote: the one way to the terminal, on which no character drives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from models.errors import UtdragError

BIDI = "\u202a-\u202e\u2066-\u2069"  # they turn the order of what follows
CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}\ud800-\udfff]")  # an escape code must not drive the terminal


def counted(number: int, noun: str) -> str:
    """A number of things, in words that agree.

    >>> counted(1, "record"), counted(0, "new document")
    ('1 record', '0 new documents')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def plain(text: str) -> str:
    r"""The text with every control character but tab and line end made visible; its length stays.

    >>> plain("ingen \x1b[31mfarge")
    'ingen \ufffd[31mfarge'
    """
    return CONTROL.sub("\ufffd", text)


def plain_json(text: str) -> str:
    r"""JSON that says the same, its control characters written as JSON writes them.

    >>> plain_json('"a\x9b31m"')
    '"a\\u009b31m"'
    """
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def echo(text: str, *, err: bool = False) -> None:
    """Print a text as it is, but for its control characters."""
    typer.echo(plain(text), err=err)


def echo_json(text: str) -> None:
    """Print JSON."""
    typer.echo(plain_json(text))


def problem(error: UtdragError | OSError) -> None:
    """Tell what went wrong, in one line."""
    echo(f"utdrag: {' '.join(in_words(error).split())}", err=True)


def in_words(error: Exception) -> str:
    """An error in words for a person.

    >>> in_words(PermissionError(13, "Permission denied", "report.html"))
    'report.html: permission denied'
    """
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}"
    return str(error)


def told(console: Console, text: str, style: str | None = None) -> None:
    """Print a text on a console, where it may have a colour."""
    console.print(plain(text), style=style, markup=False, highlight=False, soft_wrap=True, emoji=False)
