"""A zip archive, read member by member."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from models.errors import ReadError, ReleaseError
from scrapers.pages import too_large
from scrapers.sources.members import Names, kind, member_page, nested
from scrapers.sources.source import Visit, printable
from scrapers.streams import FREE, RATIO, check_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.page import Page

ENCRYPTED = 0x1  # the flag of a member that a password guards
OFFICE = (b"[Content_Types].xml", b"mimetype", b"META-INF/")  # first members of documents that are zip files
BROKEN = (BadZipFile, zlib.error, EOFError, ValueError)


@dataclass(frozen=True, slots=True)
class Zip:
    """The documents of a zip archive, in its own order, each named `archive.zip!member`.

    Nothing is unpacked to disk, and a member's name is never used as a path. Its other files and hidden ones are
    passed over; encrypted members, archives inside it and members that unpack beyond bounds are rejected.
    """

    path: str

    @classmethod
    def owns(cls, name: str, head: bytes) -> bool:
        """Whether a file is a zip archive that is no office document."""
        begins = head.startswith((b"PK\x03\x04", b"PK\x05\x06"))
        return (begins and not head[30:].startswith(OFFICE)) or (name.endswith(".zip") and not head)

    def pages(self, visit: Visit) -> Iterator[Page | ReleaseError]:
        """Each document of the archive, in order, as a page, or the error that says why it is none."""
        uri = printable(self.path)
        names = Names(self.path)
        try:
            check_kind(self.path, uri)
            with ZipFile(self.path) as archive:
                members = archive.infolist()
                _check_apart(uri, members)
                for member in members:
                    if not member.is_dir() and (found := _read(archive, member, names, visit)):
                        yield found
        except OSError as error:
            yield ReadError(uri, (error.strerror or str(error)).lower())
        except ReadError as error:
            yield error
        except (NotImplementedError, *BROKEN) as error:
            yield ReadError(uri, f"the zip archive is cut off or broken: {error}")


def _check_apart(uri: str, members: list[ZipInfo]) -> None:
    """ReadError where two members share their bytes, which is how small archives are made to unpack without end."""
    in_order = sorted(members, key=lambda member: member.header_offset)
    for one, following in pairwise(in_order):
        if one.header_offset + one.compress_size > following.header_offset:
            raise ReadError(uri, f"the zip archive is broken: members overlap at {printable(following.filename)}")


def _read(archive: ZipFile, member: ZipInfo, names: Names, visit: Visit) -> Page | ReadError | None:
    what, max_bytes = kind(member.filename), visit.max_bytes
    if what is None:
        return None
    if what == "other":
        visit.passed_over(member.filename)
        return None
    uri = names.uri(member.filename)
    if what == "nested":
        return nested(uri)
    if member.flag_bits & ENCRYPTED:
        return ReadError(uri, "the member is encrypted")
    if member.file_size > max_bytes:
        return ReadError(uri, too_large(max_bytes))
    if member.file_size > max(FREE // 16, RATIO * member.compress_size):
        return ReadError(uri, f"the member unpacks to more than {RATIO} times its size")
    try:
        with archive.open(member) as file:
            return member_page(uri, member.filename, file.read, max_bytes)
    except ReadError as error:
        return error
    except NotImplementedError as error:
        return ReadError(uri, f"the member cannot be unpacked: {error}")
    except (OSError, *BROKEN) as error:
        return ReadError(uri, f"the member is broken: {error or 'it is cut off'}")
