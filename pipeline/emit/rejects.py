"""Rejected documents as lines of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.errors import ReleaseError


def reject_line(error: ReleaseError) -> str:
    """A rejected document as a line of JSON: which document, what kind of error, and the reason."""
    fields = {"uri": error.source, "error": type(error).__name__, "reason": error.reason}
    return json.dumps(fields, ensure_ascii=False)
