"""Load records files into a store, batch by batch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from models.errors import LoadError
from pipeline.load.ahead import LARGE, batches_ahead
from pipeline.load.circles import without_circles
from pipeline.load.indexes import indexed_at_end, make_lacking
from pipeline.load.layout import LAYOUT, prepare
from pipeline.load.reading import Reject, batches
from pipeline.load.rejects import RejectsFile
from pipeline.load.tables import ARTICLE_TABLES
from pipeline.load.upgrades import UPGRADES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from pipeline.load.layout import Layout
    from pipeline.load.reading import Batch, Loadable
    from pipeline.load.store import Store
    from pipeline.load.upgrades import Upgrade

BATCH = 1_000  # records that are kept together or not at all

Tally = Counter[str]  # of "new", "replaced", "unchanged" and "rejected"


def load(
    paths: Iterable[Path],
    store: Store,
    *,
    size: int = BATCH,
    layout: Layout = LAYOUT,
    upgrades: tuple[Upgrade, ...] = UPGRADES,
    seen: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """How many records were new, replaced, unchanged and rejected. Each file's rejects are told beside it.

    ReadError where a file cannot be read, LoadError where the store cannot go on; what it kept until then stays.
    """
    tally: Tally = Counter()
    try:
        with store:
            prepare(store, layout)
            with indexed_at_end(store, layout.tables), without_circles():
                for path in paths:
                    for done in _load(path, store, size, layout, upgrades):
                        tally += done
                        seen(done)
    except store.failures as error:
        raise LoadError(store.shown, reason(error)) from error
    return tally


def _load(path: Path, store: Store, size: int, layout: Layout, upgrades: tuple[Upgrade, ...]) -> Iterator[Tally]:
    with RejectsFile(path) as rejects:
        for batch in _batches(path, store, size, upgrades):
            done, refused = write(store, batch.records, layout)
            for reject in sorted((*batch.rejects, *refused), key=lambda reject: reject.line):
                rejects.write(reject)
            done["rejected"] = len(batch.rejects) + len(refused)
            yield done


def _batches(path: Path, store: Store, size: int, upgrades: tuple[Upgrade, ...]) -> Iterator[Batch]:
    large = path.exists() and path.stat().st_size > LARGE
    if large and upgrades is UPGRADES:
        return batches_ahead(path, size, store.encode)
    return batches(path, size, store.encode, upgrades)


def write(store: Store, records: Sequence[Loadable], layout: Layout = LAYOUT) -> tuple[Tally, list[Reject]]:
    """Write records in one transaction, those that are there unchanged left alone; the rest counted.

    Where the store cannot hold a value, the records are written by halves until the one it is in stands alone.
    """
    if not records:
        return Counter(), []
    try:
        with store.transaction():
            return _write(store, records, layout), []
    except store.bad_values as error:
        if len(records) == 1:
            return Counter(), [Reject(records[0].line, reason(error))]
    middle = len(records) // 2
    done, refused = write(store, records[:middle], layout)
    more, others = write(store, records[middle:], layout)
    return done + more, refused + others


def _write(store: Store, records: Sequence[Loadable], layout: Layout) -> Tally:
    last = {record.id: record for record in records}  # of two with the same id the later one counts
    known = _digests(store, list(last))
    fresh = sorted((one for one in last.values() if known.get(one.id) != one.digest), key=lambda one: one.id)
    replaced = [one.id for one in fresh if one.id in known]
    if replaced:
        make_lacking(store, layout.tables)
        marks = _marks(store, replaced)
        for table in reversed(ARTICLE_TABLES):
            key = "id" if table.name == "articles" else "article_id"
            store.execute(f"DELETE FROM {table.name} WHERE {key} IN ({marks})", replaced)  # noqa: S608 - names of our own
    for table in ARTICLE_TABLES:
        parts = [part for record in fresh if (part := record.rows[table.name])]
        if parts:
            store.insert(table, parts)
    new = len(fresh) - len(replaced)
    return Counter(new=new, replaced=len(replaced), unchanged=len(records) - len(fresh))


def _digests(store: Store, ids: Sequence[str]) -> dict[str, str]:
    return dict(store.execute(f"SELECT id, digest FROM articles WHERE id IN ({_marks(store, ids)})", ids))  # noqa: S608


def _marks(store: Store, values: Sequence[str]) -> str:
    return ", ".join([store.placeholder] * len(values))


def reason(error: Exception) -> str:
    """The first line of an error, which says what is wrong."""
    return str(error).strip().partition("\n")[0]
