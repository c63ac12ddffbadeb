"""A run: every document of the sources once, its outcome written down in the order of the documents."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from itertools import islice
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING

from models.errors import RunError, WorkerError
from pipeline.batch.book import document_key
from pipeline.batch.report import Report, write_report
from pipeline.emit.names import rejects_path, report_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from models.errors import ReleaseError
    from models.page import Page
    from pipeline.batch.book import Book
    from pipeline.batch.outcome import Outcome
    from pipeline.batch.tally import Tally

    Worked = Callable[[Iterable[Page | ReleaseError]], Iterator[Outcome]]
    Watch = Callable[[Tally], object]  # told what is safe on the disk, as often as there is more


LOSSES = 100  # so many documents lost in a row are no fault of theirs


class Run:
    """One run on an open book."""

    def __init__(self, book: Book, watch: Watch) -> None:
        self._book = book
        self._watch = watch
        self._start = monotonic()
        self._before = book.tally.documents
        self._passed = 0
        self._others = Counter[str]()
        self._losses = 0  # documents in a row that were lost with their workers
        self._pending = dict[bytes, None]()  # keys of the documents at work, in order

    def no_document(self, name: str) -> None:
        """Count a file that is passed over, by its suffix."""
        self._others[PurePath(name).suffix.lower() or "no suffix"] += 1

    def over(self, listed: Iterable[Page | ReleaseError], worked: Worked, chunk: int) -> Report:
        """Write the outcomes of those documents that the book does not hold; give the report, which is written too.

        `worked` gives the outcome of each document, in order. After an error the report tells what is safe.
        """
        self._watch(self._book.tally)
        outcomes = worked(self._new(listed))
        try:
            while group := [*islice(outcomes, chunk)]:
                self._keep(group)
            self._book.finish()
        except BaseException:
            with suppress(OSError):
                self._report(finished=False)
            raise
        return self._report(finished=True)

    def _new(self, listed: Iterable[Page | ReleaseError]) -> Iterator[Page | ReleaseError]:
        for item in listed:
            key = document_key(item)
            if key in self._pending or self._book.state.knows(key):
                self._passed += 1
            else:
                self._pending[key] = None
                yield item

    def _keep(self, group: list[Outcome]) -> None:
        self._see_to_losses(group)
        keys = [*islice(self._pending, len(group))]
        self._book.keep([*zip(keys, group, strict=True)])
        for key in keys:
            del self._pending[key]
        self._watch(self._book.tally)

    def _see_to_losses(self, group: list[Outcome]) -> None:
        for outcome in group:
            if not isinstance(outcome, WorkerError):
                self._losses = 0
                continue
            self._losses += 1
            if self._losses == LOSSES:
                lost = f"{LOSSES} documents in a row were lost, the last because {outcome.reason}"
                raise RunError(f"{lost}: see to the machine; the same command goes on from there")

    def _report(self, *, finished: bool) -> Report:
        report = Report(
            output=str(self._book.path),
            report=str(report_path(self._book.path)),
            rejects=str(rejects_path(self._book.path)),
            tally=self._book.tally,
            new=self._book.tally.documents - self._before,
            passed=self._passed,
            others=dict(self._others.most_common()),
            elapsed=monotonic() - self._start,
            finished=finished,
        )
        write_report(report, self._book.state.duplicates())
        return report
