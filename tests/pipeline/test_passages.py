"""Short passages of every kind of news give their people, roles and organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.record import Record, Source
from models.release import Block, Release
from pipeline.annotate import annotate
from pipeline.normalise import normalise

TABLE = Path(__file__).parents[2] / "fixtures" / "passages.txt"
BLOCK = re.compile(r"\[(?P<kind>\w+)\] (?P<text>.*)")
PERSON = re.compile(r"(?P<optional>\??)(?P<name>[^:(]+?)(?: \((?P<party>[^)]+)\))?(?:: ?(?P<roles>.*))?")


@dataclass
class Passage:
    """A passage with its answer, as the lines of the file give it."""

    name: str
    language: str
    blocks: list[Block] = field(default_factory=list)
    people: list[re.Match[str]] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)


def read() -> list[Passage]:
    passages: list[Passage] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        block = BLOCK.fullmatch(line)
        if not line or sign == "#":
            continue
        if sign == "==":
            passages.append(Passage(*rest.split()))
        elif sign == ">" and (person := PERSON.fullmatch(rest)):
            passages[-1].people.append(person)
        elif sign == "+":
            passages[-1].organizations = rest.split("; ")
        else:
            passages[-1].blocks.append(Block(block["kind"], block["text"]) if block else Block("paragraph", line))
    return passages


def record(passage: Passage) -> Record:
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    release = Release(source, tuple(passage.blocks), language=passage.language)
    return normalise(annotate(release), release)


def roles(text: str) -> list[tuple[bool, str, tuple[str | None, ...]]]:
    """Of each role whether it must be found, its title, and the organisations that it may have."""
    found = []
    for one in filter(None, (text or "").split("; ")):
        title, _, body = one.lstrip("?").partition(" @ ")
        bodies = (body.lstrip("?") or None, *([None] if body.startswith("?") else []))
        found.append((not one.startswith("?"), title, bodies))
    return found


PASSAGES = read()


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return {passage.name: record(passage) for passage in PASSAGES}


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_people_and_their_parties(passage: Passage, records: dict[str, Record]) -> None:
    found = {person.name: person.party for person in records[passage.name].people}
    required = {person["name"]: person["party"] for person in passage.people if not person["optional"]}
    optional = {person["name"] for person in passage.people if person["optional"]}
    assert {name: party for name, party in found.items() if name not in optional} == required


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_roles(passage: Passage, records: dict[str, Record]) -> None:
    found = {
        person.name: [(role.title, role.organization) for role in person.roles]
        for person in records[passage.name].people
    }
    for person in passage.people:
        known = roles(person["roles"])
        got = found.get(person["name"], [])
        assert [role for role in got if not any(role[0] == title and role[1] in ok for _, title, ok in known)] == []
        missed = [title for need, title, ok in known if need and not any((title, body) in got for body in ok)]
        assert missed == []


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_organisations(passage: Passage, records: dict[str, Record]) -> None:
    found = {organization.name for organization in records[passage.name].organizations}
    optional = {name.lstrip("?") for name in passage.organizations if name.startswith("?")}
    assert found - optional == {name for name in passage.organizations if not name.startswith("?")}
