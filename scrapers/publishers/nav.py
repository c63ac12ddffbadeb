"""nav.no: news and press releases of the welfare administration (Enonic XP, Next.js).

Evidence: the site's own source, navikt/nav-enonicxp-frontend (2026-07-20): `parts/_legacy/artikkel/**`,
`parts/_common/metatags/**`, `utils/datetime.ts`. Class names carry a hash, so that their beginnings alone are matched.
"""

from __future__ import annotations

from scrapers.layout import Layout
from scrapers.publisher import Publisher


class Nav(Publisher):
    """Pages of nav.no: one time element whose `datetime` is the publication and whose text has both stamps."""

    name = "nav"
    title = "Nav (nav.no)"
    hosts = ("nav.no",)
    layout = Layout(
        lead=("article > header > time + *", 'article > header > [class*="artikkelDato"] + *'),
        published=("article > header time[datetime]",),
        kinds={"caption": ("figure > figcaption.decorated",)},
    )
