"""The documents of a large run in shards, each the work of one actor at a time, by addresses that fsspec knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from fsspec.core import url_to_fs

from models.errors import OutputError
from scrapers.sources.folder import READ
from scrapers.streams import inner_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from fsspec import AbstractFileSystem

BYTES = 50_000_000  # of a shard's files together; a larger file is a shard of its own


@dataclass(frozen=True, slots=True)
class File:
    """A file of documents: its address, and its size, -1 where there is no such file."""

    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that are read together, and the name of what comes of them."""

    name: str
    files: tuple[File, ...]

    @classmethod
    def read(cls, text: str) -> Self:
        """The shard that was written as `text`."""
        fields = json.loads(text)
        return cls(fields["name"], tuple(File(address, size) for address, size in fields["files"]))

    def text(self) -> str:
        """The shard as JSON."""
        return json.dumps({"name": self.name, "files": [(file.address, file.size) for file in self.files]})


def place(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address, and the path there. OutputError where fsspec knows no such kind of address."""
    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise OutputError(address, f"it cannot be reached: {error}") from error
    return system, path


def files(sources: Iterable[str]) -> Iterator[File]:
    """The files of the sources, each once, in order; those of a folder sorted, hidden ones and other kinds left out."""
    seen = set[str]()
    for source in sources:
        for file in _files(source):
            if file.address not in seen:
                seen.add(file.address)
                yield file


def _files(source: str) -> Iterator[File]:
    system, root = place(source)
    if not system.isdir(root):
        yield File(source, system.size(root) if system.exists(root) else -1)
        return
    for path, facts in sorted(system.find(root, detail=True).items()):
        name = path.rpartition("/")[2]
        if inner_name(name).endswith(READ) and not name.startswith("."):
            yield File(source.rstrip("/") + path.removeprefix(root.rstrip("/")), facts["size"])


def planned(listed: Iterable[File], done: frozenset[File], first: int, most: int) -> Iterator[Shard]:
    """The files that are not done yet in shards of `most` at most, in order, numbered from `first`."""
    group, size = list[File](), 0
    for file in listed:
        if file in done:
            continue
        if group and (len(group) == most or size + file.size > BYTES):
            yield _shard(first, group)
            first, group, size = first + 1, [], 0
        group.append(file)
        size += file.size
    if group:
        yield _shard(first, group)


def _shard(number: int, group: Sequence[File]) -> Shard:
    told = "\n".join(f"{file.address}\0{file.size}" for file in group)
    return Shard(f"part-{number:06}-{sha256(told.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}", tuple(group))
