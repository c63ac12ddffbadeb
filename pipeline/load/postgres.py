"""Tables in PostgreSQL, filled by COPY, with full-text search in Norwegian."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy.dialects.postgresql.base import PGDialect

from models.errors import LoadError
from pipeline.load.copy_text import OPTIONS, copy_text
from pipeline.load.indexes import keys, secondary
from pipeline.load.tables import ARTICLE_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from sqlalchemy import Dialect, Table

    from pipeline.load.indexes import Later
    from pipeline.load.rows import Row

LOCK = 0x75746472  # "utdr": the key of the advisory lock that loads take turns by
SEARCHED = 100_000  # characters of an article that can be searched: PostgreSQL holds no more than 1 MB of words
SEARCH = (
    f"""ALTER TABLE articles ADD COLUMN search tsvector
        GENERATED ALWAYS AS (to_tsvector('norwegian', left(text, {SEARCHED}))) STORED""",
    f"""COMMENT ON COLUMN articles.search
        IS 'the text, which begins with its title, as words in their Norwegian stems; of its first {SEARCHED} characters'""",
    "ALTER TABLE articles ALTER COLUMN text SET STORAGE EXTERNAL",  # to pack them takes longer than to write them
    "ALTER TABLE articles ALTER COLUMN search SET STORAGE EXTERNAL",
)
SEARCH_INDEX = {"articles_by_words": ("CREATE INDEX articles_by_words ON articles USING gin (search)",)}


class Postgres:
    """The tables of a PostgreSQL database, in the first schema of its search path."""

    dialect: Dialect = PGDialect()  # type: ignore[no-untyped-call]
    placeholder = "%s"
    bad_values = (psycopg.DataError, psycopg.IntegrityError, psycopg.errors.ProgramLimitExceeded)
    failures = (psycopg.Error,)
    extras = SEARCH
    foreign_keys = True
    encode = staticmethod(copy_text)

    def __init__(self, url: str, shown: str) -> None:
        self.url = url
        self.shown = shown

    def __enter__(self) -> Self:
        try:
            self._connection = psycopg.connect(self.url, autocommit=True, application_name="utdrag")
        except psycopg.ProgrammingError as error:  # what follows the colon may be the password
            reason = str(error).partition(":")[0]
            raise LoadError(self.shown, f"its address cannot be read: {reason}") from error
        except psycopg.Error as error:
            raise LoadError(self.shown, " ".join(str(error).split())) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One load at a time: the next waits for its turn at each batch."""
        with self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            yield

    @contextmanager
    def building(self, name: str) -> Iterator[None]:
        """Other things may be made at the same time, but no batch is loaded."""
        with self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock_shared(%s)", (LOCK,))
            self._connection.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (LOCK, name))
            yield

    @contextmanager
    def builders(self) -> Iterator[Sequence[Postgres]]:
        """This one, and one with a connection of its own if the server grants it; what they are at ends with the block."""
        with ExitStack() as stack:
            builders: list[Postgres] = [self]
            with suppress(LoadError):
                builders.append(stack.enter_context(Postgres(self.url, self.shown)))
            try:
                yield builders
            except BaseException:
                for builder in builders:
                    builder.cancel()
                raise

    def cancel(self) -> None:
        """End the statement that is being executed."""
        with suppress(psycopg.Error):
            self._connection.cancel_safe()

    def columns(self) -> dict[str, set[str]]:
        """The tables of the schema and their columns."""
        pairs = self.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        )
        found: dict[str, set[str]] = {}
        for table, column in pairs:
            found.setdefault(table, set()).add(column)
        return found

    def later(self, tables: Sequence[Table]) -> Later:
        """The index of words, the keys of all tables that refer to others, and their indexes; what takes longest first."""
        return SEARCH_INDEX | keys(tables[::-1], self.dialect) | secondary(tables, self.dialect)

    def lacking(self, tables: Sequence[Table]) -> Later:
        """The keys and indexes that there are not, if the role owns the tables."""
        if self.execute(
            "SELECT 1 FROM pg_class WHERE oid = 'articles'::regclass AND NOT pg_has_role(relowner, 'USAGE')"
        ):
            return {}
        names = self.execute("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()")
        found = {name for (name,) in names}
        return {name: made for name, made in self.later(tables).items() if name not in found}

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives; none where it gives no table."""
        cursor = self._connection.execute(SQL(statement), values or None)
        return cursor.fetchall() if cursor.description else []

    def insert(self, table: Table, parts: Sequence[bytes]) -> None:
        """Add rows by COPY, their references unchecked where the role may do so: a batch holds all that it refers to."""
        if not (table.foreign_keys and self._unchecked):
            self._copy(table, parts)
            return
        self.execute("SET LOCAL session_replication_role = replica")
        self._copy(table, parts)
        self.execute("SET LOCAL session_replication_role = origin")

    @cached_property
    def _unchecked(self) -> bool:
        """Whether references may go unchecked: to a superuser, and if no trigger of someone else's would be silent."""
        return self.execute(
            "SELECT rolsuper AND NOT EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY (%s::regclass[]))"
            " FROM pg_roles WHERE rolname = current_user",
            ([table.name for table in ARTICLE_TABLES],),
        ) == [(True,)]

    def _copy(self, table: Table, parts: Sequence[bytes]) -> None:
        names = SQL(", ").join(Identifier(column.name) for column in table.columns)
        statement = SQL(f"COPY {{}} ({{}}) FROM STDIN {OPTIONS}").format(Identifier(table.name), names)
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            copy.write(b"".join(parts))
