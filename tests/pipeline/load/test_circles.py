"""What is read holds no circles of objects, so that memory stays flat while Python does not look for them."""

import gc

from pipeline.load.circles import without_circles
from pipeline.load.loading import load
from pipeline.load.reading import batches
from pipeline.load.targets import store_of


def test_neither_records_nor_rejects_leave_circles(kit, tmp_path):
    good = kit.record(0).model_dump_json()
    bad = ["{", "[1]", good.replace("2030-01-01", "2030-02-30"), good.replace('"value":10', '"value":0.1234567890123')]
    path = tmp_path / "r.jsonl"
    path.write_text("".join(f"{line}\n" for line in [good, *bad] * 20), encoding="utf-8")
    gc.collect()
    with without_circles():
        (batch,) = batches(path, 1000)
        assert (len(batch.records), len(batch.rejects)) == (20, 80)
        del batch
        assert gc.collect() == 0


def test_python_looks_for_circles_again_after_a_load(kit, tmp_path):
    looked = []
    path = kit.write(tmp_path / "r.jsonl", [kit.record(0)])
    load([path], store_of(f"sqlite:///{tmp_path / 'r.db'}"), seen=lambda _: looked.append(gc.isenabled()))
    assert [*looked, gc.isenabled()] == [False, True]


def test_a_longer_load_leaves_no_more_circles(address, kit, tmp_path):
    left = []
    for first, last in ((0, 5), (5, 10), (10, 110)):  # the first makes what each store makes once
        path = kit.write(tmp_path / f"r{first}.jsonl", map(kit.record, range(first, last)))
        gc.collect()
        with without_circles():
            load([path], store_of(address), size=5)
            left.append(gc.collect())
    assert left[2] <= left[1] + 20
