"""Tables as a folder of Parquet files, one a table.

A load works on a DuckDB file aside and puts the new files in place at its end, all of them or none.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, Self

from filelock import FileLock, Timeout

from models.errors import LoadError
from pipeline.load.duck import Duck
from pipeline.load.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from sqlalchemy import Table

    from pipeline.load.rows import Row

PLAN = ".utdrag-swap.json"  # the files that are being put in place; written when all of them are whole
WORK = ".utdrag-load-"


class ParquetFolder(Duck):
    """The tables of a folder of Parquet files, which is made where there is none. One load at a time."""

    def __init__(self, folder: Path, shown: str) -> None:
        super().__init__("", shown)
        self.folder = folder
        self._changed = False

    def __enter__(self) -> Self:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(self.folder / ".utdrag.lock", timeout=0)
            self._lock.acquire()
            self._tidy()
            self._work = Path(mkdtemp(prefix=WORK, dir=self.folder))
        except Timeout as error:
            raise LoadError(self.shown, "another load is at work in this folder") from error
        except OSError as error:
            raise LoadError(self.shown, error.strerror or str(error)) from error
        self.path = str(self._work / "load.duckdb")
        super().__enter__()
        for table in TABLES:
            file = self._file(table)
            if file.exists():
                self._connection.execute(f"CREATE TABLE {table.name} AS FROM read_parquet(?)", [str(file)])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._changed:
                self._export()
        finally:
            super().__exit__(kind, error, trace)
            if not (self.folder / PLAN).exists():  # else the next load finishes what this one could not
                rmtree(self._work)
            self._lock.release()

    def insert(self, table: Table, parts: Sequence[list[Row]]) -> None:
        """Add rows, a list for each column."""
        self._changed = True
        super().insert(table, parts)

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives."""
        self._changed = self._changed or not statement.startswith("SELECT")
        return super().execute(statement, values)

    def _file(self, table: Table) -> Path:
        return self.folder / f"{table.name}.parquet"

    def _export(self) -> None:
        """Write the tables, sorted by their keys, and put them in place."""
        names = []
        for table in TABLES:
            key = ", ".join(column.name for column in table.primary_key)
            file = self._work / f"{table.name}.parquet"
            self._connection.execute(
                f"COPY (FROM {table.name} ORDER BY {key}) TO '{_quoted(file)}' (FORMAT parquet, COMPRESSION zstd)"
            )
            _sync(file)
            names.append(file.relative_to(self.folder).as_posix())
        part = self._work / PLAN
        part.write_text(json.dumps(names), encoding="utf-8")
        _sync(part)
        part.replace(self.folder / PLAN)
        self._put_in_place()

    def _put_in_place(self) -> None:
        """Move the files of the plan to their places, those that are not there yet."""
        plan = self.folder / PLAN
        for name in json.loads(plan.read_text(encoding="utf-8")):
            file = self.folder / name
            if file.exists():
                file.replace(self.folder / file.name)
        plan.unlink()

    def _tidy(self) -> None:
        """Finish what a killed load had begun to put in place, and remove what else it left."""
        if (self.folder / PLAN).exists():
            self._put_in_place()
        for left in self.folder.glob(f"{WORK}*"):
            rmtree(left)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
