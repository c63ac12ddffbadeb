"""Addresses: which store they name, what is refused, and that no password is ever shown."""

import subprocess
import sys

import pytest

from models.errors import LoadError
from pipeline.load.duck import Duck
from pipeline.load.loading import load
from pipeline.load.parquet import ParquetFolder
from pipeline.load.postgres import Postgres
from pipeline.load.sqlite import SQLite
from pipeline.load.targets import AddressError, store_of


@pytest.mark.parametrize(
    ("address", "kind", "place"),
    [
        ("sqlite:///r.db", SQLite, "r.db"),
        ("sqlite:////tmp/en mappe/r.db", SQLite, "/tmp/en mappe/r.db"),  # noqa: S108 - nothing is written
        ("duckdb:///r.duckdb", Duck, "r.duckdb"),
        ("postgres://ida@tjener/db", Postgres, "postgresql://ida@tjener/db"),
        ("postgresql+psycopg://tjener/db?sslmode=require", Postgres, "postgresql://tjener/db?sslmode=require"),
        ("tables", ParquetFolder, None),
        ("./records.d", ParquetFolder, None),
    ],
)
def test_an_address_names_a_store(address, kind, place):
    store = store_of(address)
    assert type(store) is kind
    assert place in {None, getattr(store, "path", None), getattr(store, "url", None)}


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://ida:hemmelig@tjener/db", "utdrag cannot load into mysql://"),
        ("sqlite://", "sqlite:///FILE"),
        ("sqlite:///:memory:", "sqlite:///FILE"),
        ("sqlite://ida:hemmelig@tjener/r.db", "sqlite:///FILE"),
        ("duckdb:///r.duckdb?access_mode=hemmelig", "duckdb:///FILE"),
        ("://hemmelig", "no address"),
        ("r.db", "write sqlite:///r.db"),
        ("r.duckdb", "write duckdb:///r.duckdb"),
        ("README.md", "README.md is a file"),
    ],
)
def test_what_is_no_address_is_refused_with_advice(address, words):
    with pytest.raises(AddressError) as refusal:
        store_of(address)
    assert words in str(refusal.value)
    assert "hemmelig" not in str(refusal.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ida:hemmelig@127.0.0.1:1/db?connect_timeout=2",
        "postgresql://127.0.0.1:1/db?user=ida&password=hemmelig&connect_timeout=2",
        "postgresql://ida:hemm%zzelig@127.0.0.1:1/db",
        "postgresql://ida:hemmelig@127.0.0.1:1/db?no_such_option=hemmelig",
    ],
)
def test_a_server_that_cannot_be_had_is_told_without_the_password(address):
    with pytest.raises(LoadError) as failure:
        load([], store_of(address))
    assert "elig" not in str(failure.value)
    assert "127.0.0.1" in str(failure.value)


@pytest.mark.parametrize(
    ("missing", "address", "extra"),
    [
        ("duckdb", "duckdb:///r.duckdb", "duckdb"),
        ("duckdb", "tables", "duckdb"),
        ("psycopg", "postgresql:///db", "postgres"),
    ],
)
def test_a_driver_that_is_not_installed_is_named_with_the_way_to_get_it(missing, address, extra):
    program = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from pipeline.load.targets import store_of\n"
        f"try:\n    store_of({address!r})\n"
        "except Exception as error:\n    print(type(error).__name__, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("LoadError")
    assert f"{missing} is not installed: pip install 'utdrag[{extra}]'" in done.stdout
