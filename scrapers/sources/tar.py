"""A tar archive, compressed or not, read as a stream."""

from __future__ import annotations

import tarfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, cast

from models.errors import ReadError, ReleaseError
from scrapers.pages import too_large
from scrapers.sources.members import Names, kind, member_page, nested
from scrapers.sources.source import Visit, printable
from scrapers.streams import CUT_OFF, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from models.page import Page
    from scrapers.streams import Stream

MAGIC = slice(257, 262)  # where "ustar" stands in a tar archive's first block
REST = 1 << 16
BREAKS = frozenset({"unexpected end of data", "empty file", "truncated header", "empty header"})  # said by tarfile
LONGEST_HEADER = 1_000_000  # bytes of an extended header, which tarfile reads into memory
EXTENDED = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


class _Ended(Exception):  # noqa: N818 - the end of an archive is no error
    """The block of zeros that closes an archive was read."""


class _Member(tarfile.TarInfo):
    """A member; its archive ends with the closing block, where tarfile takes any break for the end."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError as error:  # type: ignore[attr-defined]
            raise _Ended from error

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in EXTENDED and self.size > LONGEST_HEADER:
            raise tarfile.ReadError("an extended header is too long")
        return cast("tarfile.TarInfo", super()._proc_member(archive))  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Tar:
    """The documents of a tar archive, in its own order, each named `archive.tar.gz!member`.

    Nothing is unpacked to disk, and a member's name is never used as a path. Its other files and hidden ones are
    passed over; links, archives inside it and documents over the limit are rejected.
    """

    path: str

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a file is a tar archive."""
        return name.endswith(".tar") or head[MAGIC] == b"ustar"

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each document of the archive, in order, as a page, or the error that says why it is none."""
        uri = printable(self.path)
        try:
            with opened(self.path, uri) as stream:
                try:
                    yield from _members(stream, Names(self.path), visit)
                    yield ReadError(uri, CUT_OFF)
                except _Ended:
                    while stream.read(REST):
                        pass  # whether the compressed file is whole is known at its end
        except ReadError as error:
            yield error
        except (tarfile.TarError, ValueError, OverflowError) as error:
            yield ReadError(uri, CUT_OFF if str(error) in BREAKS else f"the tar archive is broken: {error}")


def _members(stream: Stream, names: Names, visit: Visit) -> Iterator[Page | ReadError]:
    with tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|", tarinfo=_Member, errorlevel=2) as archive:
        while (member := archive.next()) is not None:
            archive.members = []  # type: ignore[attr-defined]  # tarfile keeps every member for a way back
            what = None if member.isdir() else kind(member.name)
            if what is None:
                continue
            if what == "other":
                visit.passed_over(member.name)
                continue
            uri = names.uri(member.name)
            if what == "nested":
                yield nested(uri)
            elif not member.isfile():
                link = f"a link to {printable(member.linkname)}" if member.linkname else "no ordinary file"
                yield ReadError(uri, f"the member is {link}, which is not followed")
            elif member.size > visit.max_bytes:
                yield ReadError(uri, too_large(visit.max_bytes))
            else:
                yield _read(archive, member, uri, visit.max_bytes)


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo, uri: str, max_bytes: int) -> Page | ReadError:
    file = archive.extractfile(member)
    if file is None:
        return ReadError(uri, "the member is no ordinary file")
    content = file.read()
    try:
        return member_page(uri, member.name, lambda _: content, max_bytes)
    except ReadError as error:
        return error
