"""ACOS CMS: county authorities, many municipalities and the Sámi Parliament.

Evidence: giellalt/CorpusTools `samediggi_no_crawler.py` (2023-12-14) for the modern page, and its saved page
`samediggi-article-48s.html` (2006) for the old one. Where the modern page has its lead is not known.
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Acos(Publisher):
    """Pages that ACOS CMS makes, whatever their site."""

    name = "acos"
    title = "ACOS CMS (sametinget.no, counties and municipalities)"
    signs = (
        "article.artikkel span.byline__published-date-value",
        "h1#tittel.InnholdOverskrift",
        "#tekst .InnholdTekst",
    )
    layout = Layout(
        title=("h1#tittel.InnholdOverskrift",),
        lead=("#ingress .InnholdIngress",),
        body=("#tekst .InnholdTekst", "article.artikkel"),
        published=("span.byline__published-date-value",),
        updated=(".InnholdForfatter",),
        kinds={"caption": (".artikkelbilde span.BildeTekst",)},
        drop=(
            "div.legacy-content-block",
            '[class^="InnholdForfatter"]',
            "span.byline__published-date-value",
            "div.videodetector",
            'div[class^="il-feedback-form"]',
            'div[class^="liste"]',
            "div.fil",
            "span.file-ext-size",
            "a.InnholdLinkTekst",
            '[id*="Script"]',
        ),
    )
