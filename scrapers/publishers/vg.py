"""vg.no: Verdens Gang.

Evidence: flairNLP/fundus `verdensgang.py` (2026-03); the `data-test-tag` names of older pages from small scrapers
(2022-2025).
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Vg(Publisher):
    """Articles of vg.no."""

    name = "vg"
    title = "VG (vg.no)"
    hosts = ("vg.no",)
    layout = Layout(
        title=('[data-test-tag="headline"]',),
        lead=("header.article-intro p", '[data-test-tag="lead-text"]'),
        body=("section.article-body",),
        kinds={"byline": ('[data-test-tag="byline:authors"]',)},
        issuer="VG",
    )
