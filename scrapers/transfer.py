"""Undo what a web server did to a body on its way: chunks and compression, within a limit."""

from __future__ import annotations

import re
import sys
import zlib
from typing import TYPE_CHECKING

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n")  # 3e8\r\n
GZIP = b"\x1f\x8b"
CUT_OFF = "the answer is cut off"


class TransferError(ValueError):
    """A body that cannot be had back; its text says why."""


def decoded(body: bytes, encodings: str, limit: int) -> bytes:
    r"""The body without the compressions of a Content-Encoding header, cut after `limit` bytes.

    A body that is not compressed, whatever its header says, comes back as it is. TransferError where one is broken,
    cut off or of an unknown kind.

    >>> decoded(zlib.compress(b"Hei " * 3), "deflate", 100), decoded(b"<p>Hei", "gzip", 100)
    (b'Hei Hei Hei ', b'<p>Hei')
    """
    for name in reversed([part.strip() for part in encodings.lower().split(",")]):
        if name not in DECODERS:
            raise TransferError(f"the answer is compressed in a way that is not known: {name[:40]}")
        body = DECODERS[name](body, limit)
    return body


def _plain(body: bytes, limit: int) -> bytes:
    return body[:limit]


def _gzip(body: bytes, limit: int) -> bytes:
    return _inflated(body, 31, limit) if body.startswith(GZIP) else body[:limit]


def _deflate(body: bytes, limit: int) -> bytes:
    wrapped = body[:1] == b"\x78" and int.from_bytes(body[:2], "big") % 31 == 0
    return _inflated(body, 15 if wrapped else -15, limit)


def _inflated(body: bytes, bits: int, limit: int) -> bytes:
    unpacker = zlib.decompressobj(bits)
    try:
        content = unpacker.decompress(body, limit)
    except zlib.error as error:
        raise TransferError(f"the answer's compression is broken: {error}") from error
    return _whole(content, limit, ended=unpacker.eof)


def _brotli(body: bytes, limit: int) -> bytes:
    unpacker = brotli.Decompressor()
    try:
        content = unpacker.process(body, output_buffer_limit=limit)
    except brotli.error as error:
        raise TransferError("the answer's compression is broken") from error
    return _whole(content[:limit], limit, ended=unpacker.is_finished())


def _zstd(body: bytes, limit: int) -> bytes:
    unpacker = zstd.ZstdDecompressor()
    try:
        content = unpacker.decompress(body, max_length=limit)
    except zstd.ZstdError as error:
        raise TransferError(f"the answer's compression is broken: {error}") from error
    return _whole(content, limit, ended=unpacker.eof)


def _whole(content: bytes, limit: int, *, ended: bool) -> bytes:
    if not ended and len(content) < limit:
        raise TransferError(CUT_OFF)
    return content


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "": _plain,
    "identity": _plain,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}


def joined(body: bytes) -> bytes:
    r"""A chunked body in one piece; one that is not in chunks, whatever its header says, as it is.

    TransferError where it breaks off.

    >>> joined(b"3\r\nHei\r\n4;x=1\r\n du!\r\n0\r\n\r\n"), joined(b"<p>Hei")
    (b'Hei du!', b'<p>Hei')
    """
    parts: list[bytes] = []
    at = 0
    while found := CHUNK.match(body, at):
        size = int(found[1], 16)
        part = body[found.end() : found.end() + size]
        if not size:
            return b"".join(parts)
        if len(part) < size:
            raise TransferError(CUT_OFF)
        parts.append(part)
        at = found.end() + size + 2
    if parts:
        raise TransferError(CUT_OFF)
    return body
