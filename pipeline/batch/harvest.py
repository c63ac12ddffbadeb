"""A folder of shards: which are done, what they were made with, what they hold together."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from models.errors import OutputError
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.shard import FORM, PART
from pipeline.batch.shards import File, place
from pipeline.batch.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RUN = "run.json"  # what the folder was begun with
REPORT = "report.json"
OURS = ("part-*", RUN, REPORT)


class Harvest:
    """The folder at an address that fsspec knows, made where there is none.

    OutputError where it was begun with other code, or what decides a record (`read_by`) was another, unless `fresh`, which
    empties it of shards.
    """

    def __init__(self, output: str, *, fresh: bool, read_by: Mapping[str, str] = MappingProxyType({})) -> None:
        self.output = output
        self._system, self._root = place(output)
        self._system.makedirs(self._root, exist_ok=True)
        for pattern in OURS if fresh else (f"part-*{PART}",):
            for path in self._system.glob(f"{self._root}/{pattern}"):
                self._system.rm_file(path)
        made = {**fingerprint(), **read_by}
        before = self._read(RUN) if self._system.exists(f"{self._root}/{RUN}") else made
        changed = [
            f"{name} was {before.get(name)}, now {value}" for name, value in made.items() if before.get(name) != value
        ]
        if changed:
            raise OutputError(output, f"it was begun otherwise: {'; '.join(changed)}; --fresh starts anew")
        self._write(RUN, made)

    def shards(self) -> Iterator[dict[str, Any]]:
        """The report of each shard that is done, in order."""
        for path in sorted(self._system.glob(f"{self._root}/part-*{FORM.suffix}")):
            yield self._read(path.rpartition("/")[2].removesuffix(FORM.suffix) + ".json")

    def done(self) -> frozenset[File]:
        """The files whose documents are done."""
        return frozenset(File(address, size) for shard in self.shards() for address, size in shard["files"])

    def count(self) -> int:
        """How many shards are done."""
        return len(self._system.glob(f"{self._root}/part-*{FORM.suffix}"))

    def tally(self) -> Tally:
        """What the shards hold together, but for duplicates."""
        whole = Tally()
        for shard in self.shards():
            whole = whole.plus(Tally.of(shard["tally"]))
        return whole

    def report(self, elapsed: float) -> Tally:
        """Write the report over all shards, with the records that say the same as an earlier one; give their tally."""
        whole, firsts, twins = self.tally(), dict[str, str](), list[dict[str, str]]()
        for shard in self.shards():
            for content, name, uri in shard["contents"]:
                first = firsts.setdefault(content, name)
                if first != name:
                    twins.append({"id": name, "uri": uri, "duplicate_of": first})
        whole.duplicates = len(twins)
        self._write(
            REPORT,
            {"output": self.output, "elapsed": round(elapsed, 3), **whole.fields(), "duplicate_documents": twins},
        )
        return whole

    def _read(self, name: str) -> dict[str, Any]:
        return json.loads(self._system.cat_file(f"{self._root}/{name}"))  # type: ignore[no-any-return]

    def _write(self, name: str, fields: dict[str, Any]) -> None:
        self._system.pipe_file(f"{self._root}/{name}", json.dumps(fields, ensure_ascii=False, indent=1).encode())
