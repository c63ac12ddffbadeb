"""Shards, on object storage as on a disk: planned by address, written whole or not at all, known when they are done."""

import json

import fsspec
import pytest

from models.errors import OutputError
from pipeline.batch import harvest as harvest_module
from pipeline.batch.harvest import Harvest
from pipeline.batch.pool import Pool
from pipeline.batch.settings import Settings
from pipeline.batch.shard import write_shard
from pipeline.batch.shards import File, Shard, files, planned
from tests.pipeline.batch.hazards import HAZARDS, page_text


@pytest.fixture
def bucket():
    """Object storage in memory, as fsspec has it."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    for number in range(7):
        system.pipe_file(f"/in/{number}.txt", page_text(number))
    system.pipe_file("/in/.hidden.txt", b"no")
    system.pipe_file("/in/picture.png", b"no")
    yield system
    system.store.clear()


def written(shard, output="memory://out"):
    with Pool(Settings(workers=1, work=HAZARDS)) as pool:
        return write_shard(shard, output, pool, 1_000_000)


def test_files_are_listed_by_address_and_planned_in_order(bucket):
    listed = [*files(["memory://in", "memory://in/3.txt", "memory://gone.txt"])]
    assert [file.address for file in listed] == [*(f"memory://in/{n}.txt" for n in range(7)), "memory://gone.txt"]
    shards = [*planned(listed, frozenset(listed[:2]), 5, 3)]
    assert [(shard.name[:11], len(shard.files)) for shard in shards] == [("part-000005", 3), ("part-000006", 3)]
    assert Shard.read(shards[0].text()) == shards[0]
    assert bucket.exists("/in/3.txt")


def test_a_large_file_is_a_shard_of_its_own():
    sizes = (10, 60_000_000, 10, 10)
    shards = planned([File(str(n), size) for n, size in enumerate(sizes)], frozenset(), 0, 50)
    assert [[file.address for file in shard.files] for shard in shards] == [["0"], ["1"], ["2", "3"]]


def test_a_shard_keeps_the_addresses_and_is_known_as_done(bucket):
    (shard,) = planned(files(["memory://in", "memory://gone.txt"]), frozenset(), 0, 50)
    harvest = Harvest("memory://out", fresh=False)
    tally = written(shard)
    assert (tally.records, tally.rejects) == (7, {"no such file": 1})
    assert harvest.done() == frozenset(shard.files)
    (told,) = harvest.shards()
    assert [uri for _, _, uri in told["contents"]] == [f"memory://in/{n}.txt" for n in range(7)]
    assert not bucket.glob("/out/*.part")
    rejects = bucket.cat_file(f"/out/{shard.name}.rejects.jsonl").decode().splitlines()
    assert [json.loads(line)["uri"] for line in rejects] == ["memory://gone.txt"]


def test_the_report_tells_what_says_the_same_in_another_shard(bucket):
    bucket.pipe_file("/in/9.txt", page_text(2))
    for shard in planned(files(["memory://in"]), frozenset(), 0, 4):
        written(shard)
    harvest = Harvest("memory://out", fresh=False)
    assert (harvest.report(1.0).duplicates, harvest.count()) == (1, 2)
    (twin,) = json.loads(bucket.cat_file("/out/report.json"))["duplicate_documents"]
    assert (twin["uri"], twin["duplicate_of"]) == ("memory://in/9.txt", "memory://in/2.txt")


@pytest.mark.usefixtures("bucket")
def test_shards_of_other_code_are_noticed_and_fresh_removes_them(monkeypatch):
    Harvest("memory://out", fresh=False)
    (shard,) = planned(files(["memory://in"]), frozenset(), 0, 50)
    written(shard)
    made = harvest_module.fingerprint() | {"code": "other"}
    monkeypatch.setattr(harvest_module, "fingerprint", lambda: made)
    with pytest.raises(OutputError, match=r"code was .*, now other"):
        Harvest("memory://out", fresh=False)
    assert Harvest("memory://out", fresh=True).count() == 0


def test_an_address_that_nothing_reaches_is_told():
    with pytest.raises(OutputError, match=r"odd://bucket: it cannot be reached: .*odd"):
        Harvest("odd://bucket", fresh=False)
