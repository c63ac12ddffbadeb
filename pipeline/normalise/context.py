"""What every topic needs to know of the article to work out a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import date

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Context:
    """The day of the article (None where it gives none), who issued it, and its language (nb or nn)."""

    published: date | None
    publisher: str | None = None
    language: str = "nb"


@dataclass(frozen=True, slots=True)
class Reading(Generic[ValueT]):
    """The values of one topic in the order of the text, and the warnings that came up."""

    values: tuple[ValueT, ...]
    warnings: tuple[str, ...] = ()
