"""The outputs and the state stay in step: one run at a time, and only what was begun alike goes on."""

import json

import pytest

from models.errors import OutputError, ParseError
from pipeline.batch import book as book_module
from pipeline.batch.book import Book
from pipeline.batch.outcome import Done
from pipeline.batch.settings import Settings
from pipeline.batch.state import State
from pipeline.emit.formats import FORMATS, format_of
from pipeline.emit.names import rejects_path, state_path


def done(name, content=None):
    hashed = (content or name).encode().ljust(16)
    return Done(
        id=name, uri=name, line=json.dumps({"id": name}), content=hashed, warnings=("a:b",), seconds={"parse": 1.0}
    )


def chunk(*outcomes):
    return [(f"{number}{outcome}"[:16].encode(), outcome) for number, outcome in enumerate(outcomes)]


def opened(path, **options):
    return Book(path, ["in"], Settings(**options))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "out" / "records.jsonl"


def test_what_was_not_committed_is_cut_off(path):
    with opened(path) as book:
        book.keep(chunk(done("a"), ParseError("b", "no headline")))
    for file in (path, rejects_path(path)):
        with file.open("ab") as torn:
            torn.write(b'{"id": "hal')
    with opened(path) as book:
        assert (book.tally.documents, book.tally.records, book.tally.rejected) == (2, 1, 1)
        book.keep([(b"c", done("c"))])
    assert path.read_text(encoding="utf-8") == '{"id": "a"}\n{"id": "c"}\n'
    assert len(rejects_path(path).read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("suffix", [form.suffix for form in FORMATS])
def test_an_output_torn_at_any_chunk_becomes_what_it_was_to_be(tmp_path, suffix):
    chunks = [[(bytes([n, m]), done(f"{n}{m}")) for m in range(3)] for n in range(3)]
    whole, torn = tmp_path / f"whole{suffix}", tmp_path / f"torn{suffix}"
    grown = format_of(torn).grown(torn)
    with opened(whole) as book:
        for one in chunks:
            book.keep(one)
    for one in chunks:
        with opened(torn) as book:
            book.keep(one)
        with grown.open("ab") as file:
            file.write(b"torn")
    with opened(torn):
        pass
    assert grown.read_bytes() == format_of(whole).grown(whole).read_bytes()


def test_a_second_run_at_once_is_refused(path):
    with opened(path), pytest.raises(OutputError, match="another run"), opened(path):
        pass


def test_other_code_is_noticed(path, monkeypatch):
    with opened(path) as book:
        book.keep(chunk(done("a")))
    made = book_module.fingerprint() | {"code": "other"}
    monkeypatch.setattr(book_module, "fingerprint", lambda: made)
    with pytest.raises(OutputError, match=r"code was .*, now other"), opened(path):
        pass
    with opened(path, fresh=True) as book:
        assert book.tally.documents == 0
    assert path.read_bytes() == b""


def test_a_state_that_is_none_is_told_and_fresh_replaces_it(path):
    path.parent.mkdir()
    state_path(path).write_bytes(b"no database, but long enough to be taken for one" * 9)
    with pytest.raises(OutputError, match="no state of a run"), opened(path):
        pass
    with opened(path, fresh=True) as book:
        book.keep(chunk(done("a")))
    assert path.exists()


def test_the_state_of_another_layout_is_told(path):
    path.parent.mkdir()
    with State(state_path(path)) as state:
        state._base.execute("PRAGMA user_version = 99")  # noqa: SLF001 - as a later version would leave it
    with pytest.raises(OutputError, match="another version"), opened(path):
        pass


@pytest.mark.parametrize(("drop", "kept"), [(False, ["a", "b", "c"]), (True, ["a"])])
def test_the_same_content_is_told_by_its_first_record(path, drop, kept):
    with opened(path, drop_duplicates=drop) as book:
        book.keep(chunk(done("a", "x"), done("b", "x")))
        book.keep([(b"c", done("c", "x"))])
        assert list(book.state.duplicates()) == [("b", "b", "a"), ("c", "c", "a")]
        assert (book.tally.documents, book.tally.duplicates, book.tally.records) == (3, 2, len(kept))
    assert [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()] == kept


def test_rejects_taken_back_are_documents_not_done(path):
    outcomes = chunk(done("a"), ParseError("b", "no headline"))
    with opened(path) as book:
        book.keep(outcomes)
        book.retry()
        assert [book.state.knows(key) for key, _ in outcomes] == [True, False]
        assert (book.tally.documents, book.tally.rejected) == (1, 0)
        book.keep([(outcomes[1][0], done("b"))])
    with opened(path) as book:
        assert (book.tally.records, book.tally.rejects) == (2, {})
    assert not rejects_path(path).exists()
