"""The documents are counted beside the run."""

import time

from pipeline.batch.counting import countable, counting


def test_the_documents_are_counted(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text("" if number else "Møte", encoding="utf-8")
    with counting([str(tmp_path), "missing.txt"], 1000) as total:
        end = time.monotonic() + 60
        while total() is None and time.monotonic() < end:
            time.sleep(0.01)
        assert total() == 8


def test_what_only_the_web_could_count_is_not_counted(tmp_path):
    listed = tmp_path / "addresses.txt"
    listed.write_text("https://example.no/a\nhttps://example.no/b\n", encoding="utf-8")
    assert [countable([str(one)]) for one in (tmp_path, listed, "https://example.no/")] == [True, False, False]
