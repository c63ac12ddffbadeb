"""Let Python not look for circles of objects while records are read and written."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_circles() -> Iterator[None]:
    """A stretch that makes none: a batch is many objects, and to look through them all again and again takes long."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
