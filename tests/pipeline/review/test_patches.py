"""Decisions are kept in a file that is only ever added to."""

import multiprocessing
from pathlib import Path

import pytest

from models.errors import ReadError
from pipeline.review.patches import Patch, PatchFile, in_force, patches_path


def patch(article="a", path="/people/0", old=1, new=2, **changed):
    return Patch.made(article, path, old, new, reviewer="kari", **changed)


def test_a_patch_comes_back_as_it_was_made(tmp_path):
    file = PatchFile(tmp_path / "p.jsonl")
    made = patch(old={"name": "Kari «Vik» \u2028 😀"}, new=None)
    file.add(made)
    assert PatchFile(file.path).of("a") == [made]


def test_an_undone_patch_is_in_force_no_more():
    first, second = patch(), patch()
    assert in_force([first, second, patch(undoes=first.id)]) == [second]


def test_two_desks_on_one_file_see_each_others_patches(tmp_path):
    one, other = PatchFile(tmp_path / "p.jsonl"), PatchFile(tmp_path / "p.jsonl")
    first, second = patch(), patch()
    one.add(first)
    other.add(second)
    assert one.of("a") == other.of("a") == [first, second]


def test_a_line_cut_by_a_crash_is_written_over(tmp_path):
    file = PatchFile(tmp_path / "p.jsonl")
    first, second = patch(), patch()
    file.add(first)
    with file.path.open("ab") as raw:
        raw.write(b'{"id": "cut')
    again = PatchFile(file.path)
    again.add(second)
    assert PatchFile(file.path).of("a") == [first, second]


def test_a_line_that_is_no_patch_is_named(tmp_path):
    path = tmp_path / "p.jsonl"
    path.write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(ReadError, match="no valid patch"):
        PatchFile(path)


def _add(path):
    file = PatchFile(Path(path))
    for number in range(40):
        file.add(patch(old=number))


def test_desks_that_write_at_once_lose_nothing(tmp_path):
    path = tmp_path / "p.jsonl"
    spawned = multiprocessing.get_context("spawn")
    desks = [spawned.Process(target=_add, args=(str(path),)) for _ in range(2)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join(60)
    assert len(PatchFile(path).of("a")) == 80


@pytest.mark.parametrize("name", ["records.jsonl", "records.jsonl.gz", "records.parquet"])
def test_the_patches_stand_beside_the_records(name):
    assert patches_path(Path("out") / name) == Path("out/records.patches.jsonl")
