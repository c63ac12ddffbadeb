"""A layout: where a publisher's pages keep what, as CSS selectors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.release import BlockKind

Selectors = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """CSS selectors by what they find; where one finds nothing, or none is given, the reader's own rules hold.

    The first selector of `title`, `body` that finds something counts; all that those of `lead` find is joined; a stamp is the
    element's `datetime` or `content`, else its text. `kinds` gives elements their kind of block; what `drop` finds
    is no part of the article, and the words of controls that `keep` finds are; `publisher` finds the issuer's name, else `issuer` is it.
    """

    title: Selectors = ()
    lead: Selectors = ()
    body: Selectors = ()
    published: Selectors = ()
    updated: Selectors = ()
    publisher: Selectors = ()
    drop: Selectors = ()
    keep: Selectors = ()
    kinds: Mapping[BlockKind, Selectors] = field(default_factory=dict)
    issuer: str | None = None


GENERIC = Layout()
