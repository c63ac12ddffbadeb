"""From page to record: the staircase that joins the storeys, and the one place that lets a document go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ReleaseError
from pipeline.annotate import annotate
from pipeline.normalise import normalise
from scrapers.publishers import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.page import Page
    from models.record import Record


def extract(page: Page) -> Record:
    """The record of a page. Raises a ReleaseError that names the page where there is none."""
    release = parse(page)
    doc = annotate(release)
    return normalise(doc, release)


def extract_many(pages: Iterable[Page | ReleaseError]) -> Iterator[Record | ReleaseError]:
    """For each page, in order, its record or the error that stopped it; errors of the listing pass through.

    An error of our own making stops its document alone: it comes out as a ReleaseError that says so.
    """
    for page in pages:
        if isinstance(page, ReleaseError):
            yield page
            continue
        try:
            yield extract(page)
        except ReleaseError as error:
            yield error
        except Exception as error:  # noqa: BLE001 - one document's defect must not end the run; the line names it
            yield ReleaseError(page.uri, f"internal error: {type(error).__name__}: {error}")
