"""JSON lines: each line a release, what is given with it counts, what is wrong is told by its line."""

import gzip
import json

import pytest
from backports import zstd

from scrapers.publishers import parse

TEXT = "Skolen åpnet med 400 elever.\n\nRektor er glad for det."


@pytest.fixture
def write(tmp_path):
    """A file of JSON lines; bytes are written as they are."""

    def make(*lines, name="korpus.jsonl", pack=bytes):
        rows = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        (tmp_path / name).write_bytes(pack(b"\n".join(rows)))
        return tmp_path / name

    return make


def release(read, write, **line):
    (page,), rejected = read(write({"uri": "a:1", **line}))
    assert not rejected
    return parse(page)


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.jsonl", bytes),
        ("a.ndjson", bytes),
        ("a.jsonl.gz", gzip.compress),
        ("a.jsonl.zst", zstd.compress),
        ("a", bytes),
        ("a.txt", bytes),
    ],
)
def test_each_line_is_a_page_of_its_own_uri(read, write, name, pack):
    path = write(
        {"uri": "https://a.example/1", "text": TEXT}, b"", {"uri": "b", "html": "<p>Hei"}, name=name, pack=pack
    )
    found, rejected = read(path)
    assert [(page.uri, page.media_type) for page in found] == [
        ("https://a.example/1", "text/plain"),
        ("b", "text/html"),
    ]
    assert not rejected


def test_blank_lines_part_paragraphs_below_a_given_title(read, write):
    found = release(read, write, text=TEXT, title="Ny skole i Molde kommune")
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("title", "Ny skole i Molde kommune"),
        ("paragraph", "Skolen åpnet med 400 elever."),
        ("paragraph", "Rektor er glad for det."),
    ]


def test_what_is_given_counts_for_more_than_the_text(read, write):
    given = {"lead": "400 nye.", "published": "2022-09-30", "updated": "2022-10-01", "publisher": "Molde kommune"}
    found = release(read, write, text=f"Publisert 1.1.2020\n\n{TEXT}\n\n400 nye.", title="Ny skole", **given)
    assert [block.text for block in found.blocks][:3] == ["Ny skole", "400 nye.", "Skolen åpnet med 400 elever."]
    assert [block.kind for block in found.blocks].count("lead") == 1
    assert (found.published, found.updated, found.publisher) == ("2022-09-30", "2022-10-01", "Molde kommune")
    assert found.text.count("400 nye.") == 1


def test_a_title_that_the_text_repeats_stands_once(read, write):
    assert release(read, write, text=f"Ny skole\n\n{TEXT}", title="Ny skole").text == f"Ny skole\n\n{TEXT}"


def test_without_a_title_the_text_has_its_own(read, write):
    assert release(read, write, text=f"Ny skole i Molde\n\n{TEXT}").first("title") == "Ny skole i Molde"


def test_a_piece_of_html_gets_the_given_title_and_lead(read, write):
    found = release(read, write, html="<p>Skolen åpnet & alle var der.</p>", title="Ny < skole", lead="400 nye.")
    assert found.text == "Ny < skole\n\n400 nye.\n\nSkolen åpnet & alle var der."


def test_a_whole_page_keeps_its_body(read, write):
    html = "<html><body><article><h1>Gammel</h1><p>Skolen åpnet med 400 elever.</p></article></body></html>"
    assert release(read, write, html=html, title="Ny").text == "Ny\n\nSkolen åpnet med 400 elever."


def test_what_is_given_makes_another_page(read, write):
    hashes = {
        read(write({"uri": "a", "text": TEXT, **given}))[0][0].sha256 for given in ({}, {"title": "A"}, {"title": "B"})
    }
    assert len(hashes) == 3


@pytest.mark.parametrize(
    ("line", "where", "reason"),
    [
        (b"{", "korpus.jsonl:2", "Invalid JSON"),
        (b"[1]", "korpus.jsonl:2", "no release"),
        (b'{"text": "Hei"}', "korpus.jsonl:2", "uri"),
        (b'{"uri": "", "text": "Hei"}', "korpus.jsonl:2", "uri"),
        (b'{"uri": 7, "text": "Hei"}', "korpus.jsonl:2", "uri"),
        (b'{"uri": "a", "text": ["Hei"]}', "korpus.jsonl:2", "text"),
        (b'{"uri": "a", "text": "H\xe5i"}', "korpus.jsonl:2", "no release"),
        (b'{"uri": "a"}', "a", "neither html nor text"),
        (b'{"uri": "a", "text": " "}', "a", "neither html nor text"),
        (b'{"uri": "a", "html": "%PDF-1.7"}', "a", "PDF"),
        (b'{"uri": "a", "text": "' + b"Hei. " * 500 + b'"}', "a", "larger than 0.002 MB"),
        (b'{"uri": "a", "text": "' + b"Hei. " * 50_000 + b'"}', "korpus.jsonl:2", "larger than 0.002 MB"),
        (b'{"uri": "a\\ud800", "text": "Hei"}', "korpus.jsonl:2", "no release"),
        (b"[" * 3000, "korpus.jsonl:2", "no release"),
    ],
)
def test_a_line_that_is_no_release_stops_itself_alone(read, write, line, where, reason):
    path = write({"uri": "x", "text": TEXT}, line, {"uri": "y", "text": TEXT})
    found, rejected = read(path, max_bytes=2000)
    assert [page.uri for page in found] == ["x", "y"]
    ((source, told),) = rejected.items()
    assert source.endswith(where)
    assert reason in told


def test_a_cut_file_gives_its_whole_lines_and_tells(read, write):
    path = write(
        *({"uri": str(number), "text": f"{TEXT} {number}"} for number in range(50)),
        name="a.jsonl.gz",
        pack=gzip.compress,
    )
    path.write_bytes(path.read_bytes()[:-12])
    found, rejected = read(path)
    assert found
    assert rejected == {str(path): "the file is cut off"}


def test_an_empty_file_is_told(read, write):
    path = write(b"")
    assert read(path) == ([], {str(path): "no document in the file"})
