"""`utdrag load`: exit codes, what is told, and what a plain user meets."""

import json

import pytest

from models.record import Record

RECORD = Record.model_validate(
    {
        "id": "a",
        "source": {"uri": "a.txt", "media_type": "text/plain", "sha256": "0", "size": 1, "scraper": "plain"},
        **dict.fromkeys(("publisher", "lead", "published", "updated")),
        "language": "nn",
        "title": "Ja",
        "text": "Ja",
        "sections": [],
    }
).model_dump_json()


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(RECORD + "\n", encoding="utf-8")
    return path


def test_the_default_is_a_sqlite_file_in_the_folder_one_stands_in(utdrag, records):
    done = utdrag("load", records, cwd=records.parent)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "1 record in sqlite:///records.db: 1 new, 0 replaced, 0 unchanged\n"
    assert (records.parent / "records.db").exists()


def test_rejected_lines_are_told_and_end_with_3(utdrag, records):
    records.write_text(f"{{}}\n{RECORD}\n", encoding="utf-8")
    done = utdrag("load", records, "--to", records.parent / "tables")
    assert done.returncode == 3
    assert "1 line rejected, with reasons in" in done.stderr
    (told,) = (records.parent / "records.load-rejects.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(told)["line"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("records.jsonl", "--to", "mysql://ida:hemmelig@tjener/db"), 2, "utdrag cannot load into mysql"),
        (("records.jsonl", "--batch", "0"), 2, "--batch"),
        ((), 2, "RECORDS"),
        (("missing.jsonl",), 1, "missing.jsonl: No such file"),
        (("records.jsonl", "--to", "sqlite:///no/such/folder/r.db"), 1, "unable to open"),
        (("records.jsonl", "--to", "postgresql://ida:hemmelig@127.0.0.1:1/db"), 1, "Connection refused"),
    ],
)
def test_what_goes_wrong_is_told_in_words(utdrag, records, arguments, code, words):
    done = utdrag("load", *arguments, cwd=records.parent)
    assert done.returncode == code
    assert words in done.stderr
    assert "hemmelig" not in done.stderr
    assert "Traceback" not in done.stderr


def test_quiet_prints_nothing(utdrag, records):
    done = utdrag("load", records, "-q", "--to", f"sqlite:///{records.parent / 'r.db'}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
