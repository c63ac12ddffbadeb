"""From what the page sends to a patch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.review.apply import said
from pipeline.review.complete import value
from pipeline.review.kinds import BY_FIELD, SCALARS
from pipeline.review.patches import DONE, Patch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.record import Record

UNDO = "/undo"


def decided(record: Record, given: Mapping[str, Any], standing: Sequence[Patch], reviewer: str) -> Patch | None:
    """The patch of a decision; None for an undo where no patch is `standing`.

    A decision holds the `path` of the value and the value `old` that the analyst saw. `do` is "accept", "reject", or
    "set" with the fields `given`; a new value also says `where` it stands: two offsets, or the words. ValueError, in words
    for the analyst, where it makes no sense.
    """
    path = str(given.get("path", ""))
    field = path.removeprefix("/").partition("/")[0]
    old, new = given.get("old"), None
    if path == UNDO:
        last = standing[-1] if standing else None
        return last and Patch.made(record.id, last.path, None, None, reviewer=reviewer, undoes=last.id)
    if path == DONE:
        new = bool(given.get("done"))
        old = not new
    elif field in SCALARS:
        new = given.get("new") or None
    elif field not in BY_FIELD:
        raise ValueError(f"no field has the path {path!r}")
    elif given.get("do") == "accept":
        new = old
    elif given.get("do") == "set":
        new = _filled(record, field, given, old)
    elif given.get("do") != "reject":
        raise ValueError(f"nothing to do: {given.get('do')!r}")
    return Patch.made(record.id, path, old, new, reviewer=reviewer)


def _filled(record: Record, field: str, given: Mapping[str, Any], old: Any) -> Any:
    told = given.get("given")
    if not isinstance(told, dict) or not (old is None or isinstance(old, dict)):
        raise ValueError("the form is malformed")
    new = value(field, told, record, old, _where(record, given.get("where")))
    return old if old is not None and said(new) == said(old) else new


def _where(record: Record, where: Any) -> tuple[int, int] | None:
    """The characters that were selected, or where typed words stand in the text."""
    if isinstance(where, str):
        at = record.text.find(where) if where.strip() else -1
        if at < 0:
            raise ValueError(f"the article does not say {where!r}")
        return at, at + len(where)
    match where:
        case [int(start), int(end)] if 0 <= start < end <= len(record.text):
            return start, end
    return None
