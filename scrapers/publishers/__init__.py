"""Every publisher whose pages we know, and the choice among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import ParseError
from scrapers.document import Document
from scrapers.given import with_given
from scrapers.publishers.acos import Acos
from scrapers.publishers.amedia import Amedia
from scrapers.publishers.generic import Generic
from scrapers.publishers.labrador import Labrador
from scrapers.publishers.nav import Nav
from scrapers.publishers.newsweb import Newsweb
from scrapers.publishers.nrk import Nrk
from scrapers.publishers.ntb import Ntb
from scrapers.publishers.plain import Plain
from scrapers.publishers.regjeringen import Regjeringen
from scrapers.publishers.ssb import Ssb
from scrapers.publishers.vg import Vg

if TYPE_CHECKING:
    from models.page import Page
    from models.release import Release
    from scrapers.publisher import Publisher

PUBLISHERS: tuple[Publisher, ...] = (  # the first that owns a page reads it
    Regjeringen(),
    Ntb(),
    Ssb(),
    Nav(),
    Acos(),
    Labrador(),
    Nrk(),
    Vg(),
    Amedia(),
    Newsweb(),
    Plain(),
    Generic(),
)


def parse(page: Page) -> Release:
    """The release on a page, read by the first publisher that owns it. ParseError where none can.

    What was given with the page counts for more than what is read on it.
    """
    document = Document(page)
    for publisher in PUBLISHERS:
        if publisher.owns(document):
            return with_given(publisher.parse(document), page.given)
    raise ParseError(page.uri, f"no publisher reads documents of the type {page.media_type}")
