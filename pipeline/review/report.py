"""The report: one page that needs nothing beside it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.emit.names import rejects_path
from pipeline.emit.read import read_records
from pipeline.review.charts import map_of_counties, over_time
from pipeline.review.overview import DOUBTFUL, FIELDS, overview
from pipeline.review.words import words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ROWS = 25


def report(records: Path, language: str, now: datetime) -> str:
    """The page about a records file, and the rejects file beside it, as HTML. ReadError where a line is no record."""
    seen = overview(read_records(records), rejects_path(records))
    page = Environment(
        loader=PackageLoader("pipeline.review"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    ).get_template("report.html")
    style = files("pipeline.review").joinpath("static", "report.css").read_text(encoding="utf-8")
    return page.render(
        w=words(language),
        style=Markup(style),  # noqa: S704 - our own file
        seen=seen,
        name=records.name,
        made=f"{now:%Y-%m-%d %H:%M}",
        rows=ROWS,
        fields=FIELDS,
        doubtful=DOUBTFUL,
        time=over_time(seen.months),
        map=map_of_counties(seen.counties),
    )
