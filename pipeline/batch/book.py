"""The outputs of a run, kept in step: records, rejects and the state that tells how much of them counts."""

from __future__ import annotations

import json
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from models.errors import OutputError, ReleaseError
from models.page import Page
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.state import State
from pipeline.batch.tally import Tally
from pipeline.emit.formats import format_of
from pipeline.emit.grown import GrownFile
from pipeline.emit.names import rejects_path, same_file, state_path
from pipeline.emit.rejects import reject_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from pipeline.batch.outcome import Done, Outcome
    from pipeline.batch.settings import Settings

AGAIN = "--fresh starts anew, another --output begins another run"


def document_key(item: Page | ReleaseError) -> bytes:
    """16 bytes for a document as it was listed: its address with its content, or with why it cannot be had."""
    told = item.sha256 if isinstance(item, Page) else item.reason
    name = item.uri if isinstance(item, Page) else item.source
    return sha256(f"{name}\0{told}".encode("utf-8", "surrogateescape")).digest()[:16]


class Book:
    """The output at `path` with what stands beside it, open for one run at a time.

    OutputError where another run holds it, or where it was begun with other code, options or sources.
    """

    def __init__(self, path: Path, sources: Sequence[str], settings: Settings) -> None:
        self.path = path
        self._sources = sources
        self._settings = settings
        self._format = format_of(path)
        self._format.ready()

    def __enter__(self) -> Self:
        if self.path.is_dir():
            raise OutputError(str(self.path), "it is a folder; --output names a file")
        if any(same_file(self.path, Path(source)) for source in self._sources):
            raise OutputError(str(self.path), "it is one of the sources; --output names another file")
        begun = self._settings.fresh or state_path(self.path).exists()
        if self.path.exists() and not begun:
            raise OutputError(str(self.path), f"it exists, and no state tells which run made it; {AGAIN}")
        with ExitStack() as stack:
            self.state = stack.enter_context(State(state_path(self.path), fresh=self._settings.fresh))
            self._agree()
            self.tally = self.state.tally()
            sizes = self.state.sizes()
            self._records = stack.enter_context(GrownFile(self._format.grown(self.path), sizes.get("records", 0)))
            self._rejects = stack.enter_context(GrownFile(rejects_path(self.path), sizes.get("rejects", 0)))
            if self._settings.fresh and self._records.path != self.path:
                self.path.unlink(missing_ok=True)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)
        if not self.tally.rejected:
            rejects_path(self.path).unlink(missing_ok=True)

    def _agree(self) -> None:
        """Put down what the output is made with, or see that it is the same as ever."""
        options = {"drop_duplicates": str(self._settings.drop_duplicates), "chunk": str(self._settings.chunk)}
        made = {**fingerprint(), **options, **self._settings.read_by}
        before = json.loads(self.state.fact("made") or "null") or made
        changed = [
            f"{name} was {before.get(name)}, now {value}" for name, value in made.items() if before.get(name) != value
        ]
        if changed:
            raise OutputError(str(self.path), f"it was begun otherwise: {'; '.join(changed)}; {AGAIN}")
        left = [source for source in json.loads(self.state.fact("sources") or "[]") if source not in self._sources]
        if left:
            raise OutputError(
                str(self.path), f"it was made from {', '.join(left)} too; name the same sources again; {AGAIN}"
            )
        self.state.commit({"made": json.dumps(made), "sources": json.dumps([*self._sources])})

    def finish(self) -> None:
        """Make the output whole, where its form does not grow in place."""
        self._format.finish(self.path)

    def retry(self) -> None:
        """Take back every reject, so that the run meets its document as a new one."""
        tally = Tally.read(self.tally.text())
        tally.documents -= tally.rejected
        tally.rejects.clear()
        sizes = {**self.state.sizes(), "rejects": 0}
        self.state.forget_rejects({"sizes": json.dumps(sizes), "tally": tally.text()})
        self._rejects.cut(0)
        self.tally = tally

    def keep(self, chunk: Sequence[tuple[bytes, Outcome]]) -> None:
        """Write the outcomes of documents, in order, so that they are safe when this returns. OutputError if not."""
        tally = Tally.read(self.tally.text())
        firsts, duplicates = dict[bytes, str](), list[tuple[str, str, str]]()
        records, rejects = list[str](), list[str]()
        for _, outcome in chunk:
            if isinstance(outcome, ReleaseError):
                rejects.append(reject_line(outcome))
                tally.count(outcome, written=False)
                continue
            first = self._first(outcome, firsts)
            if first is not None:
                duplicates.append((outcome.id, outcome.uri, first))
            written = first is None or not self._settings.drop_duplicates
            records += [outcome.line] if written else []
            tally.duplicates += first is not None
            tally.count(outcome, written=written)
        packed = self._format.packed(_lines(records)) if records else b""
        sizes = {"records": self._records.add(packed), "rejects": self._rejects.add(_lines(rejects))}
        self.state.commit(
            {"sizes": json.dumps(sizes), "tally": tally.text()},
            [(key, isinstance(outcome, ReleaseError)) for key, outcome in chunk],
            firsts.items(),
            duplicates,
        )
        self.tally = tally

    def _first(self, done: Done, firsts: dict[bytes, str]) -> str | None:
        """The id of the record that has this content already; where none has, this one's is the first."""
        first = firsts.get(done.content) or self.state.first(done.content)
        if first is None:
            firsts[done.content] = done.id
        return first


def _lines(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
