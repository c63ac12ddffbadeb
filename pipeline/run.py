"""From page to record: the staircase that joins the storeys, and the one place that lets a document go."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from models.errors import ReleaseError, WorkerError
from pipeline.annotate import annotate
from pipeline.normalise import normalise
from scrapers.publishers import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.page import Page
    from models.record import Record


def extract(page: Page, *, fast: bool = False) -> Record:
    """The record of a page. Raises a ReleaseError that names the page where there is none."""
    return timed(page, fast=fast)[0]


def timed(page: Page, *, fast: bool = False) -> tuple[Record, Mapping[str, float]]:
    """The record of a page, and the seconds that each stage took. Raises as `extract` does."""
    times = [perf_counter()]
    release = parse(page)
    times.append(perf_counter())
    doc = annotate(release, fast=fast)
    times.append(perf_counter())
    record = normalise(doc, release)
    times.append(perf_counter())
    stages = ("parse", "annotate", "normalise")
    return record, {stage: end - start for stage, start, end in zip(stages, times, times[1:], strict=False)}


def attempt(page: Page, *, fast: bool = False) -> tuple[Record, Mapping[str, float]] | ReleaseError:
    """The record of a page with the seconds of each stage, or the error that stopped it.

    An error of our own making stops its document alone: it comes out as a ReleaseError that says so.
    """
    try:
        return timed(page, fast=fast)
    except ReleaseError as error:
        return error
    except MemoryError:
        return WorkerError(page.uri, "it needs more memory than a document may have")
    except Exception as error:  # noqa: BLE001 - one document's defect must not end the run; the line names it
        return ReleaseError.of(page.uri, error)
