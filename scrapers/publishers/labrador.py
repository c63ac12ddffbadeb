"""Labrador CMS: Dagbladet, kode24, Khrono, forskning.no and other papers.

Evidence: kode24-kode/kode24-labrador-view (2026-06-22): `baseview/view/content/{articleHeader,articleMeta,bodytext,
byline,factbox,quotebox,image}/template/**`; flairNLP/fundus `publishers/no/dagbladet.py` (2026-01).
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Labrador(Publisher):
    """Pages that Labrador CMS makes; a stamp that stands alone is the update if there was one."""

    name = "labrador"
    title = "Labrador CMS (Dagbladet, kode24, Khrono, forskning.no, Utdanningsnytt, FriFagbevegelse, Klar Tale)"
    hosts = (
        "dagbladet.no",
        "db.no",
        "kode24.no",
        "khrono.no",
        "forskning.no",
        "utdanningsnytt.no",
        "frifagbevegelse.no",
        "klartale.no",
    )
    signs = ("div.bodytext[data-element-guid]", "h1.headline.mainTitle")
    layout = Layout(
        title=("h1.headline.mainTitle",),
        lead=("div.articleHeader p.subtitle", "p.subtitle", ".article-top header h3", "div.articleHeader h2"),
        body=("div.bodytext",),
        published=(
            "div.dates span.datePublished time[datetime]",
            'time.published[itemprop="datePublished"]',
            "div.dates span.dateUnified time[datetime]",
        ),
        updated=("div.dates span.dateModified time[datetime]", 'meta[itemprop="dateModified"]'),
        kinds={
            "byline": ("div.byline",),
            "caption": ("div.caption",),
            "fact_box": ("div.factbox",),
            "quote": ("div.quotebox",),
        },
        drop=("p.kicker", "div.dates", "span.lab-hidden-byline-name", ".articleFooter .tags", ".read-time"),
    )
