"""nrk.no: the public broadcaster.

Evidence: flairNLP/fundus `nrk.py` (2026-03); eiriks/nrk `nrk_2013_template.py` (2014-03-31) for older pages;
giellalt/CorpusTools `nrk_no_crawler.py` (2023) and `htmlcontentconverter.py` for what is left out.
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Nrk(Publisher):
    """Articles of nrk.no."""

    name = "nrk"
    title = "NRK (nrk.no)"
    hosts = ("nrk.no",)
    layout = Layout(
        lead=("div.article-lead",),
        body=("div.article-body",),
        published=(
            "time.datetime-absolute.datePublished",
            'time.datetime-absolute[itemprop="datePublished"]',
            "p.published",
        ),
        updated=("span.update-date time[datetime]", "p.published"),
        kinds={
            "byline": (".authors", ".author", "div.byline"),
            "caption": ("figure figcaption",),
            "fact_box": ("section.facts",),
        },
        drop=(
            '[class*="reference"]',
            '[class*="article-location"]',
            '[class*="article-header-sidebar"]',
            '[class*="dh-infosveip"]',
            '[class*="galleri"]',
            ".article-dateline",
            ".nrkno-share",
            ".article-universe-list",
            ".plug-teaser",
            ".note-container > :not(.note-button)",
            "section.lp_related",
        ),
        keep=("button.note-button",),
        issuer="NRK",
    )
