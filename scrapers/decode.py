"""Turn a page's bytes into text: UTF-8 first, then what is declared, then what the bytes look like."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from models.errors import ReadError

if TYPE_CHECKING:
    from models.page import Page

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
HEAD = 4096  # bytes in which a page declares its encoding
SAMPLE = 200_000  # bytes enough to detect an encoding by
MOJIBAKE = re.compile("Ã[\u0080-\u00bf¥¦¸˜…†]|â€[“”™œ]|Ã…")  # Ã¥ for å
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
NORWEGIAN = frozenset("æøåÆØÅéèêóòôäöüÄÖÜÉ–—«»“”‘’…•·§°½©\xa0\xad")
USUAL = 0.9
TOO_MANY = 0.02  # share of control bytes beyond which bytes are no text


def decode(page: Page) -> str:
    """The page's text. ReadError where its bytes are no text."""
    content = page.content
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    if _looks_like_utf16(content):
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", errors="replace")
    sample = content[:SAMPLE]
    if len(BINARY.findall(sample)) > TOO_MANY * len(sample):
        raise ReadError(page.uri, "the file is binary, neither text nor HTML")
    try:
        return _mended(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4 or _mostly_utf8(content):
            return content.decode("utf-8", errors="replace")  # cut in mid-character, or a stray byte
    declared = DECLARED.search(content[:HEAD]) or DECLARED.search(page.headers.get("content-type", "").encode())
    if declared and (known := _known(declared[1].decode("ascii", "replace"))):
        return content.decode(known, errors="replace")
    western = content.decode("cp1252", errors="replace")
    if _is_norwegian(western[:SAMPLE]):
        return western
    best = from_bytes(sample).best()
    return content.decode(best.encoding, errors="replace") if best else western


def _is_norwegian(text: str) -> bool:
    """Whether nearly all letters and signs beyond ASCII are such as Norwegian is written with."""
    beyond = [letter for letter in text if letter > "\x7f"]
    return sum(letter in NORWEGIAN for letter in beyond) >= USUAL * len(beyond)


def _known(name: str) -> str | None:
    """The codec for a declared encoding; Latin-1 means CP1252 on the web, and UTF-8 was tried."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if codec in {"iso8859-1", "ascii"} else None if codec == "utf-8" else codec


def _looks_like_utf16(content: bytes) -> bool:
    sample = content[:400]
    return len(sample) >= 8 and max(sample[::2].count(0), sample[1::2].count(0)) > len(sample) * 0.4


def _mostly_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few stray ones."""
    text = content[:SAMPLE].decode("utf-8", errors="replace")
    good = sum(letter > "\x7f" and letter != "\ufffd" for letter in text)
    return good > 20 * text.count("\ufffd")


def _mended(text: str) -> str:
    """UTF-8 that was read as CP1252 and written as UTF-8 again, undone: "Ã¥" is "å"."""
    if not MOJIBAKE.search(text):
        return text
    return re.sub(
        "[\u00c2-\u00f4][\u0080-\u00ff\u0152-\u2122]{1,3}",
        lambda match: _undone(match[0]),
        text,
    )


def _undone(letters: str) -> str:
    try:
        return b"".join(map(_byte, letters)).decode("utf-8")
    except UnicodeError:
        return letters


def _byte(letter: str) -> bytes:
    """The byte that was read as a letter: CP1252 has none for five of them, Latin-1 does."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
