"""A whole run on this machine: sources in, an output beside its state out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.batch.book import Book
from pipeline.batch.engine import Run
from pipeline.batch.pool import Pool
from scrapers.sources import pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.batch.engine import Watch
    from pipeline.batch.report import Report
    from pipeline.batch.settings import Settings


def run(sources: Sequence[str], output: Path, settings: Settings, watch: Watch) -> Report:
    """Write the record of each document of the sources that the output does not hold yet; give the report.

    RunError where the run cannot begin or go on; what its report then counts is safe, and the same call goes on from
    there, whatever ended the run before.
    """
    with Book(output, sources, settings) as book:
        if settings.retry_rejects:
            book.retry()
        with Pool(settings) as pool:
            batch = Run(book, watch)
            listed = pages(
                sources, max_bytes=settings.max_bytes, manners=settings.manners, passed_over=batch.no_document
            )
            return batch.over(listed, pool.outcomes, settings.chunk)
