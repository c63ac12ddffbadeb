"""What commands that write a file say of an error."""

from __future__ import annotations


def told(error: Exception) -> str:
    """An error in words for a person.

    >>> told(PermissionError(13, "Permission denied", "report.html"))
    'report.html: permission denied'
    """
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}"
    return str(error)
