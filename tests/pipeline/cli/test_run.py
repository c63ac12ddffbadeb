"""`utdrag run`: records, rejects, exit codes, and what is on disk afterwards."""

import json

import pytest

RELEASE = """Ordføreren åpnet ny skole i Molde

Publisert 30.09.2022

Ordfører Kåre Bjørnå åpnet fredag den nye skolen med 400 elever på Bergmo i Molde kommune. Det blir kake til alle.
"""
BAD = {
    "empty.txt": b"",
    "spaces.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "paper.html": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n",
    "script.html": b"<html><body><script>var a = 1;</script></body></html>",
}


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(RELEASE, encoding="utf-8")
    return folder


def test_every_document_gives_a_record_or_a_reject(folder, utdrag, tmp_path):
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    out = tmp_path / "out" / "records.jsonl"
    done = utdrag("run", folder, tmp_path / "missing.txt", "-o", out)
    assert done.returncode == 3, done.stderr
    assert [record["title"] for record in lines(out)] == ["Ordføreren åpnet ny skole i Molde"]
    rejects = {
        reject["uri"].rpartition("/")[2]: reject["reason"]
        for reject in lines(tmp_path / "out" / "records.rejects.jsonl")
    }
    assert rejects.keys() == {*BAD, "missing.txt"}
    assert all(rejects.values())
    assert "empty" in rejects["empty.txt"]
    assert "internal error" not in "".join(rejects.values())
    assert "7 rejected" in done.stderr


def test_latin_1_is_read_with_the_right_letters(folder, utdrag, tmp_path):
    (folder / "good.txt").write_text(RELEASE, encoding="latin-1")
    done = utdrag("run", folder, "-o", tmp_path / "records.jsonl")
    assert done.returncode == 0, done.stderr
    record = lines(tmp_path / "records.jsonl")[0]
    assert record["title"] == "Ordføreren åpnet ny skole i Molde"
    assert [person["name"] for person in record["people"]] == ["Kåre Bjørnå"]


def test_a_text_over_the_limit_is_rejected_with_its_size(folder, utdrag, tmp_path):
    (folder / "big.txt").write_text(RELEASE * 200_000, encoding="utf-8")
    done = utdrag("run", folder, "-o", tmp_path / "records.jsonl")
    assert done.returncode == 3, done.stderr
    (reject,) = lines(tmp_path / "records.rejects.jsonl")
    assert "20 MB" in reject["reason"]


def test_a_clean_run_removes_the_rejects_of_an_earlier_one(folder, utdrag, tmp_path):
    (tmp_path / "records.rejects.jsonl").write_text("{}\n", encoding="utf-8")
    assert utdrag("run", folder, "-o", tmp_path / "records.jsonl").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "in",
        "records.jsonl",
        "records.jsonl.state",
        "records.report.json",
    ]


def test_a_record_names_its_source_as_given(utdrag, folder, tmp_path):
    assert utdrag("run", "in/good.txt", "-o", "records.jsonl", cwd=folder.parent).returncode == 0
    assert lines(tmp_path / "records.jsonl")[0]["source"]["uri"] == "in/good.txt"


def test_an_output_that_cannot_be_written_is_a_failure(utdrag, folder, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = utdrag("run", folder, "-o", tmp_path / "file" / "records.jsonl")
    assert done.returncode == 1
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_that_is_a_folder_is_told(utdrag, folder, tmp_path):
    (tmp_path / "records.jsonl").mkdir()
    done = utdrag("run", folder, "-o", tmp_path / "records.jsonl")
    assert done.returncode == 1
    assert "it is a folder" in done.stderr
    assert not (tmp_path / "records.jsonl.state").exists()


@pytest.mark.parametrize("more", [(), ("--fresh",)])
def test_a_source_is_never_overwritten(utdrag, tmp_path, more):
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"uri": "a", "text": RELEASE}) + "\n", encoding="utf-8")
    (tmp_path / "lenke.jsonl").symlink_to(source)
    before = source.read_bytes()
    for output in (source, tmp_path / "lenke.jsonl"):
        done = utdrag("run", source, "-o", output, *more)
        assert done.returncode == 1
        assert "it is one of the sources" in done.stderr
    assert source.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "lenke.jsonl"}


def test_a_folder_where_nothing_may_be_written_is_told(utdrag, folder):
    done = utdrag("run", folder, "-o", "/proc/records.jsonl")  # where not even the superuser may write
    assert done.returncode == 1
    assert "it cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_state_is_told(utdrag, folder, tmp_path):
    out = tmp_path / "records.jsonl"
    assert utdrag("run", folder, "-o", out).returncode == 0
    state = tmp_path / "records.jsonl.state"
    content = state.read_bytes()
    state.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    done = utdrag("run", folder, "-o", out)
    assert done.returncode == 1
    assert "--fresh" in done.stderr
    assert "Traceback" not in done.stderr


def test_sources_without_documents_are_told(utdrag, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bilde.jpg").write_bytes(b"\xff\xd8\xff")
    done = utdrag("run", tmp_path / "in", "-o", tmp_path / "records.jsonl")
    assert done.returncode == 0
    assert "no documents in these sources" in done.stderr


@pytest.mark.parametrize("arguments", [("run",), ("run", "a.txt", "--max-size", "0"), ("walk",)])
def test_wrong_usage_is_told_apart(utdrag, arguments):
    assert utdrag(*arguments).returncode == 2


def test_a_second_run_says_that_nothing_is_new_and_another_is_refused(utdrag, folder, tmp_path):
    out = tmp_path / "records.jsonl"
    utdrag("run", folder, "-o", out)
    before = out.read_bytes()
    done = utdrag("run", folder, "-o", out)
    assert (done.returncode, out.read_bytes()) == (0, before)
    assert "nothing new" in done.stderr
    done = utdrag("run", folder, "-o", out, "--drop-duplicates")
    assert (done.returncode, out.read_bytes()) == (1, before)
    assert "--fresh" in done.stderr


def test_the_log_is_lines_of_json(utdrag, folder, tmp_path):
    (folder / "bad.txt").write_bytes(b"")
    done = utdrag("run", folder, "-o", tmp_path / "records.jsonl", "--log", "json")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert events[-1]["event"] == "finished"
    assert (events[-1]["documents"], events[-1]["rejects"]) == (2, {"the file is empty": 1})
