"""Read a document from disk as a page."""

from __future__ import annotations

from pathlib import Path

from models.errors import ReadError
from models.page import Page
from scrapers.streams import check_kind

MAX_BYTES = 20_000_000
SUFFIXES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
# How files begin that people take for pages, and what they are called
SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
)
SNIFFED = 1024


def read(path: Path | str, *, max_bytes: int = MAX_BYTES) -> Page:
    """The page of a file, its `uri` the path as given.

    ReadError where there is no such file, or it is empty, over `max_bytes`, or of a kind that holds no page.
    """
    uri = str(path)
    try:
        check_kind(uri, uri)
        with Path(path).open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise ReadError(uri, (error.strerror or str(error)).lower()) from error
    return page(uri, content, Path(path).suffix, max_bytes=max_bytes)


def page(uri: str, content: bytes, suffix: str, *, max_bytes: int = MAX_BYTES) -> Page:
    """The page of a document's bytes, its media type by what it begins with and by the suffix of its name.

    ReadError where it is empty, over `max_bytes`, or of a kind that holds no page.
    """
    if len(content) > max_bytes:
        raise ReadError(uri, too_large(max_bytes))
    checked(uri, content)
    return Page(uri=uri, content=content, media_type=media_type(suffix, content))


def checked(uri: str, content: bytes) -> None:
    """Nothing; ReadError where bytes are empty or those of a picture, an archive or an office document."""
    if not content.strip():
        raise ReadError(uri, "the file is empty")
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            raise ReadError(uri, f"the file is {kind}, neither text nor HTML")


def too_large(max_bytes: int) -> str:
    """The reason for rejecting what is over a limit."""
    return f"the file is larger than {max_bytes / 1_000_000:g} MB"


def media_type(suffix: str, content: bytes) -> str:
    """The media type of a file: HTML where it begins as HTML does, JSON likewise, else by its suffix, else plain text.

    >>> media_type(".txt", b"<!DOCTYPE html><html>"), media_type(".html", b"<p>Hei"), media_type("", b"Hei")
    ('text/html', 'text/html', 'text/plain')
    """
    start = content[:SNIFFED].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "text/html"
    if suffix.lower() == ".json" and start.startswith((b"{", b"[")):
        return "application/json"
    return "application/json" if suffix.lower() == ".json" else SUFFIXES.get(suffix.lower(), "text/plain")
