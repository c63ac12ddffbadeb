"""Patches: what analysts decided, one JSON line each, in a file beside the records that is only ever added to."""

from __future__ import annotations

import fcntl
import json
import os
from collections import defaultdict
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from models.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

DONE = "/reviewed"  # the path of "this article has been gone through"


class Patch(BaseModel):
    """One decision on one value of one article.

    `path` says where the value stood ("/people/2", "/title", "/people/-" for one that was added). `old` and `new` are
    the value before and after: alike where it was accepted, `new` null where it was rejected, `old` null where it was
    added. `undoes` names the patch that this one takes back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    article: str
    path: str
    old: Any = None
    new: Any = None
    reviewer: str
    time: AwareDatetime
    undoes: str | None = None

    @classmethod
    def made(cls, article: str, path: str, old: Any, new: Any, *, reviewer: str, undoes: str | None = None) -> Patch:
        """A patch made now."""
        now = datetime.now(UTC).replace(microsecond=0)
        return cls(
            id=uuid4().hex, article=article, path=path, old=old, new=new, reviewer=reviewer, time=now, undoes=undoes
        )


def patches_path(records: Path) -> Path:
    """Where the patches of a records file are kept.

    >>> from pathlib import Path
    >>> patches_path(Path("out/records.jsonl.gz")).as_posix()
    'out/records.patches.jsonl'
    """
    return records.with_name(f"{records.name.partition('.')[0]}.patches.jsonl")


def in_force(patches: Iterable[Patch]) -> list[Patch]:
    """The patches that no later one takes back, in the order they were made."""
    standing: dict[str, Patch] = {}
    for patch in patches:
        if patch.undoes is None:
            standing[patch.id] = patch
        else:
            standing.pop(patch.undoes, None)
    return list(standing.values())


class PatchFile:
    """The patches of a records file, by article. ReadError, with the line's number, where a line is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._seen = 0
        self._by_article: defaultdict[str, list[Patch]] = defaultdict(list)
        self._read_on()

    def of(self, article: str) -> list[Patch]:
        """The patches of an article that are in force; those that another process has added are read first."""
        with self._lock:
            self._read_on()
            return in_force(self._by_article.get(article, ()))

    def articles(self) -> Iterator[str]:
        """The ids of the articles that have a patch in force."""
        with self._lock:
            self._read_on()
            return iter([article for article, patches in self._by_article.items() if in_force(patches)])

    def add(self, patch: Patch) -> None:
        """Add a patch: it is on disk when this returns. OSError where it cannot be written."""
        line = (patch.model_dump_json() + "\n").encode()
        with self._lock, self.path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            start = self._whole_end(file.seek(0, os.SEEK_END))
            file.truncate(start)
            try:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(start)  # no half line stays
                raise
            self._read_on()

    def _whole_end(self, size: int) -> int:
        """Where the last whole line ends: a line cut by a crash was never answered for and is written over."""
        with self.path.open("rb") as file:
            start = max(0, size - 1)
            file.seek(start)
            if size == 0 or file.read(1) == b"\n":
                return size
            file.seek(0)
            return file.read().rfind(b"\n") + 1

    def _read_on(self) -> None:
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            file.seek(self._seen)
            added = file.read()
        whole = added[: added.rfind(b"\n") + 1]
        for line in whole.splitlines():
            if line.strip():
                patch = self._patch(line)
                self._by_article[patch.article].append(patch)
        self._seen += len(whole)

    def _patch(self, line: bytes) -> Patch:
        try:
            return Patch.model_validate_json(line)
        except ValidationError as error:
            shown = json.dumps(line.decode("utf-8", "replace")[:60], ensure_ascii=False)
            raise ReadError(str(self.path), f"no valid patch: {shown}: {error.errors()[0]['msg']}") from error
