"""Sentences of our own, half of them hard negatives, give the people, roles and organisations beside them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from models.record import Record, Source
from models.release import Block, Release
from pipeline.annotate import annotate
from pipeline.normalise import normalise

FIXTURES = Path(__file__).parents[2] / "fixtures"
KINDS = ("people", "roles", "organizations")
ROWS = {
    kind: list(csv.DictReader((FIXTURES / f"{kind}.csv").read_text(encoding="utf-8").splitlines())) for kind in KINDS
}


def record(text: str, language: str) -> Record:
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    release = Release(source, (Block("title", "Nytt fra bygda"), Block("paragraph", text)), language=language)
    return normalise(annotate(release), release)


def people(read: Record) -> list[str]:
    return [person.name for person in read.people]


def roles(read: Record) -> list[str]:
    return [
        f"{person.name}: {role.title}" + (f" @ {role.organization}" if role.organization else "")
        for person in read.people
        for role in person.roles
    ]


def organizations(read: Record) -> list[str]:
    return [organization.name for organization in read.organizations]


def check(kind: str, row: dict[str, str]) -> None:
    values = {"people": people, "roles": roles, "organizations": organizations}[kind]
    assert values(record(row["text"], row["language"])) == [value for value in row[kind].split(" ¦ ") if value]


@pytest.mark.parametrize("row", ROWS["people"], ids=lambda row: row["id"])
def test_people(row: dict[str, str]) -> None:
    check("people", row)


@pytest.mark.parametrize("row", ROWS["roles"], ids=lambda row: row["id"])
def test_roles(row: dict[str, str]) -> None:
    check("roles", row)


@pytest.mark.parametrize("row", ROWS["organizations"], ids=lambda row: row["id"])
def test_organisations(row: dict[str, str]) -> None:
    check("organizations", row)


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_large_and_half_of_it_hard_and_in_both_standards(kind: str) -> None:
    rows = ROWS[kind]
    assert len(rows) >= 80
    assert 0.4 <= sum(not row[kind] for row in rows) / len(rows) <= 0.6
    assert 0.25 <= sum(row["language"] == "nn" for row in rows) / len(rows) <= 0.75
    assert len({row["id"] for row in rows}) == len(rows)
