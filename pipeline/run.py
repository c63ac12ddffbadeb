"""From page to record: the staircase that joins the storeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate import annotate
from pipeline.normalise import normalise
from scrapers.publishers import parse

if TYPE_CHECKING:
    from models.page import Page
    from models.record import Record


def extract(page: Page) -> Record:
    """The record of a page. Raises a ReleaseError that names the page where there is none."""
    release = parse(page)
    doc = annotate(release)
    return normalise(doc, release)
