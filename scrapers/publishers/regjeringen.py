"""regjeringen.no: news, press releases, documents and hearings of the government (Optimizely).

Evidence: the readers of hearings and documents of hakondalsbo/kulturvarsling (2026), oeysan/c2z `R/zotero_gov.R` (2025)
and giellalt/CorpusTools `htmlcontentconverter.py` (2024); press releases share the template.
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Regjeringen(Publisher):
    """Pages of regjeringen.no."""

    name = "regjeringen"
    title = "regjeringen.no"
    hosts = ("regjeringen.no",)
    layout = Layout(
        title=("header.article-header h1",),
        lead=("div.article-ingress",),
        body=("div.article-body",),
        published=("div.article-info span.date", 'meta[name="DC.Date"]'),
        publisher=('meta[name="DC.Creator"]', "div.content-owner-dep"),
        kinds={"fact_box": ("div.factbox",)},
        drop=(
            "div.article-info",
            ".content-owner-dep",
            ".content-intro-topics",
            ".page-survey-container",
            ".pageHeader",
            ".page-footer",
            ".historic-info",
            ".historic-label",
            "#innholdsfortegnelse",
            "#vedleggogregistre",
            "#ShareArticle",
        ),
    )
