"""A file of lines appears whole or not at all."""

import pytest

from pipeline.emit.lines import LinesFile


def test_the_file_is_not_there_before_it_is_whole(tmp_path):
    with LinesFile(tmp_path / "lines") as file:
        file.write("one")
        assert not (tmp_path / "lines").exists()
    assert (tmp_path / "lines").read_text(encoding="utf-8") == "one\n"


def test_after_an_error_the_earlier_file_stays(tmp_path):
    path = tmp_path / "lines"
    path.write_text("before\n", encoding="utf-8")
    with pytest.raises(TypeError), LinesFile(path) as file:
        file.write(None)
    assert [found.name for found in tmp_path.iterdir()] == ["lines"]
    assert path.read_text(encoding="utf-8") == "before\n"
