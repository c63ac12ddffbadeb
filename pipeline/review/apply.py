"""Apply an analyst's patches to a record: what the record becomes, and which patches no longer fit it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast

from pydantic import TypeAdapter, ValidationError

from models.record import Record
from pipeline.review.kinds import BY_FIELD, KINDS, SCALARS
from pipeline.review.patches import DONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.review.patches import Patch

State = Literal["open", "accepted", "edited", "rejected", "added"]
SURE = {"confidence": 1.0, "by": "reviewer"}
SHAPES: dict[str, TypeAdapter[Any]] = {
    kind.field: TypeAdapter(cast("Any", Record.model_fields[kind.field].annotation)) for kind in KINDS
}
ADDED = "-"  # stands for the index in the path of a value that was added


@dataclass(slots=True)
class Item:
    """A value as it stands after the patches: where it stood at first, and what was decided."""

    path: str
    value: dict[str, Any]
    state: State = "open"


@dataclass(slots=True)
class Reviewed:
    """A record with its patches applied: every value (rejected ones too), and the patches that fit nothing in it."""

    record: Record
    items: dict[str, list[Item]]
    scalars: dict[str, Item]
    stale: list[Patch] = field(default_factory=list)
    done: bool = False
    decisions: int = 0

    def corrected(self) -> Record:
        """The record that the decisions make. ValidationError where its parts do not fit together."""
        data = self.record.model_dump(mode="json")
        for name, items in self.items.items():
            data[name] = [_settled(item) for item in items if item.state != "rejected"]
        for name, item in self.scalars.items():
            data[name] = item.value[name]
        return Record.model_validate(data)


def review(record: Record, patches: Iterable[Patch]) -> Reviewed:
    """The record under the patches that are in force, applied in their order.

    A patch fits where a value of its kind says what the patch says was there, whatever its place in the list, its
    confidence and its offsets: so it outlives a rerun of the extraction that leaves the value as it was.
    """
    data = record.model_dump(mode="json")
    reviewed = Reviewed(
        record,
        {
            kind.field: [Item(f"/{kind.field}/{at}", value) for at, value in enumerate(data[kind.field])]
            for kind in KINDS
        },
        {name: Item(f"/{name}", {name: data[name]}) for name in SCALARS},
    )
    for patch in patches:
        if patch.path == DONE:
            reviewed.done = bool(patch.new)
        elif _apply(reviewed, patch):
            reviewed.decisions += 1
        else:
            reviewed.stale.append(patch)
    return reviewed


def _apply(reviewed: Reviewed, patch: Patch) -> bool:
    name, _, place = patch.path.removeprefix("/").partition("/")
    if name in SCALARS:
        return _apply_scalar(reviewed, name, patch)
    if name not in BY_FIELD:
        return False
    if patch.new is not None and said(patch.new) != said(patch.old) and not _shaped(name, patch.new):
        return False
    item = _added(reviewed, name, patch) if patch.old is None else _found(reviewed.items[name], place, patch.old)
    if item is None:
        return False
    before = (item.value, item.state)
    if patch.new is None:
        item.state = "rejected"
    elif patch.old is not None and said(patch.new) == said(patch.old):
        item.state = "added" if item.state == "added" else "accepted"
    else:
        item.value = {**_moved(patch.new, reviewed.record.text), **SURE}
        item.state = "added" if patch.old is None or item.state == "added" else "edited"
    if _valid(reviewed):
        return True
    if patch.old is None:
        reviewed.items[name].remove(item)
    item.value, item.state = before
    return False


def _apply_scalar(reviewed: Reviewed, name: str, patch: Patch) -> bool:
    item = reviewed.scalars[name]
    if item.value[name] != patch.old:
        return False
    before = (item.value, item.state)
    item.value, item.state = {name: patch.new}, "accepted" if patch.new == patch.old else "edited"
    if _valid(reviewed):
        return True
    item.value, item.state = before
    return False


def _added(reviewed: Reviewed, name: str, patch: Patch) -> Item | None:
    if patch.new is None:
        return None
    item = Item(f"/{name}/{ADDED}", patch.new, "added")
    reviewed.items[name].append(item)
    return item


def _found(items: list[Item], place: str, old: Any) -> Item | None:
    """The item that says what `old` says; among several the one with its offsets, then the one at its place."""
    alike = [item for item in items if item.state != "rejected" and said(item.value) == said(old)]
    return max(
        alike, key=lambda item: (_offsets(item.value) == _offsets(old), item.path.endswith(f"/{place}")), default=None
    )


def said(value: Any) -> Any:
    """What a value says: without how sure it is, who read it, and where its mentions stand.

    >>> said({"name": "Os", "confidence": 0.9, "by": "rule", "mentions": [{"start": 3, "end": 5, "text": "Os"}]})
    {'name': 'Os'}
    """
    if isinstance(value, dict):
        left_out = ("confidence", "by", "mentions")
        return {
            key: part["text"] if key == "mention" and isinstance(part, dict) else said(part)
            for key, part in value.items()
            if key not in left_out
        }
    return [said(part) for part in value] if isinstance(value, list) else value


def mentions(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The mentions of a value, its parts' too."""
    yield from value.get("mentions", ())
    if value.get("mention"):
        yield value["mention"]
    for role in value.get("roles", ()):
        yield role["mention"]


def _offsets(value: Any) -> list[tuple[int, int]]:
    try:
        return [(one["start"], one["end"]) for one in mentions(value)]
    except (AttributeError, KeyError, TypeError):  # a patch may hold anything
        return []


def _shaped(name: str, value: Any) -> bool:
    """Whether a patch's value has the parts of a value of its kind."""
    try:
        SHAPES[name].validate_python([{**value, **SURE}])
    except (TypeError, ValidationError):
        return False
    return True


def _moved(value: dict[str, Any], text: str) -> dict[str, Any]:
    """The value with each mention where its words stand now, where they stand elsewhere, and just once."""

    def moved(part: Any) -> Any:
        if isinstance(part, dict):
            if {"start", "end", "text"} == set(part) and text[part["start"] : part["end"]] != part["text"]:
                at = text.find(part["text"]) if text.count(part["text"]) == 1 else part["start"]
                return {"start": at, "end": at + len(part["text"]), "text": part["text"]}
            return {key: moved(inner) for key, inner in part.items()}
        return [moved(inner) for inner in part] if isinstance(part, list) else part

    return dict(moved(value))


def _settled(item: Item) -> dict[str, Any]:
    """A value as it is handed on: one that a person has decided on is sure."""
    return item.value if item.state == "open" else {**item.value, "confidence": 1.0}


def _valid(reviewed: Reviewed) -> bool:
    try:
        reviewed.corrected()
    except ValidationError:
        return False
    return True
