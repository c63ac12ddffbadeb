"""Open files as streams of bytes, decompressed within bounds."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import sys
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from models.errors import ReadError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RATIO = 250  # how many times its size a file may unpack to; pages of one template come to about 60
FREE = 32_000_000  # bytes that may come out whatever the ratio
CUT_OFF = "the file is cut off"
SUFFIXES = (".gz", ".bz2", ".xz", ".zst")


class _Readable(Protocol):
    def read1(self, size: int = -1, /) -> bytes: ...


PACKERS: tuple[tuple[bytes, Callable[[BinaryIO], _Readable]], ...] = (
    (b"\x1f\x8b", lambda raw: gzip.GzipFile(fileobj=raw)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"\x28\xb5\x2f\xfd", zstd.ZstdFile),
)
BROKEN = (gzip.BadGzipFile, zlib.error, lzma.LZMAError, zstd.ZstdError)


class _Counted(io.RawIOBase):
    """A file that knows how many bytes were taken from it."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._raw.read(len(view))
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)


class Unpacked(io.RawIOBase):
    """The bytes of a compressed file, ReadError where it is broken, cut off, or unpacks to far more than its size."""

    def __init__(self, uri: str, raw: BinaryIO, packer: Callable[[BinaryIO], _Readable]) -> None:
        self._uri = uri
        self._raw = _Counted(raw)
        self._file = packer(io.BufferedReader(self._raw))
        self._given = 0

    def readable(self) -> bool:
        """Whether bytes can be read: always."""
        return True

    def readinto(self, buffer: object) -> int:
        """How many bytes were put into the buffer; 0 at the end."""
        view = memoryview(cast("bytearray", buffer))
        try:
            data = self._file.read1(len(view))  # one step, so that what precedes a break is handed on
        except EOFError as error:
            raise ReadError(self._uri, CUT_OFF) from error
        except BROKEN as error:
            raise ReadError(self._uri, f"the file is broken: {error}") from error
        self._given += len(data)
        if self._given > FREE and self._given > RATIO * self._raw.taken:
            raise ReadError(self._uri, f"the file unpacks to more than {RATIO} times its size")
        view[: len(data)] = data
        return len(data)


Stream = io.BufferedReader | Unpacked


@contextmanager
def opened(path: str, uri: str | None = None) -> Iterator[Stream]:
    """A file's bytes as a stream, decompressed where the file is compressed (gzip, bzip2, xz, Zstandard).

    ReadError, also while reading, where the file cannot be read, is broken or cut off, or unpacks to far more than
    its size; it names the file by `uri`, or else by its path.
    """
    try:
        check_kind(path, uri or path)
        with Path(path).open("rb") as file:
            yield unpacked(file, uri or path)
    except OSError as error:
        raise ReadError(uri or path, (error.strerror or str(error)).lower()) from error


def check_kind(path: str, uri: str) -> None:
    """Nothing; ReadError where a path names a pipe, a socket or a device, which gives its bytes once, late or never."""
    mode = Path(path).stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise ReadError(uri, "a pipe, a socket or a device is not read; write it to a file first")


def unpacked(file: io.BufferedReader, uri: str) -> Stream:
    """The stream itself, or its bytes decompressed where it begins as a compressed file does."""
    start = file.peek(8)[:8]
    for signature, packer in PACKERS:
        if start.startswith(signature):
            return Unpacked(uri, file, packer)
    return file


def read_up_to(stream: Stream, size: int) -> bytes:
    """The next bytes of a stream: `size` of them, fewer only at its end."""
    parts: list[bytes] = []
    while size and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def inner_name(path: str) -> str:
    """A path without the suffix of its compression, in small letters.

    >>> inner_name("Arkiv/Sider.TAR.gz")
    'arkiv/sider.tar'
    """
    name = path.lower()
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name).replace(
        ".tgz", ".tar"
    )
