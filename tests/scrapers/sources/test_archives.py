"""Zip and tar archives: members named, order kept, whatever is wrong told, nothing unpacked to disk."""

import gzip
import io
import os
import random
import struct
import warnings
import zipfile
import zlib

import pytest
from backports import zstd

from models.errors import ReadError
from scrapers.pages import read as read_page
from scrapers.sources import pages
from scrapers.sources.folder import Folder
from scrapers.sources.tar import Tar
from scrapers.sources.zip import Zip

PIPE = "a pipe, a socket or a device is not read; write it to a file first"
AWAY = "../../../etc/away.html"
PAGE = b"<!DOCTYPE html><h1>Hei</h1><p>En tekst.</p>"


def test_a_zip_gives_its_documents_in_its_own_order(read, members, make_zip):
    path = make_zip(reversed(members.items()))
    found, rejected = read(path)
    assert [page.uri for page in found] == [f"{path}!{name}" for name in reversed(members)]
    assert [page.content for page in found] == list(reversed(members.values()))
    assert not rejected


@pytest.mark.parametrize(
    ("name", "mode"), [("a.tar", "w:"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.bz2", "w:bz2"), ("a", "w:xz")]
)
def test_a_tar_gives_its_documents_however_it_is_compressed(read, members, make_tar, name, mode):
    path = make_tar(members.items(), name, mode)
    found, rejected = read(path)
    assert {page.uri: page.content for page in found} == {f"{path}!{name}": text for name, text in members.items()}
    assert not rejected


def test_a_tar_may_be_compressed_with_zstandard(read, members, make_tar, tmp_path):
    path = tmp_path / "a.tar.zst"
    path.write_bytes(zstd.compress(make_tar(members.items(), "b", "w:").read_bytes()))
    assert [page.uri for page in read(path)[0]] == [f"{path}!{name}" for name in members]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_that_lead_elsewhere_are_names_alone(read, make_zip, make_tar, kind, tmp_path):
    names = [AWAY, "/root.html", "a.html", "a.html", "C:\\b.html"]
    with warnings.catch_warnings(action="ignore"):  # zipfile warns of a name written twice
        path = (make_zip if kind == "zip" else make_tar)([(name, PAGE) for name in names])
    before = sorted(tmp_path.rglob("*"))
    found, rejected = read(path)
    expected = [AWAY, "/root.html", "a.html", "a.html#2", "C:\\b.html"]
    assert [page.uri.partition("!")[2] for page in found] == expected
    assert not rejected
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_members_that_are_no_documents_are_passed_over_and_archives_rejected(read, make_zip, make_tar, kind):
    names = ["a.html", "bilde.jpg", "stil.css", "__MACOSX/._a.html", "mappe/", "inne.zip", "mer.tar.gz", "LESMEG"]
    path = (make_zip if kind == "zip" else make_tar)([(name, PAGE) for name in names])
    others = []
    found, rejected = read(path, passed_over=others.append)
    assert [page.uri for page in found] == [f"{path}!a.html"]
    assert rejected.keys() == {f"{path}!inne.zip", f"{path}!mer.tar.gz"}
    assert others == ["bilde.jpg", "stil.css", "LESMEG"]
    assert all("inside an archive" in reason for reason in rejected.values())


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_an_empty_or_large_or_foreign_member_stops_itself_alone(read, make_zip, make_tar, kind):
    members = [("tom.txt", b" "), ("stor.txt", b"Hei du. " * 200), ("pdf.html", b"%PDF-1.7"), ("a.html", PAGE)]
    path = (make_zip if kind == "zip" else make_tar)(members)
    found, rejected = read(path, max_bytes=1000)
    assert [page.uri for page in found] == [f"{path}!a.html"]
    reasons = {uri.partition("!")[2]: reason for uri, reason in rejected.items()}
    assert reasons["tom.txt"] == "the file is empty"
    assert reasons["stor.txt"] == "the file is larger than 0.001 MB"
    assert "PDF" in reasons["pdf.html"]


def test_a_link_in_a_tar_is_rejected(read, make_tar):
    path = make_tar([("lenke.html", None), ("a.html", PAGE)])
    found, rejected = read(path)
    assert [page.uri for page in found] == [f"{path}!a.html"]
    assert rejected == {f"{path}!lenke.html": "the member is a link to /etc/passwd, which is not followed"}


@pytest.mark.parametrize("lost", [1, 9, 30, 200, 600])
@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.zip"])
def test_a_cut_archive_is_never_silently_short(read, members, make_zip, make_tar, name, lost):
    make = make_zip if name.endswith("zip") else make_tar
    path = make(members.items(), name) if name != "a.tar" else make_tar(members.items(), name, "w:")
    whole = path.read_bytes().rstrip(b"\0") if name == "a.tar" else path.read_bytes()
    path.write_bytes(whole[: max(30, len(whole) - lost)])
    found, rejected = read(path)
    assert len(found) < 3 or name.startswith("a.tar")
    assert "cut off" in " ".join(rejected.values())


def test_a_tar_that_ends_between_two_members_is_cut_off(read, make_tar):
    path = make_tar([(f"{name}.html", PAGE) for name in "abc"], "a.tar", "w:")
    path.write_bytes(path.read_bytes()[:2048])
    found, rejected = read(path)
    assert len(found) == 2
    assert rejected == {str(path): "the file is cut off"}


def test_a_broken_member_of_a_zip_stops_itself_alone(read, make_zip):
    path = make_zip([("a.txt", b"Hei du. " * 400), ("b.html", PAGE)])
    content = bytearray(path.read_bytes())
    content[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    found, rejected = read(path)
    assert [page.uri for page in found] == [f"{path}!b.html"]
    assert "broken" in rejected[f"{path}!a.txt"]


def test_an_encrypted_member_is_rejected(read, make_zip):
    path = make_zip([("a.html", PAGE)])
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    path.write_bytes(content)
    assert read(path) == ([], {f"{path}!a.html": "the member is encrypted"})


def test_a_member_that_unpacks_without_bounds_is_not_unpacked(read, make_zip):
    path = make_zip([("bombe.txt", b" " * 15_000_000)])
    assert "250 times its size" in read(path)[1][f"{path}!bombe.txt"]


def test_a_member_larger_than_it_says_is_rejected(read, make_zip):
    path = make_zip([("a.txt", b"Hei du. " * 4000)])
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 100)
    path.write_bytes(content)
    assert "broken" in read(path)[1][f"{path}!a.txt"]


def test_members_that_share_their_bytes_are_not_read(read, make_zip):
    path = make_zip([("a.txt", b"Hei du."), ("b.txt", b"Hei du.")])
    content = bytearray(path.read_bytes())
    second = content.rindex(b"PK\x01\x02") + 42
    content[second : second + 4] = struct.pack("<I", 0)
    path.write_bytes(content)
    found, rejected = read(path)
    assert not found
    assert "overlap" in rejected[str(path)]


def test_a_compressed_tar_that_unpacks_without_bounds_is_stopped(read, tmp_path):
    path = tmp_path / "a.tar.gz"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1_000_000)
    header = b"a.txt".ljust(100, b"\0") + b"0000644\0" * 1 + b"0000000\0" * 2 + b"77777777777\0" + b"0" * 11 + b"\0"
    header = header.ljust(148, b"\0") + b"        0".ljust(109, b"\0") + b"ustar\00000"
    header = header.ljust(512, b"\0")
    header = header[:148] + b"%06o\0 " % sum(header) + header[156:]
    path.write_bytes(packer.compress(header) + b"".join(packer.compress(zeros) for _ in range(60)) + packer.flush())
    found, rejected = read(path)
    assert not found
    assert "250 times its size" in rejected[str(path)]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 no zip", b"PK\x05\x06", b"", b"\x1f\x8bno gzip", b"BZhno", b"WARC/1.0"]
)
@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.warc.gz", "a.html.gz", "a.jsonl.gz"])
def test_junk_by_any_name_is_a_reject(read, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    found, rejected = read(path)
    assert not found
    assert rejected
    assert all(rejected.values())


def test_an_office_document_is_no_archive(read, make_zip):
    path = make_zip([("[Content_Types].xml", b"<Types/>"), ("word/a.html", PAGE)], "brev.docx")
    assert "office document" in read(path)[1][str(path)]


def test_a_document_may_be_compressed(read, tmp_path):
    path = tmp_path / "side.html.gz"
    path.write_bytes(gzip.compress(PAGE))
    (page,), _ = read(path)
    assert (page.uri, page.content, page.media_type) == (str(path), PAGE, "text/html")


def test_a_folder_gives_its_documents_and_those_of_its_archives_by_path(read, members, make_zip, make_tar, tmp_path):
    make_tar(members.items(), "b.tar.gz")
    make_zip([("z.html", PAGE)], "a.zip")
    for name in ("c.html", ".skjult.html", "bilde.jpg", "records.jsonl"):
        (tmp_path / name).write_bytes(PAGE)
    found, rejected = read(tmp_path)
    names = [page.uri.removeprefix(f"{tmp_path}/") for page in found]
    assert names == ["a.zip!z.html", *(f"b.tar.gz!{name}" for name in members), "c.html"]
    assert not rejected


def test_a_folder_is_walked_as_its_paths_are_sorted(read, tmp_path):
    names = ["b/a.txt", "b.txt", "a/z/1.txt", "a/z.txt", "a.b/1.txt", "Å.txt", "z.txt", "B.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    (tmp_path / "c.txt").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "a")
    (tmp_path / "borte.txt").symlink_to(tmp_path / "finnes-ikke.txt")
    found, rejected = read(tmp_path)
    assert [page.uri for page in found] == [str(path) for path in sorted(tmp_path / name for name in names)]
    assert rejected == {str(tmp_path / "borte.txt"): "no such file or directory"}


def test_a_link_that_leads_round_in_a_circle_stops_itself_alone(read, tmp_path):
    (tmp_path / "a.html").symlink_to(tmp_path / "a.html")
    (tmp_path / "b.html").write_bytes(PAGE)
    found, rejected = read(tmp_path)
    assert [page.uri for page in found] == [str(tmp_path / "b.html")]
    assert "symbolic links" in rejected[str(tmp_path / "a.html")]


@pytest.mark.parametrize("name", ["a.html", "a.zip", "a.tar.gz", "a.warc", "a.jsonl"])
def test_a_pipe_is_a_reject_and_is_not_waited_for(read, tmp_path, name):
    os.mkfifo(tmp_path / name)
    assert read(tmp_path / name) == ([], {str(tmp_path / name): PIPE})


def test_a_pipe_that_is_shown_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.html")
    with pytest.raises(ReadError, match=PIPE):
        read_page(tmp_path / "a.html")


def test_sources_are_values(members, make_zip, make_tar):
    sources = [Zip(str(make_zip(members.items()))), Tar(str(make_tar(members.items())))]
    assert len(list(pages(sources))) == 2 * len(members)
    assert Folder("a") == Folder("a") != Folder("b")


def test_a_name_in_another_encoding_is_readable(read, tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("Ås.html", PAGE)
    path = tmp_path / "a.zip"
    path.write_bytes(buffer.getvalue())
    assert read(path)[0][0].uri == f"{path}!Ås.html"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_whatever_is_broken_the_reading_ends_with_a_reason(read, make_zip, make_tar, name):
    make = {"a.zip": make_zip, "a.tar": lambda members, _: make_tar(members, name, "w:")}.get(name, make_tar)
    path = make([(f"{number}.html", PAGE * 3) for number in range(3)], name)
    whole = path.read_bytes()
    for seed in range(150):
        chance = random.Random(seed)  # noqa: S311 - junk
        content = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(60)] = chance.choice([b"\0" * 50, b"\xff" * 9, b"7777777", b"P", b""])
        path.write_bytes(content)
        found, rejected = read(path)
        assert len(found) + len(rejected) >= 1
        assert "\n".join([*rejected, *rejected.values(), *(page.uri for page in found)]).encode()


def test_a_zip_of_a_later_version_is_told(read, make_zip):
    path = make_zip([("a.html", PAGE)])
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 99
    path.write_bytes(content)
    assert "version" in read(path)[1][str(path)]
