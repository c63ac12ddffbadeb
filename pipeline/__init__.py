r"""From releases to records: annotate, normalise, emit; `run` joins them.

>>> from models.page import Page
>>> from pipeline import Extractor
>>> page = Page(uri="a.txt", content="Møte i Molde\n\nTolv elever kom.".encode(), media_type="text/plain")
>>> record = Extractor().extract(page)
>>> record.municipalities[0].code, record.counts[0].value
('1506', Decimal('12'))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.batch.extractor import Extractor

__all__ = ["Extractor"]


def __getattr__(name: str) -> type[Extractor]:
    """The Extractor when it is first asked for: to import `pipeline` alone costs nothing."""
    if name == "Extractor":
        from pipeline.batch.extractor import Extractor  # noqa: PLC0415

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
