"""Documents and archives that the tests of sources are made of."""

import io
import tarfile
import zipfile

import pytest

from scrapers.sources import pages

TEXT = "Ny skole i {}\n\nOrdføreren åpnet skolen med 400 elever fredag.\n"


@pytest.fixture
def read():
    """What a source gives: the uris of its pages, and the reasons by uri of what it rejects."""

    def run(*sources, **options):
        found, rejected = [], {}
        for one in pages(list(map(str, sources)), **options):
            if hasattr(one, "reason"):
                rejected[one.source] = one.reason
            else:
                found.append(one)
        return found, rejected

    return run


@pytest.fixture
def members():
    """The members of an archive, by name."""
    return {f"2022/{place}.txt": TEXT.format(place).encode() for place in ("Molde", "Ålesund", "Åmli")}


@pytest.fixture
def make_zip(tmp_path):
    """A zip archive of members by name."""

    def make(members, name="archive.zip"):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members:
                archive.writestr(member, content)
        return tmp_path / name

    return make


@pytest.fixture
def make_tar(tmp_path):
    """A tar archive of members by name; None as content makes a symbolic link to /etc/passwd."""

    def make(members, name="archive.tar.gz", mode="w:gz"):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode=mode) as archive:
            for member, content in members:
                info = tarfile.TarInfo(member)
                if content is None:
                    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
                    archive.addfile(info)
                else:
                    info.size = len(content)
                    archive.addfile(info, io.BytesIO(content))
        (tmp_path / name).write_bytes(buffer.getvalue())
        return tmp_path / name

    return make
