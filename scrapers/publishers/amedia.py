"""Amedia: Nettavisen and many local papers, known by the three-part number of their addresses.

Evidence: flairNLP/fundus `nettavisen.py` (2024-10 to 2026); cbjoerke/local_news_norway `newspapers.py` for addresses.
"""

from __future__ import annotations

import re

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Amedia(Publisher):
    """Articles of Amedia's papers, whatever their site."""

    name = "amedia"
    title = "Amedia (Nettavisen and local papers)"
    path = re.compile(r"/s/\d+-\d+-\d+\Z")  # /vil-bygge-bru/s/5-27-214240
    layout = Layout(
        lead=("p.lead-text",),
        body=("div.article-body",),
        kinds={"caption": ("brick-image-v3", "amedia-image figcaption")},
    )
