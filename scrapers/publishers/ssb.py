"""ssb.no: articles and statistics of Statistics Norway (Enonic XP).

Evidence: the site's own source, statisticsnorway/mimir (2026-03-12): `parts/article/article.tsx`,
`parts/statisticHeader/statisticHeader.tsx`, `includes/metainfoSearch.html`, `pages/default/default.html`.
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Ssb(Publisher):
    """Pages of ssb.no; the hidden block has the clock time that the visible stamp leaves out."""

    name = "ssb"
    title = "Statistisk sentralbyrå (ssb.no)"
    hosts = ("ssb.no",)
    signs = ("div.metainfo .publiseringsdato",)
    layout = Layout(
        title=(".title-ingress-wrapper h1",),
        lead=(".title-ingress-wrapper p.ingress", ".title-ingress-wrapper div.ingress p"),
        body=("div.article-body",),
        published=("div.metainfo .publiseringsdato", ".snr-dates-wrapper > p"),
        updated=(
            ".snr-dates-wrapper time[datetime]",
            ".titles-dates-wrapper .modifiedDate",
            "p#changedDate",
            ".titles-dates-wrapper .updatedDate",
            "p#updatedDate",
            'meta[name="dateModified"]',
        ),
        kinds={
            "fact_box": ("section.part-fact-box",),
            "contact": ("section.part-contacts",),
            "byline": (".author-wrapper",),
            "caption": ("figcaption.figure-title",),
        },
        drop=(
            "div.metainfo",
            "p.introTitle",
            ".snr-dates-wrapper",
            ".titles-dates-wrapper",
            "p#updatedDate",
            "p#changedDate",
            "p#nextUpdateDate",
            ".associated-statistics",
            ".associated-article-archives",
            ".part-related-articles",
            ".article-isbn",
        ),
        issuer="Statistisk sentralbyrå",
    )
