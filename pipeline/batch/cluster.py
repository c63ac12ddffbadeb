"""A run on many machines: Ray Data hands shards to actors, and each reads its own with a worker process of its own.

A shard whose actor or machine is lost is read again by another; one that is done is never read again, in this run or
the next.
"""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import ray
import ray.data
from ray.data import ActorPoolStrategy, DataContext
from ray.exceptions import RayError

from models.errors import RunError
from pipeline.batch.harvest import Harvest
from pipeline.batch.pool import Pool
from pipeline.batch.report import Report
from pipeline.batch.shard import write_shard
from pipeline.batch.shards import Shard, files, planned
from pipeline.batch.tally import Tally
from pipeline.emit.formats import has_ending
from scrapers.sources.listing import WEB

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.batch.engine import Watch
    from pipeline.batch.settings import Settings


class Reader:
    """An actor: it holds a worker, which holds the model, and writes one shard after the other."""

    def __init__(self, folder: str, output: str, settings: Settings) -> None:
        os.chdir(folder)  # where the run was begun, for addresses that are relative to it
        self._output = output
        self._settings = settings
        self._pool = Pool(replace(settings, workers=1)).__enter__()

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[str]]:
        """The tally of each shard, which is written when it is given."""
        shards = [Shard.read(text) for text in batch["shard"]]
        tallies = [write_shard(shard, self._output, self._pool, self._settings.max_bytes) for shard in shards]
        return {"tally": [tally.text() for tally in tallies]}


def run(sources: Sequence[str], output: str, settings: Settings, address: str | None, watch: Watch) -> Report:
    """Write a shard for each group of files whose documents the output does not hold yet; give the report over all.

    `address` is that of a Ray cluster; without one it is this machine alone. RunError where the run cannot begin or
    go on; the same call goes on from there.
    """
    if settings.drop_duplicates or settings.retry_rejects:
        raise RunError("with --engine ray there is neither --drop-duplicates nor --retry-rejects")
    if has_ending(output):
        raise RunError(f"with --engine ray the output is a folder of shards: name one, not {output}")
    web = [source for source in sources if WEB.match(source)]
    if web:
        raise RunError(f"with --engine ray no web addresses are read: utdrag fetch {web[0]} -o archive.warc.gz first")
    start = monotonic()
    harvest = Harvest(output, fresh=settings.fresh, read_by=settings.read_by)
    known = now = harvest.tally()
    watch(known)
    shards = [*planned(files(sources), harvest.done(), harvest.count(), settings.chunk)]
    for tally in _written(shards, output, settings, address) if shards else ():
        now = now.plus(tally)
        watch(now)
    elapsed = monotonic() - start
    whole = harvest.report(elapsed)
    return Report(
        output=output,
        report=f"{output}/report.json",
        rejects=f"{output}/part-*.rejects.jsonl",
        tally=whole,
        new=whole.documents - known.documents,
        passed=known.documents,
        others={},
        elapsed=elapsed,
        finished=True,
    )


def _written(shards: Sequence[Shard], output: str, settings: Settings, address: str | None) -> Iterator[Tally]:
    """The tally of each shard, in whatever order they are written."""
    logging.getLogger("ray.data").setLevel(logging.WARNING)
    try:
        ray.init(address=address or "local", log_to_driver=False, logging_level=logging.WARNING)
        DataContext.get_current().enable_progress_bars = False
        rows = ray.data.from_items([{"shard": shard.text()} for shard in shards], override_num_blocks=len(shards))
        actors = min(len(shards), max(1, int(ray.cluster_resources()["CPU"])))
        written = rows.map_batches(
            Reader,
            fn_constructor_args=(str(Path.cwd()), output, settings),
            batch_size=1,
            compute=ActorPoolStrategy(size=actors),
        )
        for row in written.iter_rows():
            yield Tally.read(row["tally"])
    except (RayError, ConnectionError) as error:
        raise RunError(f"the cluster gave up: {error}") from error
    finally:
        ray.shutdown()
