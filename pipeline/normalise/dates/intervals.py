"""Work out intervals: the end lies behind the start."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from models.edtf import bounds
from pipeline.spans.dates import Day, Holiday, Lean, Month, Part, Season, Timed, Week, Weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.normalise.dates.scope import Scope
    from pipeline.spans.dates import Interval, Node

RECURRING = (Weekday, Day, Month, Week, Season, Part, Holiday)


def interval(node: Interval, scope: Scope, resolve: Callable[[Node, Scope], str | None]) -> str | None:
    """The value of an interval whose ends `resolve` works out; None where it would end before it starts."""
    first = resolve(node.first, scope)
    if first is None:
        return None
    start = bounds(first)[0]
    last = resolve(node.last, _behind(node.last, start, scope))
    if last is None or start is None:
        return None
    end = bounds(last)[1]
    if end is None or start[:10] > end[:10]:
        return None
    return _joined(first, last, start, end)


def _joined(first: str, last: str, start: str, end: str) -> str:
    """Two values as an interval; weeks, quarters and halves by their outer days or months."""
    if "/" in first or "/" in last:
        return f"{start[:10]}/{end[:10]}"
    if any(value[5:7] > "32" for value in (first, last)):
        return f"{start[:7]}/{end[:7]}"
    return f"{first}/{last}"


def _behind(node: Node, start: str | None, scope: Scope) -> Scope:
    """The scope for the end of an interval: it lies behind its start."""
    if start is None or scope.published is None:
        return scope
    inner = node.day if isinstance(node, Timed) else node
    free = all(getattr(inner, told, None) is None for told in ("year", "pick", "week"))
    if isinstance(inner, RECURRING) and free:
        return type(scope)(date.fromisoformat(start[:10]), Lean.COMING, scope.sentence)
    return scope
