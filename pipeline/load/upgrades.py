"""Bring a record of an older schema version up to today's, as JSON, before it is validated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.record import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

Fields = dict[str, Any]
VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})*")  # 1.0


@dataclass(frozen=True, slots=True)
class Upgrade:
    """One step: a pure function from the fields of one schema version to those of the next."""

    old: str
    new: str
    convert: Callable[[Fields], Fields]


UPGRADES: tuple[Upgrade, ...] = ()  # in order; 1.0 is the first version, so there is nothing older to read yet


def upgraded(fields: Fields, upgrades: tuple[Upgrade, ...] = UPGRADES, current: str = SCHEMA_VERSION) -> Fields:
    """The fields in the current version. ValueError, in words, where they are newer, or no upgrade leads on from them.

    >>> shout = Upgrade("0.9", "1.0", lambda fields: {**fields, "title": fields["title"].upper()})
    >>> upgraded({"schema_version": "0.9", "title": "ja"}, (shout,), "1.0")
    {'schema_version': '1.0', 'title': 'JA'}
    >>> upgraded({"schema_version": "1.1"}, (shout,), "1.0")
    Traceback (most recent call last):
    ValueError: schema version 1.1 is newer than 1.0, the newest that this utdrag reads
    """
    version = fields.get("schema_version", current)
    for step in upgrades:
        if step.old == version:
            fields = {**_converted(fields, step), "schema_version": step.new}
            version = step.new
    if version == current:
        return fields
    if _numbers(version) > _numbers(current):
        raise ValueError(f"schema version {version} is newer than {current}, the newest that this utdrag reads")
    raise ValueError(f"schema version {version} is older than {current}, and no upgrade leads from it")


def _converted(fields: Fields, step: Upgrade) -> Fields:
    try:
        return step.convert(fields)
    except (LookupError, TypeError, AttributeError) as error:  # what a step meets in a record that is none
        raise ValueError(f"no valid record of schema version {step.old}: {error!r}") from error


def _numbers(version: object) -> tuple[int, ...]:
    if not (isinstance(version, str) and VERSION.fullmatch(version)):
        raise ValueError(f"no schema version: {str(version)[:40]!r}")
    return tuple(map(int, version.split(".")))
