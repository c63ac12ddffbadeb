"""Find the store that an address names: a database URL, or a folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from models.errors import LoadError

if TYPE_CHECKING:
    from pipeline.load.store import Store

KNOWN = "sqlite:///FILE, postgresql://…, duckdb:///FILE, or a folder for Parquet files"
FILE_ENDINGS = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".duckdb": "duckdb"}
POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")


class AddressError(ValueError):
    """An address that names no store; the message never repeats a password."""


def store_of(address: str) -> Store:
    """The store at an address. AddressError where it names none, LoadError where its driver is not installed."""
    if "://" not in address:
        return _folder(address)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise AddressError(f"no address of a database; it is one of {KNOWN}") from error
    scheme = url.drivername
    if scheme in POSTGRES:
        rest = address.partition("://")[2]
        return _made("postgres", "Postgres", f"postgresql://{rest}", shown(url))
    if scheme not in {"sqlite", "duckdb"}:
        raise AddressError(f"utdrag cannot load into {scheme}://…; it can into {KNOWN}")
    if not url.database or url.database == ":memory:" or url.host or url.query:
        raise AddressError(f"an address of {scheme} names a file and nothing more: {scheme}:///FILE")
    if scheme == "sqlite":
        return _made("sqlite", "SQLite", url.database, address)
    return _made("duck", "Duck", url.database, address)


def shown(url: URL) -> str:
    """An address that may be printed: without its password, and without its options, which may hold one.

    >>> shown(make_url("postgresql://ida:hemmelig@tjener/db?password=hemmelig&sslmode=require"))
    'postgresql://ida:***@tjener/db'
    """
    return url.set(query={}).render_as_string(hide_password=True)


def _folder(address: str) -> Store:
    path = Path(address)
    kind = FILE_ENDINGS.get(path.suffix.lower())
    if kind and not path.is_dir():
        raise AddressError(f"to load into the file {address} write {kind}:///{address}")
    if path.exists() and not path.is_dir():
        raise AddressError(f"{address} is a file; Parquet tables go into a folder")
    return _made("parquet", "ParquetFolder", path, address)


EXTRAS = {"postgres": "postgres", "duck": "duckdb", "parquet": "duckdb"}


def _made(module: str, name: str, *arguments: Any) -> Store:
    try:
        store: Store = getattr(import_module(f"pipeline.load.{module}"), name)(*arguments)
    except ImportError as error:
        extra = EXTRAS[module]
        reason = f"{error.name or 'its driver'} is not installed: pip install 'utdrag[{extra}]'"
        raise LoadError(str(arguments[-1]), reason) from error
    return store
