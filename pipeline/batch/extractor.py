"""The library's way in: pages to records in a program of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ReleaseError
from models.record import Record
from pipeline.batch.limits import Limits
from pipeline.batch.pool import Pool
from pipeline.batch.settings import Settings, cores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.page import Page


class Extractor:
    """Reads pages into records, in this process or in several others.

    `workers` is how many processes `extract_many` uses (the cores, if not given), `timeout` the seconds and
    `max_memory` the megabytes that one document may take there; values less sure than `min_confidence` are left out;
    `fast` reads by the encoder's fast setting.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        timeout: float = 60,
        max_memory: int = 2000,
        min_confidence: float = 0,
        fast: bool = False,
    ) -> None:
        limits = Limits(seconds=timeout, memory=max_memory)
        self._settings = Settings(workers=workers or cores(), limits=limits, min_confidence=min_confidence, fast=fast)

    def extract(self, page: Page) -> Record:
        """The record of a page, read in this process.

        Raises a ReleaseError that names the page where it gives none, also where the cause is a defect of utdrag. A
        page that crashes or hangs does so to this process: `extract_many` keeps such pages apart.
        """
        from pipeline.run import attempt  # noqa: PLC0415 - spaCy and the model, which extract_many needs elsewhere

        found = attempt(page, fast=self._settings.fast)
        if isinstance(found, ReleaseError):
            raise found
        return found[0].above(self._settings.min_confidence)

    def extract_many(self, pages: Iterable[Page | ReleaseError]) -> Iterator[Record | ReleaseError]:
        """For each page, in order, its record or the error that stopped it; no page stops another.

        The pages are read as they are needed, in worker processes; a page that crashes its worker, takes too long or
        needs too much memory comes out as a WorkerError. Errors among the pages, as `scrapers.sources.pages` gives
        them, come out at their place. Raises RunError where no worker can be started.

        A script has to call this below `if __name__ == "__main__":`, for the workers import it.
        """
        with Pool(self._settings) as pool:
            for outcome in pool.outcomes(pages):
                yield outcome if isinstance(outcome, ReleaseError) else Record.model_validate_json(outcome.line)
